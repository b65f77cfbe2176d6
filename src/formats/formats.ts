import { apng } from "./apng.ts";
import { csv } from "./csv.ts";
import type { Format, RowFormat } from "./format.ts";
import { gif } from "./gif.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { mp4 } from "./mp4.ts";
import { ndjson } from "./ndjson.ts";
import { parquet } from "./parquet.ts";
import { png } from "./png.ts";
import { rowsJson } from "./rows_json.ts";
import { svg } from "./svg.ts";
import { tsv } from "./tsv.ts";

/** The formats of rows. */
export const ROW_FORMATS: readonly RowFormat[] = [csv, tsv, ndjson, parquet, rowsJson];

/** Every format that can be written, in the order in which people are told of them. */
export const FORMATS: readonly Format[] = [gif, svg, html, mp4, apng, png, json, ...ROW_FORMATS];

/** The format that is called so; `undefined` if there is none. */
export function formatCalled(name: string): Format | undefined {
  return FORMATS.find(({ ending }) => ending === name);
}

/** What the name of a file ends in, in lower case, without the point; empty where it ends in nothing. */
export function endingOf(path: string): string {
  return /\.(rows\.json|[^./\\]+)$/i.exec(path)?.[1].toLowerCase() ?? "";
}

/** The format that the name of a file says it has; `undefined` where it says none that is known. */
export function formatOfPath(path: string): Format | undefined {
  return formatCalled(endingOf(path));
}
