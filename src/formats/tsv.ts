import { ofRows } from "./rows.ts";

/** Rows as text, with tabs between their cells. */
export const tsv = ofRows({
  ending: "tsv",
  mime: "text/tab-separated-values; charset=utf-8",
  encodeRows: async (rows) => (await import("../data/write/rows.ts")).rowsToDelimited(rows, "\t"),
});
