import { ofRows } from "./rows.ts";

/** Rows as Parquet. */
export const parquet = ofRows({
  ending: "parquet",
  mime: "application/vnd.apache.parquet",
  encodeRows: async (rows) => (await import("../data/write/parquet.ts")).rowsToParquet(rows),
});
