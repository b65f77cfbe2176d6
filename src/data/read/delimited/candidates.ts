import { DataError } from "../../data_error.ts";
import { MOST_COLUMNS } from "../table.ts";
import { DELIMITERS } from "./delimiter.ts";
import { knownAs } from "./kinds.ts";
import { cellText, type Cut, isComment, RowScanner } from "./row_scanner.ts";

/** A row of the sample. */
export interface SampleRow {
  readonly cells: readonly string[];
  /** Whether each was quoted. */
  readonly quoted: readonly boolean[];
  /** Where it begins and ends in the sample, and where the next one begins. */
  readonly begin: number;
  readonly end: number;
  readonly next: number;
  /** Whether it begins as comments do. */
  readonly isComment: boolean;
}

/** A way to cut the sample into rows. */
export interface Candidate {
  readonly cut: Cut;
  readonly rows: readonly SampleRow[];
  readonly score: number;
}

/** What is known of how a text is cut. */
export interface GivenCut {
  readonly delimiter?: number;
  /** With what comments begin; 0 where there are none. */
  readonly comment?: number;
}

const [LF, CR, BLANK, HASH, SINGLE, COMMA] = [10, 13, 32, 35, 39, 44];

/** How many bytes of a cell are looked at. */
const LONGEST = 2000;
/** How many rows of the sample are looked at, how many with comments, and how many cells. */
const ROWS = 200;
const LINES = 5000;
const CELLS = 20_000;

/**
 * Finds out how a text is cut, by its beginning. Each way to cut is scored by how many rows have the
 * same width, times how many cells are then of a known type: a number, a date, a plain text.
 *
 * Source: G. J. J. van den Burg, A. Nazábal and C. Sutton, Wrangling messy CSV files by detecting row
 * and type patterns, Data Mining and Knowledge Discovery 33 (2019), with the same two factors.
 *
 * @param sample The beginning, as UTF-8.
 * @param whole Whether it is all.
 * @param given What is known.
 * @throws {DataError} If it cannot be cut in any way.
 */
export function bestCut(sample: Uint8Array, whole: boolean, given: GivenCut): Candidate {
  const { delimiter, comment = HASH } = given;
  const delimiters = delimiter === undefined ? [...DELIMITERS.keys()] : [delimiter];
  const cuts = delimiters.map((delimiter): Cut => ({ delimiter, comment }));
  const text = new TextDecoder().decode(sample.subarray(0, 2 ** 16));
  if (/\\"/.test(text)) cuts.push(...cuts.map((cut) => ({ ...cut, backslash: true })));
  if (/(^|[,;|\t ])'[^'\r\n]*'([,;|\t ]|$)/m.test(text)) {
    cuts.push(...cuts.map((cut) => ({ ...cut, quote: SINGLE })));
  }
  let best: Candidate | undefined;
  let failure: SyntaxError | undefined;
  for (const cut of cuts) {
    const read = rowsOf(sample, whole, cut);
    failure ??= read.failure;
    if (read.failure && read.rows.length === 0) continue;
    const candidate = { cut, rows: read.rows, score: scoreOf(read, cut.delimiter) };
    if (!best || candidate.score > best.score) best = candidate;
  }
  if (!best) throw new DataError(failure!.message, "row 1");
  if (best.score > 0 || delimiter !== undefined) return best;
  return { ...best, cut: { delimiter: COMMA, comment } };
}

/** The rows of the sample, and what ended them early. */
interface Rows {
  readonly rows: readonly SampleRow[];
  readonly failure?: SyntaxError;
}

function rowsOf(sample: Uint8Array, whole: boolean, cut: Cut): Rows {
  const scanner = new RowScanner({ ...cut, comment: 0 });
  const rows: SampleRow[] = [];
  let plain = 0;
  try {
    while (plain < ROWS && rows.length < LINES) {
      const from = pastEmptyLines(sample, scanner.next);
      if (cut.comment !== 0 && sample[from] === cut.comment) {
        const to = lineEnd(sample, from);
        if (to === sample.length && !whole) break;
        if (isComment(sample.subarray(from, to), cut)) {
          rows.push(commentOf(sample, from, to, cut));
          scanner.next = to + 1;
          continue;
        }
      }
      if (!scanner.scan(sample, sample.length, whole || plain === 0)) break;
      rows.push({ ...cellsOf(scanner, sample, cut), ...placeOf(scanner), isComment: false });
      plain++;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { rows, failure: error };
  }
  return { rows };
}

/** A line that begins as comments do, cut by itself: it may open quotations that never close. */
function commentOf(sample: Uint8Array, begin: number, end: number, cut: Cut): SampleRow {
  const place = { begin, end, next: end + 1, isComment: true };
  const line = sample.subarray(begin, end);
  const scanner = new RowScanner({ ...cut, comment: 0 });
  try {
    scanner.scan(line, line.length, true);
    return { ...cellsOf(scanner, line, cut), ...place };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { cells: [new TextDecoder().decode(line)], quoted: [false], ...place };
  }
}

function cellsOf(
  scanner: RowScanner,
  bytes: Uint8Array,
  cut: Cut,
): Pick<SampleRow, "cells" | "quoted"> {
  const { starts, ends, quoted, count } = scanner;
  const decoder = new TextDecoder();
  // One more than a table can have is enough to refuse it.
  const length = Math.min(count, MOST_COLUMNS + 1);
  const cells = Array.from({ length }, (_, i) => {
    ends[i] = Math.min(ends[i], starts[i] + LONGEST);
    return cellText(scanner, bytes, i, decoder, cut);
  });
  return { cells, quoted: cells.map((_, i) => quoted[i] > 0) };
}

function placeOf({ begin, end, next }: RowScanner): Pick<SampleRow, "begin" | "end" | "next"> {
  return { begin, end, next };
}

function pastEmptyLines(sample: Uint8Array, from: number): number {
  let at = from;
  while (at < sample.length && [9, LF, CR, BLANK].includes(sample[at])) at++;
  return at;
}

function lineEnd(sample: Uint8Array, from: number): number {
  let at = from;
  while (at < sample.length && sample[at] !== LF && sample[at] !== CR) at++;
  return at;
}

function scoreOf({ rows, failure }: Rows, delimiter: number): number {
  const width = commonWidth(rows);
  if (width < 2) return 0;
  const even = rows.filter(({ cells }) => cells.length === width);
  const counted = rows.filter(({ cells, isComment }) => !isComment || cells.length === width);
  const mark = String.fromCharCode(delimiter);
  let known = 0;
  let cells = 0;
  for (const row of even.length > 1 ? even.slice(1) : even) {
    if (cells > CELLS) break;
    row.cells.forEach((cell, i) => known += knownAs(cell, row.quoted[i], mark));
    cells += width;
  }
  return even.length / counted.length * known / cells * (failure ? 0.5 : 1);
}

/** The number of cells that most rows have; of two such, the larger. */
export function commonWidth(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells: { length } } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const isMore = (a: number, b: number) =>
    counts.get(a)! > counts.get(b)! || counts.get(a) === counts.get(b) && a > b;
  return [...counts.keys()].reduce((a, b) => a === 0 || isMore(b, a) ? b : a, 0);
}
