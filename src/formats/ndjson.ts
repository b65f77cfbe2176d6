import { ofRows } from "./rows.ts";

/** Rows as JSON objects, one a line. */
export const ndjson = ofRows({
  ending: "ndjson",
  mime: "application/x-ndjson",
  encodeRows: async (rows) => (await import("../data/write/json_rows.ts")).rowsToNdjson(rows),
});
