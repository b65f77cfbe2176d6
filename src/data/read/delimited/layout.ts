import { DataError, quotable } from "../../data_error.ts";
import { isMissing } from "../number_text.ts";
import { isWrittenNumber } from "../notation.ts";
import { commonWidth, type SampleRow, tableWidth } from "./candidates.ts";
import { hasHeader } from "./header.ts";
import { isValue } from "./kinds.ts";

/** Where the table is in a text, and what its columns are called. */
export interface TextLayout {
  /** How many cells its rows have. */
  readonly width: number;
  /** The names of the columns; none where there is no header. */
  readonly names?: readonly string[];
  /** The line of the header, where it begins and ends in the sample. */
  readonly header?: readonly [begin: number, end: number];
  /**
   * What the header lacks, as it does in some tables: the name of the first column, which names the
   * rows, or of the last, which is empty as each row ends with a delimiter.
   */
  readonly lacks?: "first" | "last";
  /** Whether the header has more cells than the rows, all of them empty. */
  readonly isLonger: boolean;
  /** Where the first row begins in the sample. */
  readonly start: number;
  /** The rows of the sample. */
  readonly body: readonly SampleRow[];
  /** Lines that begin as comments do, have the width of rows, and are rows. */
  readonly hasMarkedRows: boolean;
  /** What was left out, for people. */
  readonly notes: readonly string[];
}

/** What is known of a table. */
export interface GivenLayout {
  /** Whether it has a header. */
  readonly header?: boolean;
  /** Whether all lines before it are skipped already. */
  readonly skipped: boolean;
  /** Whether all lines that begin with a certain character are comments. */
  readonly comments: boolean;
}

/** How many lines can stand above a table. */
const MOST_ABOVE = 100;

/**
 * Finds the table in the rows of a text: below lines of prose and comments, its header, and a row of
 * units or a rule under that.
 *
 * @param all The rows of the beginning, comments among them.
 * @param given What is known.
 * @throws {DataError} If there is no row, or it cannot be known which lines are.
 */
export function layoutOf(all: readonly SampleRow[], given: GivenLayout): TextLayout {
  const hasMarkedRows = !given.comments && areRows(all);
  const rows = hasMarkedRows ? withoutProse(all) : all.filter(({ isComment }) => !isComment);
  if (rows.length === 0) {
    throw new DataError("it holds no rows: all it has is comments or blanks");
  }
  const inComment = hasMarkedRows || given.header !== undefined
    ? undefined
    : commentHeader(all, rows);
  const above = inComment
    ? rows.indexOf(inComment.body[0])
    : given.skipped
    ? 0
    : linesAbove(rows, given.header);
  const notes: string[] = [];
  if (above > 0) {
    const first = quotable(rows[0].cells.find((cell) => cell !== "") ?? "");
    notes.push(
      `left out: ${above === 1 ? "the line" : `${above} lines`} above the table, '${first}'${
        above > 1 ? " and on" : ""
      }`,
    );
  }
  const table = rows.slice(above);
  const named = inComment ?? headerOf(table, given.header);
  const body = named ? named.body : table;
  const width = named?.width ?? body[0].cells.length;
  const under = named ? linesUnder(body, width) : 0;
  if (under > 0) {
    const units = body[0].cells.filter((cell) => cell !== "").join(", ");
    notes.push(`left out: the row under the header, '${quotable(units)}'`);
  }
  const left = body.slice(under);
  return {
    width,
    ...(named && { names: named.names, header: named.place }),
    ...(named?.lacks && { lacks: named.lacks }),
    isLonger: named?.isLonger ?? false,
    start: left[0]?.begin ?? body[under - 1]?.next ?? named!.end,
    body: left,
    hasMarkedRows,
    notes,
  };
}

/**
 * Whether lines that begin as comments do are rows: they have as many cells as the others, whose
 * first cells are text.
 */
