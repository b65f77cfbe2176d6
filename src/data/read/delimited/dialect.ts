import { DataError } from "../../data_error.ts";
import { type Decimal, writtenNumber } from "../notation.ts";
import { requireColumns } from "../table.ts";
import { bestCut, type Candidate, type SampleRow } from "./candidates.ts";
import { DELIMITERS, isDelimiter } from "./delimiter.ts";
import { Evidence, exampleOf, type Meaning, meaningsOf } from "./evidence.ts";
import { isValue } from "./kinds.ts";
import { layoutOf, type TextLayout } from "./layout.ts";
import { cellText, type Cut, RowScanner } from "./row_scanner.ts";

/** How a delimited text is written. */
export interface Dialect extends Cut, Omit<TextLayout, "body" | "header"> {
  /** How each column is to be read. */
  readonly columns: readonly Meaning[];
  /** A number of each column and its value, where it is not written plainly. */
  readonly examples: readonly ([text: string, value: number] | undefined)[];
  /** What ends its lines. */
  readonly newline: string;
  /** The line of its header as it stands there. */
  readonly header?: string;
  /** What stands before decimals in most of its columns. */
  readonly decimal: Decimal;
}

/** What is known of how a text is written. */
export interface Given {
  readonly delimiter?: number;
  readonly comment?: number;
  readonly skip?: number;
  readonly decimal?: Decimal;
  readonly header?: boolean;
}

const [COMMA, BLANK] = [44, 32];
/** Stands for a delimiter where there is none: no text has it. */
const NONE = 0;

/**
 * Finds out how a text is written from its beginning.
 *
 * @param sample The first bytes, as UTF-8.
 * @param whole Whether they are all.
 * @param given What is known.
 * @throws {DataError} If there is no row in it, or it cannot be known what it says.
 */
export function dialectOf(sample: Uint8Array, whole: boolean, given: Given): Dialect {
  const told = given.delimiter === undefined ? separatorLine(sample) : undefined;
  const skipped = given.skip === undefined ? told?.next ?? 0 : pastLines(sample, given.skip);
  const text = sample.subarray(skipped);
  const delimiter = given.delimiter ?? told?.delimiter;
  const { cut, rows } = oneColumn(bestCut(text, whole, { ...given, delimiter }), text);
  if (rows.length === 0) throw new DataError("it holds no rows: all it has is comments or blanks");
  const layout = layoutOf(rows, {
    header: given.header,
    skipped: given.skip !== undefined,
    comments: given.comment !== undefined,
  });
  const { body, header, start, width } = layout;
  requireColumns(width, header ? "the header" : "row 1");
  const isMarked = layout.hasMarkedRows ||
    width > 1 && given.comment === undefined && isNamed(body) &&
      !rows.some(({ isComment, begin }) => isComment && begin > start);
  const full: Cut = { ...cut, rowWidth: isMarked ? width : 0 };
  const evidence = evidenceOf(text.subarray(start), whole || body.length < 2, full, width);
  const columns = meaningsOf(evidence, cut.delimiter, given.decimal);
  return {
    ...full,
    ...layout,
    start: start + skipped,
    header: header && new TextDecoder().decode(text.subarray(...header)),
    columns,
    examples: evidence.map((column, i) => exampleOf(column, columns[i])),
    newline: newlineOf(sample),
    decimal: commonDecimal(columns, evidence, given.decimal),
  };
}

/** A dialect in words. */
export function dialectText(
  { delimiter, header, width, lacks, decimal, names }: Dialect,
  encoding: string,
): string {
  const between = DELIMITERS.get(delimiter) ?? `'${String.fromCharCode(delimiter)}'`;
  return [
    width === 1 ? "one value a line" : `text with ${between} between values`,
    encoding,
    ...(decimal === "," ? ["decimal commas"] : []),
    names ? `with a header${header?.startsWith("#") ? " in a comment" : ""}` : "without a header",
    ...(lacks ? [`which lacks the ${lacks} column`] : []),
  ].join(", ");
}

/** Whether rows begin with text. */
function isNamed(body: readonly SampleRow[]): boolean {
  return body.every(({ cells }) => !isValue(cells[0]));
}

