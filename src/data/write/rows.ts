import { isRecord, textOfCell } from "../read/cells.ts";
import { jsonOf } from "./json_of.ts";
import { encoded } from "./encoded.ts";
import { isWrittenNumber } from "../read/notation.ts";
import { isMissing } from "../read/number_text.ts";
import type { TextLines } from "../read/table.ts";

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
  /** The rows as lines of the delimited text that they come from, with what is added to each. */
  readonly text?: WrittenLines;
}

/** Lines of a delimited text, and the cells that come behind each. */
export interface WrittenLines extends Omit<TextLines, "rows"> {
  /** The names of the cells that are added. */
  readonly added: readonly string[];
  /** The lines, each with those cells. */
  readonly rows: Iterable<readonly [line: string, added: readonly unknown[]]>;
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
export function rowsToDelimited(
  { names, rows, text }: NamedRows,
  delimiter: "," | "\t",
): Uint8Array {
  if (text && text.ending === (delimiter === "," ? "csv" : "tsv")) return encoded(sameLines(text));
  const line = (cells: readonly unknown[]) =>
    cells.map((cell) => quoted(harmless(cell), delimiter)).join(delimiter) + "\n";
  return encoded(function* () {
    yield line(names);
    for (const row of rows) yield line(Array.from(names, (_, i) => row[i]));
  }());
}

/** Lines as they came, in the dialect that they came in, with what is added. */
function* sameLines(text: WrittenLines): Generator<string> {
  const { delimiter, decimal, newline, mark, header, added, rows } = text;
  const cellOf = (value: unknown) => {
    const cell = harmless(value);
    if (cell === "") return delimiter === " " ? "NA" : "";
    const own = typeof value === "number" ? cell.replace(".", decimal) : cell;
    return quoted(own, delimiter);
  };
  const line = (own: string, more: readonly unknown[]) =>
    own + more.map((value) => delimiter + cellOf(value)).join("") + newline;
  if (mark) yield "\ufeff";
  if (header !== undefined) yield line(header, added);
  for (const [own, more] of rows) yield line(own, more);
}

/** A cell in quotation marks, where it could be taken for something else without. */
function quoted(text: string, delimiter: string): string {
  const isSpecial = text.includes(delimiter) || /["\r\n]|^\s|\s$|^#/.test(text);
  return isSpecial ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell as text that does no harm in a spreadsheet or a terminal. */
function harmless(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number" || typeof cell === "bigint") return String(cell);
  const text = (typeof cell === "string" ? cell : textOf(cell))
    .replace(/[^\P{Cc}\t\r\n]+/gu, " ");
  return /^\s*[=+\-@＝＋－＠]/.test(text) && !isHarmless(text.trim()) ? `'${text}` : text;
}

/** Whether a text that begins as a formula does is none: a number in any notation, or a dash. */
function isHarmless(text: string): boolean {
  return isWrittenNumber(text) || isMissing(text);
}

function textOf(cell: unknown): string {
  return Array.isArray(cell) || cell instanceof Map || isRecord(cell)
    ? jsonOf(cell)
    : textOfCell(cell);
}