function areRows(all: readonly SampleRow[]): boolean {
  const marked = all.filter(({ isComment }) => isComment);
  if (marked.length === 0) return false;
  const plain = all.filter(({ isComment }) => !isComment);
  const width = tableWidth(all);
  if (width < 2 || !marked.some((row) => isMarkedRow(row, width))) return false;
  const body = plain.filter(({ cells }) => cells.length === width).slice(1);
  if (plain.length === 0) {
    return marked.length > 1 && marked.every(({ cells }) => isColor(cells[0]));
  }
  if (plain.length > 1) {
    return body.filter(({ cells }) => isValue(cells[0])).length * 2 < body.length ||
      body.length === 0;
  }
  // All rows are marked but one: then that is their header.
  return all[0] === plain[0] && hasHeader(all.map(({ cells }) => cells));
}

function isColor(cell: string): boolean {
  return /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(cell);
}

/** Whether a line that begins as comments do looks like a row: no prose, and values behind it. */
function isMarkedRow({ cells, isComment }: SampleRow, width: number): boolean {
  return isComment && cells.length === width && /^\S\S/.test(cells[0]) &&
    cells.slice(1).some(isValue);
}

function withoutProse(all: readonly SampleRow[]): SampleRow[] {
  const width = tableWidth(all);
  return all.filter(({ isComment, cells }) => !isComment || cells.length === width);
}

/** How many of the first lines are no part of the table, as its title is. */
function linesAbove(rows: readonly SampleRow[], header?: boolean): number {
  const width = tableWidth(rows);
  const first = rows.findIndex(({ cells }) => cells.length === width);
  if (first > MOST_ABOVE) return 0;
  let above = 0;
  if (first > 0) {
    const keepsHeader = header !== false && isUnlikeHeader(rows, first, width);
    above = keepsHeader ? first - 1 : first;
    const astray = rows.slice(0, above).findIndex(({ cells }) => !cells.some(isProse));
    if (astray >= 0) {
      const { length } = rows[astray].cells;
      throw new DataError(
        `it has ${length} value${length === 1 ? "" : "s"}, not ${width} as others: ` +
          `--skip ${astray + 1} leaves it out`,
        `row ${astray + 1}`,
      );
    }
    if (keepsHeader) return above;
  }
  return above + paddedLines(rows.slice(above), width, header);
}

/** Whether the row before the first of the common width is the header of them all the same. */
function isUnlikeHeader(rows: readonly SampleRow[], first: number, width: number): boolean {
  const { cells } = rows[first - 1];
  if (cells.some(isWrittenNumber)) return false;
  const below = rows.slice(first).filter((row) => row.cells.length === width);
  if (withoutEmptyEnd(cells).length === width && cells.length > width) return true;
  if (cells.length !== width - 1) return false;
  // A header of its own below it makes it a title.
  if (hasHeader(below.map((row) => row.cells)) && below.length > 1) return false;
  if (below.every((row) => row.cells[width - 1] === "")) return true;
  return width > 2 || /^[\w.]+$/.test(cells[0]) && namesRows(below.map((row) => row.cells[0]));
}

/** Whether cells name rows: they are text, or count from 0 or 1. */
function namesRows(cells: readonly string[]): boolean {
  if (cells.every((cell) => !isWrittenNumber(cell))) return true;
  const first = Number(cells[0]);
  return (first === 0 || first === 1) && cells.every((cell, i) => Number(cell) === first + i);
}

/**
 * How many of the first rows are prose that a spreadsheet has filled up to the width of the table:
 * they are mostly empty, and a full row of names stands below them.
 */
