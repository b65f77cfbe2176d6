import { DataError } from "../data/data_error.ts";

/** Replaces the reader of Parquet in the bundle, as that is larger than all the rest of it. */
export function readParquet(): Promise<never> {
  return Promise.reject(
    new DataError("it is Parquet, which the command reads but this page does not: make it CSV"),
  );
}
