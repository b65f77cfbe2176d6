import { joinedAll } from "../../bytes/join.ts";
import { isWrittenNumber } from "../read/notation.ts";
import { isMissing } from "../read/number_text.ts";
import type { TextLines } from "../read/table.ts";

/** Rows to be written, with the names of their columns. */
export interface NamedRows {
  /** The names, one a column. */
  readonly names: readonly string[];
  /** The rows, a cell for each column: text, numbers, or what else a format holds. */
  readonly rows: Iterable<readonly unknown[]>;
  /** The columns, by their index, whose text is numbers: they are where a format has numbers. */
  readonly numbers?: ReadonlySet<number>;
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

/** The rows for a format that has numbers. */
export function* typedRows({ names, rows, numbers }: NamedRows): Generator<readonly unknown[]> {
  for (const row of rows) {
    yield Array.from(names, (_, i) => {
      const cell = row[i] ?? null;
      if (typeof cell !== "string" || !numbers?.has(i)) return cell;
      const value = cell.trim() === "" ? NaN : Number(cell.replace(",", "."));
      return Number.isNaN(value) ? null : value;
    });
  }
}

/** About how long a piece of text is that is turned into bytes at once. */
const PIECE = 2 ** 16;

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
  if (text && text.ending === (delimiter === "," ? "csv" : "tsv")) return encode(sameLines(text));
  const line = (cells: readonly unknown[]) =>
    cells.map((cell) => quoted(harmless(cell), delimiter)).join(delimiter) + "\n";
  return encode(function* () {
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

/** Writes rows as JSON objects, one a line. */
export function rowsToNdjson(rows: NamedRows): Uint8Array {
  return encode(function* () {
    for (const row of typedRows(rows)) yield `${objectText(rows.names, row)}\n`;
  }());
}

/** Writes rows as an array of JSON objects. */
export function rowsToJson(rows: NamedRows): Uint8Array {
  return encode(function* () {
    let before = "[\n  ";
    for (const row of typedRows(rows)) {
      yield before + objectText(rows.names, row);
      before = ",\n  ";
    }
    yield "\n]\n";
  }());
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
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString();
  return typeof cell === "object" ? jsonOf(cell) : String(cell);
}

function objectText(names: readonly string[], row: readonly unknown[]): string {
  const members = names.map((name, i) => `${JSON.stringify(name)}: ${jsonOf(row[i] ?? null)}`);
  return `{ ${members.join(", ")} }`;
}

/** A value as JSON; large integers stay whole, and what is nested too deep is left out. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value, (_, inner) => {
      if (typeof inner !== "bigint") return inner;
      return Number.isSafeInteger(Number(inner)) ? Number(inner) : String(inner);
    }) ?? "null";
  } catch {
    return "null";
  }
}

function encode(texts: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let piece = "";
  const flush = () => {
    pieces.push(encoder.encode(piece));
    piece = "";
  };
  for (const text of texts) {
    piece += text;
    if (piece.length > PIECE) flush();
  }
  flush();
  return joinedAll(pieces);
}
