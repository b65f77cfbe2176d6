import { ofRows } from "./rows.ts";

/** Rows as one array of JSON objects. */
export const rowsJson = ofRows({
  ending: "rows.json",
  mime: "application/json",
  encodeRows: async (rows) => (await import("../data/write/rows.ts")).rowsToJson(rows),
});
