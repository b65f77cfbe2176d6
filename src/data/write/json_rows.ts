import { encoded } from "./encoded.ts";
import { jsonOf } from "./json_of.ts";
import type { NamedRows } from "./rows.ts";
import { typedRows } from "./typed_rows.ts";

/** Writes rows as JSON objects, one a line. */
export function rowsToNdjson(rows: NamedRows): Uint8Array {
  return encoded(function* () {
    for (const row of typedRows(rows, true)) yield `${objectText(rows.names, row)}\n`;
  }());
}

/** Writes rows as an array of JSON objects. */
export function rowsToJson(rows: NamedRows): Uint8Array {
  return encoded(function* () {
    let before = "[\n  ";
    for (const row of typedRows(rows, true)) {
      yield before + objectText(rows.names, row);
      before = ",\n  ";
    }
    yield "\n]\n";
  }());
}

function objectText(names: readonly string[], row: readonly unknown[]): string {
  const members = names.map((name, i) => `${JSON.stringify(name)}: ${jsonOf(row[i])}`);
  return `{ ${members.join(", ")} }`;
}
