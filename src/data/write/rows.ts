import { isRecord, textOfCell } from "../read/cells.ts";
import { jsonOf } from "./json_of.ts";
import { encoded } from "./encoded.ts";

/** Rows to be written, with the names of their columns. */
export interface NamedRows {
  /** The names, one a column. */
  readonly names: readonly string[];
  /** The rows, a cell for each column: text, numbers, or what else a format holds. */
  readonly rows: Iterable<readonly unknown[]>;
  /** The columns, by their index, whose texts are numbers: they are where a format has numbers. */
  readonly texts?: ReadonlyMap<number, NumberTexts>;
  /** The Parquet that the rows came from, where they did. */
  readonly parquet?: Uint8Array;
  /** The cells of the columns that it has not. */
  readonly added?: Iterable<readonly unknown[]>;
}

/** A column of texts that are numbers. */
export interface NumberTexts {
  /** Whether it is a feature: then its numbers are what counts, however they are written. */
  readonly isFeature: boolean;
  /** Gives its numbers, row by row; `NaN` where one is missing. */
  readonly values: () => Float64Array;
}

/**
 * Writes rows as delimited text with a header. No cell holds a control character or what a
 * spreadsheet would run as a formula.
 *
 * @param rows The rows.
 * @param delimiter What stands between cells.
 * @returns The bytes, UTF-8.
 */
export function rowsToDelimited({ names, rows }: NamedRows, delimiter: "," | "\t"): Uint8Array {
  const special = new RegExp(`["${delimiter}]|^\\s|\\s$|^#`);
  const line = (cells: readonly unknown[]) =>
    cells.map((cell) => {
      const text = harmless(cell);
      return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    }).join(delimiter) + "\n";
  return encoded(function* () {
    yield line(names);
    for (const row of rows) yield line(Array.from(names, (_, i) => row[i]));
  }());
}

/** A cell as text that does no harm in a spreadsheet or a terminal. */
function harmless(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number" || typeof cell === "bigint") return String(cell);
  const text = (typeof cell === "string" ? cell : textOf(cell)).replace(/\p{Cc}+/gu, " ");
  return /^\s*[=+\-@＝＋－＠]/.test(text) && !isNumber(text) ? `'${text}` : text;
}

function isNumber(text: string): boolean {
  return /^\s*[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?\s*$/i.test(text);
}

function textOf(cell: unknown): string {
  return Array.isArray(cell) || cell instanceof Map || isRecord(cell)
    ? jsonOf(cell)
    : textOfCell(cell);
}
