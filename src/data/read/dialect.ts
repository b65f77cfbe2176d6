import { DataError } from "../data_error.ts";
import { hasDecimalComma, hasThousands, isMissing, numberOf } from "./number_text.ts";
import { RowFeed } from "./row_feed.ts";
import type { Cut } from "./row_scanner.ts";
import { MOST_COLUMNS, requireColumns } from "./table.ts";

/** How a delimited text is written. */
export interface Dialect extends Cut {
  /** How its bytes are decoded. */
  readonly encoding: "utf-8" | "windows-1252";
  /** The byte before the decimals of a number, a point or a comma. */
  readonly point: number;
  /** Whether its first row names the columns. */
  readonly header: boolean;
  /** How many cells its rows have. */
  readonly width: number;
  /**
   * What the header lacks, as it does in some tables: the name of the first column, which names the
   * rows, or of the last, which is empty as each row ends with a delimiter.
   */
  readonly lacks?: "first" | "last";
}

/** What the delimiters are called, those first that are preferred where two fit alike. */
const DELIMITERS = new Map([[9, "tabs"], [44, "commas"], [59, "semicolons"], [124, "bars"], [
  32,
  "blanks",
]]);

/** How many bytes of a cell are looked at. */
const LONGEST = 2000;
/** How many rows of the sample are looked at, and how many bytes are cut into rows at a time. */
const LOOKED_AT = 200;
const PIECE = 4096;

/**
 * Finds out how a text is written from its beginning.
 *
 * @param sample The first bytes, behind a byte-order mark.
 * @param whole Whether they are all.
 * @param given What is known: the delimiter, and whether there is a header.
 * @throws {DataError} If it is not a text, or there is no row in it.
 */
export function dialectOf(
  sample: Uint8Array,
  whole: boolean,
  given: { delimiter?: number; header?: boolean },
): Dialect {
  const encoding = isUtf8(sample, whole) ? "utf-8" : "windows-1252";
  const candidates = given.delimiter === undefined ? [...DELIMITERS.keys()] : [given.delimiter];
  let best: { delimiter: number; rows: string[][]; score: number } | undefined;
  let failure: unknown;
  for (const delimiter of candidates) {
    try {
      const rows = rowsOf(sample, whole, { delimiter, comments: true }, encoding);
      const score = fitness(rows);
      if (!best || score > best.score) best = { delimiter, rows, score };
    } catch (error) {
      failure = error;
    }
  }
  if (!best) throw failure;
  const { rows } = best;
  if (rows.length === 0) throw new DataError("it holds no rows: all it has is comments or blanks");
  requireColumns(rows[0].length, given.header ?? hasHeader(rows) ? "the header" : "row 1");
  const delimiter = best.score > 0 || given.delimiter !== undefined ? best.delimiter : 44;
  const comma = best.delimiter !== 44 && hasDecimalCommas(rows.flat());
  const header = given.header ?? hasHeader(rows);
  const common = commonWidth(header && rows.length > 1 ? rows.slice(1) : rows);
  const short = header && rows.length > 1 && rows[0].length === common - 1;
  return {
    delimiter,
    comments: true,
    encoding,
    point: comma ? 44 : 46,
    header,
    width: short ? common : rows[0].length,
    ...(short && { lacks: rows.slice(1).every((row) => row.at(-1) === "") ? "last" : "first" }),
  };
}

/** A dialect in words. */
export function dialectText({ delimiter, encoding, point, header, width, lacks }: Dialect): string {
  return [
    width === 1 ? "one value a line" : `text with ${DELIMITERS.get(delimiter)} between values`,
    encoding === "utf-8" ? "UTF-8" : "Windows-1252",
    ...(point === 44 ? ["decimal commas"] : []),
    header ? "with a header" : "without a header",
    ...(lacks ? [`which lacks the ${lacks} column`] : []),
  ].join(", ");
}

function rowsOf(
  sample: Uint8Array,
  whole: boolean,
  cut: Cut,
  encoding: Dialect["encoding"],
): string[][] {
  const decoder = new TextDecoder(encoding);
  const rows: string[][] = [];
  const feed = new RowFeed(cut, false, () => {
    if (rows.length >= LOOKED_AT) return;
    const { count, starts, ends } = feed.scanner;
    rows.push(Array.from(
      // One more than a table can have is enough to refuse it.
      { length: Math.min(count, MOST_COLUMNS + 1) },
      (_, i) =>
        decoder.decode(feed.bytes.subarray(starts[i], Math.min(ends[i], starts[i] + LONGEST))),
    ));
  });
  let at = 0;
  for (; at < sample.length && rows.length < LOOKED_AT; at += PIECE) {
    feed.push(sample.subarray(at, at + PIECE));
  }
  if (at >= sample.length && (whole || rows.length === 0)) feed.end();
  return rows;
}

/** How well rows look like a table, from 0 to 1: of one width, and with numbers in their cells. */
function fitness(rows: readonly string[][]): number {
  const width = commonWidth(rows);
  if (width < 2) return 0;
  const even = rows.filter(({ length }) => length === width);
  const cells = (even.length > 1 ? even.slice(1) : even).flat();
  const numbers = cells.filter((cell) => isNumber(cell) || isMissing(cell));
  return even.length / rows.length * (1 + numbers.length / cells.length) / 2;
}

/** The number of cells that most rows have. */
function commonWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((a, b) => b[1] > a[1] ? b : a, [0, 0])[0];
}

/**
 * Whether the first row names the columns: it is text above most columns of numbers or, where there
 * are none, text throughout.
 */
export function hasHeader([first, ...rest]: readonly (readonly string[])[]): boolean {
  if (rest.length === 0) return !first.some((cell) => isNumber(cell) || isMissing(cell));
  const shift = Math.max(0, rest[0].length - first.length);
  let numeric = 0;
  let text = 0;
  for (let j = 0; j < first.length; j++) {
    const below = rest.map((row) => row[j + shift] ?? "").filter((cell) => !isMissing(cell));
    const numbers = below.filter(isNumber).length;
    if (below.length === 0 || numbers * 2 <= below.length) continue;
    numeric++;
    if (!isNumber(first[j]) && !isMissing(first[j])) text++;
  }
  return numeric > 0
    ? 2 * text > numeric
    : first.every((cell) => !isNumber(cell)) && new Set(first).size === first.length;
}

/** Whether numbers have decimal commas; `1,500` alone could be a thousand and a half as well. */
function hasDecimalCommas(cells: readonly string[]): boolean {
  return cells.some((cell) => hasDecimalComma(cell) && !hasThousands(cell)) &&
    !cells.some((cell) => cell.includes(".") && !Number.isNaN(numberOf(cell)));
}

function isNumber(cell: string): boolean {
  return !Number.isNaN(numberOf(cell)) || hasDecimalComma(cell);
}

function isUtf8(sample: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}
