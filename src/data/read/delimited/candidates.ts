import { DataError } from "../../data_error.ts";
import { MOST_COLUMNS } from "../table.ts";
import { DELIMITERS } from "./delimiter.ts";
import { isTorn, isWords, knownAs } from "./kinds.ts";
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
  /** The cells of a comment without what begins it. */
  readonly behind?: readonly string[];
  /** Whether an empty line is above it. */
  readonly isApart: boolean;
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

const [TAB, LF, CR, BLANK, EXCLAMATION, HASH, PERCENT] = [9, 10, 13, 32, 33, 35, 37];
const [SINGLE, COMMA, BACKSLASH] = [39, 44, 92];

const DECODER = new TextDecoder();

/** Which score of tabs rules blanks out: most rows are even, and most of their cells are known. */
const TABS_ENOUGH = 0.7;

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
  const { delimiter, comment = commentIn(sample) } = given;
  const delimiters = delimiter === undefined
    ? [...DELIMITERS.keys(), ...RARE].filter((byte) => byte === COMMA || sample.includes(byte))
    : [delimiter];
  const cuts = delimiters.map((delimiter): Cut => ({ delimiter, comment }));
  if (delimiters.includes(BLANK)) cuts.push({ delimiter: BLANK, comment, wide: true });
  if (sample.includes(BACKSLASH)) cuts.push(...cuts.map((cut) => ({ ...cut, backslash: true })));
  if (isQuotedSingly(sample)) {
    cuts.push(...cuts.map((cut) => ({ ...cut, quote: SINGLE })));
  }
  let best: Candidate | undefined;
  let failure: SyntaxError | undefined;
  for (const cut of cuts) {
    // Where tabs keep cells apart, blanks are in them: between thousands, say.
    if (cut.delimiter === BLANK && best?.cut.delimiter === TAB && best.score > TABS_ENOUGH) {
      continue;
    }
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

/** Delimiters that few texts have: separators of ASCII, a caret, a tilde. */
const RARE = [1, 31, 94, 126];

/** What comments begin with: a `#`, or the other mark that the text begins with. */
function commentIn(sample: Uint8Array): number {
  const first = sample[pastEmptyLines(sample, 0)];
  return first === PERCENT || first === EXCLAMATION ? first : HASH;
}

/** Whether what stands between cells is in single quotation marks somewhere. */
function isQuotedSingly(sample: Uint8Array): boolean {
  return sample.includes(SINGLE) &&
    /(^|[,;|\t ])'(?:[^'\r\n]|'')*'([,;|\t ]|$)/m.test(DECODER.decode(sample.subarray(0, 2 ** 16)));
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
      rows.push({
        ...cellsOf(scanner, sample, cut),
        ...placeOf(scanner),
        isComment: false,
        isApart: scanner.apart,
      });
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
  const place = { begin, end, next: end + 1, isComment: true, isApart: false };
  let from = begin + 1;
  while (from < end && [cut.comment, BLANK, TAB, cut.delimiter].includes(sample[from])) from++;
  const behind = lineOf(sample.subarray(from, end), cut).cells;
  return { ...lineOf(sample.subarray(begin, end), cut), behind, ...place };
}

/** The cells of a line; one where it cannot be cut. */
function lineOf(line: Uint8Array, cut: Cut): Pick<SampleRow, "cells" | "quoted"> {
  const scanner = new RowScanner({ ...cut, comment: 0 });
  try {
    scanner.scan(line, line.length, true);
    return cellsOf(scanner, line, cut);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { cells: [DECODER.decode(line)], quoted: [false] };
  }
}

function cellsOf(
  scanner: RowScanner,
  bytes: Uint8Array,
  cut: Cut,
): Pick<SampleRow, "cells" | "quoted"> {
  const { starts, ends, quoted, count } = scanner;
  // One more than a table can have is enough to refuse it.
  const length = Math.min(count, MOST_COLUMNS + 1);
  const cells = Array.from({ length }, (_, i) => {
    ends[i] = Math.min(ends[i], starts[i] + LONGEST);
    return cellText(scanner, bytes, i, DECODER, cut);
  });
  return { cells, quoted: cells.map((_, i) => quoted[i] > 0) };
}

function placeOf({ begin, end, next }: RowScanner): Pick<SampleRow, "begin" | "end" | "next"> {
  return { begin, end, next };
}

function pastEmptyLines(sample: Uint8Array, from: number): number {
  let at = from;
  for (; at < sample.length; at++) {
    const byte = sample[at];
    if (byte !== LF && byte !== CR && byte !== BLANK && byte !== TAB) break;
  }
  return at;
}

function lineEnd(sample: Uint8Array, from: number): number {
  let at = from;
  while (at < sample.length && sample[at] !== LF && sample[at] !== CR) at++;
  return at;
}

function scoreOf({ rows, failure }: Rows, delimiter: number): number {
  const width = tableWidth(rows);
  if (width < 2) return 0;
  const plain = rows.filter(({ cells, isComment }) => cells.length === width && !isComment);
  // Lines that begin as comments do may all be rows.
  const even = plain.length > 0 ? plain : rows.filter(({ cells }) => cells.length === width);
  const mark = String.fromCharCode(delimiter);
  let known = 0;
  let cells = 0;
  for (const row of even) {
    if (cells > CELLS) break;
    row.cells.forEach((cell, i) => known += knownAs(cell, row.quoted[i], mark));
    cells += width;
  }
  // Prose above a table does not count, but a header that was torn does.
  for (const row of rows.slice(0, rows.indexOf(even[0]))) {
    const all = row.behind ?? row.cells.filter((_, i) => !row.quoted[i]);
    cells += all.filter(isTorn).length;
  }
  const prior = (delimiter === BLANK ? 0.98 : 1) * (failure ? 0.5 : 1);
  return evenness(rows, width) * known / cells * prior;
}

/**
 * The number of cells that the rows of a table have. Lines of prose above it are of any width, and may
 * be more than its rows.
 */
export function tableWidth(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells: { length } } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = 0;
  let most = 0.5;
  for (const [width, count] of counts) {
    if (width < 2 || count < 2 && rows.length > 2) continue;
    const found = evenness(rows, width);
    if (found > most || found === most && best > 0 && count > counts.get(best)!) {
      [best, most] = [width, found];
    }
  }
  return best || commonWidth(rows);
}

/** Which share of the rows have a width, but for the prose above the first that has it. */
function evenness(rows: readonly SampleRow[], width: number): number {
  const first = rows.findIndex(({ cells }) => cells.length === width);
  let even = 0;
  let others = 0;
  rows.forEach(({ cells, isComment }, i) => {
    if (cells.length === width) even++;
    else if (!isComment && (i > first || !isWords(cells))) others++;
  });
  return even / (even + others) * (0.97 + 0.03 * even / rows.length);
}

/** The number of cells that most rows have; of two such, the larger. */
export function commonWidth(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells: { length } } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const isMore = (a: number, b: number) =>
    counts.get(a)! > counts.get(b)! || counts.get(a) === counts.get(b) && a > b;
  return [...counts.keys()].reduce((a, b) => a === 0 || isMore(b, a) ? b : a, 0);
}
