import { DataError } from "../../data_error.ts";

/** Says that a file is damaged, or was never Parquet. */
export function broken(reason: string): never {
  throw new DataError(`it is not a whole Parquet file: ${reason}`);
}

/** Says that a file may be whole, but holds what is not read. */
export function unread(what: string): never {
  throw new DataError(`it is Parquet with ${what}, which is not read: write it in another way`);
}