/** The line by which Excel is told what stands between cells, as `sep=;`. */
function separatorLine(sample: Uint8Array): { delimiter: number; next: number } | undefined {
  const text = new TextDecoder().decode(sample.subarray(0, 16));
  const match = /^"?sep=(.)"?(\r\n|\r|\n)/i.exec(text);
  return match && isDelimiter(match[1])
    ? { delimiter: match[1].charCodeAt(0), next: match[0].length }
    : undefined;
}

/** Where the text begins behind some lines. */
function pastLines(sample: Uint8Array, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines; line++) {
    while (at < sample.length && sample[at] !== 10 && sample[at] !== 13) at++;
    if (at >= sample.length) {
      throw new DataError(`it ends within the ${lines} lines that are skipped: lower --skip`);
    }
    at += sample[at] === 13 && sample[at + 1] === 10 ? 2 : 1;
  }
  return at;
}

/**
 * Takes back a cut where there is one column: below a header of one cell each line is a number with
 * the delimiter in it, as `2,59`, and no number of a row stands in front.
 */
function oneColumn(best: Candidate, sample: Uint8Array): Candidate {
  const { cut, rows } = best;
  const plain = rows.filter(({ isComment }) => !isComment);
  const [first, ...body] = plain;
  if (body.length === 0) return best;
  const line = ({ begin, end }: SampleRow) =>
    new TextDecoder().decode(sample.subarray(begin, end)).trim();
  const isOne = (row: SampleRow) => {
    const text = line(row);
    return writtenNumber(text, ",") !== undefined && !row.quoted.includes(true) &&
      (/^\d+$/.test(text) || !writtenNumber(text, "."));
  };
  if (![COMMA, BLANK].includes(cut.delimiter) || !body.every(isOne)) return best;
  if (!plain.some((row) => line(row).includes(","))) return best;
  const isNamed = first.cells.length === 1 && !isOne(first) && !/(\s.*){3}/.test(first.cells[0]) &&
    !rows.some(({ behind }) => behind && behind.length > 1);
  // Without a header only thousands that are kept apart tell 1.419,06 from two values.
  const isGrouped = isOne(first) && plain.some((row) => /\d[.\s'’]\d{3},\d/.test(line(row)));
  const counts = body.every(({ cells }, i) => cells[0] === String(i + 1));
  if (!isGrouped && (!isNamed || counts && body.length > 1)) return best;
  const whole = (row: SampleRow): SampleRow => ({ ...row, cells: [line(row)], quoted: [false] });
  return { ...best, cut: { ...cut, delimiter: NONE }, rows: rows.map(whole) };
}

/** What the columns tell, from the rows that were looked at and those behind them in the sample. */
function evidenceOf(
  text: Uint8Array,
  whole: boolean,
  cut: Cut,
  width: number,
): Evidence[] {
  const columns = Array.from({ length: width }, () => new Evidence());
  const scanner = new RowScanner(cut);
  const decoder = new TextDecoder();
  try {
    while (scanner.scan(text, text.length, whole)) {
      if (scanner.count !== width) continue;
      for (let i = 0; i < width; i++) {
        const [start, end] = [scanner.starts[i], scanner.ends[i]];
        if (end - start > LONGEST_NUMBER) columns[i].addText();
        else if (!columns[i].addPlain(text, start, end)) {
          columns[i].add(cellText(scanner, text, i, decoder, cut));
        }
      }
    }
  } catch (error) {
    // It is told when the rows are read.
    if (!(error instanceof SyntaxError)) throw error;
  }
  return columns;
}

/** Longer cells are text. */
const LONGEST_NUMBER = 60;

function newlineOf(sample: Uint8Array): string {
  const at = sample.findIndex((byte) => byte === 10 || byte === 13);
  if (at < 0 || sample[at] === 10) return "\n";
  return sample[at + 1] === 10 ? "\r\n" : "\r";
}

function commonDecimal(
  columns: readonly Meaning[],
  evidence: readonly Evidence[],
  given?: Decimal,
): Decimal {
  if (given) return given;
  let balance = 0;
  columns.forEach((meaning, i) => {
    if (meaning.kind !== "numbers" || meaning.by === "nothing") return;
    if (evidence[i].numbers > 0) balance += meaning.notation.decimal === "," ? 1 : -1;
  });
  return balance > 0 ? "," : ".";
}
