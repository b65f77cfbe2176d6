import { DataError } from "../data/data_error.ts";

/** Replaces the reader of workbooks in the bundle, as that is larger than all the rest of it. */
export function readXlsx(): Promise<never> {
  return Promise.reject(
    new DataError(
      "it is a workbook of Excel, which the command reads but this page does not: make it CSV",
    ),
  );
}
