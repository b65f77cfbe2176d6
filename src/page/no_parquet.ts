import { DataError } from "../data/data_error.ts";

/** Stands in a browser for the reader of Parquet, which is larger than all the rest. */
export function readParquet(): Promise<never> {
  return Promise.reject(
    new DataError("it is Parquet, which the command reads but this page does not: make it CSV"),
  );
}
