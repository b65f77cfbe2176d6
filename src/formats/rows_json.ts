import { ofRows } from "./rows.ts";

/** Rows as one array of JSON objects. */
export const rowsJson = ofRows({
  ending: "rows.json",
  mime: "application/json",
  encodeRows: async (rows) => (await import("../data/write/json_rows.ts")).rowsToJson(rows),
});