function paddedLines(rows: readonly SampleRow[], width: number, header?: boolean): number {
  if (width < 2 || header === false) return 0;
  const isFull = ({ cells }: SampleRow) => cells.every((cell) => cell !== "");
  const isNames = (row: SampleRow) => isFull(row) && !row.cells.some(isValue);
  const isHeader = (at: number) =>
    at + 1 < rows.length && hasHeader(rows.slice(at).map(({ cells }) => cells));
  let titles = 0;
  while (titles < MOST_ABOVE && titles < rows.length && isNames(rows[titles])) titles++;
  if (titles > 1 && titles < rows.length) {
    // The last row of words is the header, unless there are but units in it.
    const isUnder = titles === 2 && !rows[1].isApart && rows[1].cells.every(isUnit);
    return !isUnder && isHeader(titles - 1) ? titles - 1 : 0;
  }
  if (isFull(rows[0])) return 0;
  const at = rows.slice(0, MOST_ABOVE).findIndex(isNames);
  return at > 0 && !rows.slice(0, at).some(isFull) && isHeader(at) ? at : 0;
}

/** Whether a cell can be a unit: a few letters, or anything in brackets. */
function isUnit(cell: string): boolean {
  return cell.length < 9 && !/\s/.test(cell) || /^[([].*[)\]]$/.test(cell);
}

function isProse(cell: string): boolean {
  return /\p{L}/u.test(cell) && !isMissing(cell);
}

/** A header that was found. */
interface Header {
  readonly names: readonly string[];
  readonly place: readonly [begin: number, end: number];
  readonly end: number;
  readonly width: number;
  readonly lacks?: "first" | "last";
  readonly isLonger?: boolean;
  readonly body: readonly SampleRow[];
}

function headerOf(rows: readonly SampleRow[], given?: boolean): Header | undefined {
  const [first, ...body] = rows;
  const common = commonWidth(body.length > 0 ? body : rows);
  const cells = withoutEmptyEnd(first.cells);
  const isLonger = first.cells.length > common && cells.length <= common &&
    body.every((row) => row.cells.length === common);
  const names = isLonger ? first.cells.slice(0, common) : first.cells;
  if (!(given ?? hasHeader([names, ...body.map((row) => row.cells)]))) return undefined;
  const isShort = body.length > 0 && names.length === common - 1;
  const lacks = body.every((row) => row.cells.at(-1) === "") ? "last" : "first";
  return {
    names: isShort && lacks === "first" ? ["", ...names] : names,
    place: [first.begin, first.end],
    end: first.next,
    width: isShort ? common : names.length,
    ...(isShort && { lacks }),
    isLonger,
    body,
  };
}

/** A header that stands in the last comment above the first row with a number, as `# x y`. */
function commentHeader(all: readonly SampleRow[], rows: readonly SampleRow[]): Header | undefined {
  const width = tableWidth(rows);
  const first = rows.findIndex(({ cells }) =>
    cells.length === width && cells.some(isWrittenNumber)
  );
  const comment = first < 0 ? undefined : all[all.indexOf(rows[first]) - 1];
  const cells = comment?.behind;
  if (!comment || cells?.length !== width) return undefined;
  const body = rows.slice(first);
  const isNames = cells.every((cell) => isProse(cell) || /^\d+$/.test(cell)) &&
    new Set(cells).size === width && hasHeader([cells, ...body.map((row) => row.cells)]);
  // A single word above a single column is a name, several are a remark.
  if (!isNames || width === 1 && (body.length < 2 || /\s/.test(cells[0]))) return undefined;
  const place = [comment.begin, comment.end] as const;
  return { names: cells, place, end: comment.next, width, body };
}

/** How many rows under the header hold units, and no values. */
function linesUnder(body: readonly SampleRow[], width: number): number {
  const [first, ...rest] = body;
  if (!first || rest.length === 0) return 0;
  if (first.cells.length !== width || rest.length < 2) return 0;
  if (first.cells.some((cell) => isWrittenNumber(cell) || cell.length > 20)) return 0;
  let numeric = 0;
  for (let j = 0; j < width; j++) {
    const below = rest.map((row) => row.cells[j] ?? "").filter((cell) => !isMissing(cell));
    if (below.length === 0 || !below.every(isWrittenNumber)) continue;
    if (isMissing(first.cells[j])) return 0;
    numeric++;
  }
  return numeric > 1 || numeric === 1 && width === 1 ? 1 : 0;
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === "") end--;
  return cells.slice(0, end);
}
