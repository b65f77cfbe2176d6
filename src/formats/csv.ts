import { ofRows } from "./rows.ts";

/** Rows as text, with commas between their cells. */
export const csv = ofRows({
  ending: "csv",
  mime: "text/csv; charset=utf-8",
  encodeRows: async (rows) => (await import("../data/write/rows.ts")).rowsToDelimited(rows, ","),
});
