import { DataError, quotable } from "../../data_error.ts";
import { isMissing, isMissingIn, numberIn } from "../number_text.ts";
import { type ReadOptions, type Table, TableBuilder } from "../table.ts";
import { CellReader, Unforeseen } from "./cell_reader.ts";
import { type Dialect, dialectOf, dialectText, type Given } from "./dialect.ts";
import { EarlyText } from "./early_text.ts";
import { asUtf8, type Utf8 } from "./encoding.ts";
import { KeptText } from "./kept_text.ts";
import { RowFeed } from "./row_feed.ts";
import { cellText } from "./row_scanner.ts";
import { SUM, Tail } from "./tail.ts";

/** How a delimited text is read, where detection errs. */
export interface TextOptions {
  /** What stands between values: one character of ASCII; a blank stands for runs of blanks. */
  delimiter?: string;
  /** What stands before the decimals of numbers. */
  decimal?: "." | ",";
  /** How many lines stand above the table. */
  skip?: number;
  /** The character that lines begin with which are left out; empty where none are. */
  comment?: string;
  /** What it is written in: a label of the Encoding Standard, as `windows-1252` or `utf-16le`. */
  encoding?: string;
}

/** All that can be known of a delimited text. */
export interface DelimitedOptions extends ReadOptions, TextOptions {
  /** What its file is called; `csv` is said of any delimited text. */
  readonly format?: string;
}

/** How many bytes are looked at to find out how a text is written. */
const SAMPLE = 2 ** 16;

/**
 * Reads a text whose values are kept apart by commas, tabs, semicolons, bars or blanks. It is read
 * as it comes, byte by byte: numbers go straight into flat arrays, and no object is made for a cell.
 *
 * @param chunks The text; a chunk may change once the next is asked for.
 * @param options What is known of it.
 * @throws {DataError} If it is not a table, or it cannot be known what it says.
 */
export async function readDelimited(
  chunks: AsyncIterable<Uint8Array>,
  options: DelimitedOptions = {},
): Promise<Table> {
  const utf8 = await asUtf8(chunks, options.encoding);
  const text = new EarlyText(utf8, options.keep === true);
  let sample = await text.sample(SAMPLE);
  for (;;) {
    try {
      return await readFrom(sample, text, utf8, options);
    } catch (error) {
      if (!(error instanceof Unforeseen)) throw error;
      // More of it tells more: each time it is read again, four times as much is looked at.
      sample = await text.sample(4 * sample.length);
    }
  }
}

async function readFrom(
  sample: Uint8Array,
  text: EarlyText,
  utf8: Utf8,
  options: DelimitedOptions,
): Promise<Table> {
  const dialect = dialectOf(sample, text.whole, givenOf(options));
  const rows = new RowReader(dialect);
  rows.feed.push(sample.subarray(dialect.start));
  options.onProgress?.(utf8.taken());
  while (!text.whole) {
    const chunk = await text.next();
    if (!chunk) break;
    rows.canReread = text.canReread;
    rows.feed.push(chunk);
    options.onProgress?.(utf8.taken());
  }
  rows.end();
  if (rows.builder.rows === 0) throw new DataError("it has a header and no rows");
  const { builder } = rows;
  const about = dialectText(dialect, encodingText(utf8.encoding));
  const { names, ...found } = rows.ended();
  if (!options.keep) return builder.done(names, about, undefined, found);
  const kept = new KeptText(text.chunks, builder.rows, dialect, utf8, options.format);
  return builder.done(names, about, () => kept.records(), { ...found, lines: kept.lines() });
}

function givenOf({ delimiter, comment, skip, decimal, header }: DelimitedOptions): Given {
  return {
    header,
    skip,
    decimal,
    delimiter: delimiter?.charCodeAt(0),
    ...(comment !== undefined && { comment: comment === "" ? 0 : comment.charCodeAt(0) }),
  };
}

/** Takes the rows of a text into a table. */
class RowReader {
  readonly feed: RowFeed;
  readonly builder: TableBuilder;
  /** Whether the text can be read again from its beginning. */
  canReread = false;
  readonly #dialect: Dialect;
  readonly #readers: readonly CellReader[];
  /** The byte before decimals in plain numbers, a column each. */
  readonly #points: Int16Array;
  readonly #decoder = new TextDecoder();
  readonly #tail: Tail;
  #hasTail = false;
  /** The number of the last row that is called a sum, and its cells. */
  #sum: { row: number; cells: readonly string[] } | undefined;

  constructor(dialect: Dialect) {
    const { width, columns, delimiter, examples } = dialect;
    this.#dialect = dialect;
    this.builder = new TableBuilder(width);
    this.#readers = columns.map((column, i) => new CellReader(column, delimiter, examples[i]));
    this.#points = Int16Array.from(this.#readers, ({ point }) => point);
    this.#tail = new Tail(width);
    this.feed = new RowFeed(dialect, () => this.#addRow());
  }

  #addRow(): void {
    const { builder, feed: { bytes, scanner } } = this;
    const { count, starts, ends } = scanner;
    const { width } = builder;
    const points = this.#points;
    if (count !== width) {
      this.#hasTail = true;
      const cells = Array.from({ length: count }, (_, i) => this.#textOf(i).slice(0, 200));
      this.#tail.take(builder.rows + 1, cells, scanner.apart);
      return;
    }
    if (this.#hasTail) throw this.#tail.ragged();
    builder.row();
    for (let i = 0; i < width; i++) {
      const point = points[i];
      const value = point < 0 ? NaN : numberIn(bytes, starts[i], ends[i], point);
      if (Math.abs(value) <= Number.MAX_VALUE) builder.number(i, value);
      else if (isMissingIn(bytes, starts[i], ends[i])) builder.missing(i);
      else this.#addOther(i);
    }
  }

  /** Adds a cell that is no plain number. */
  #addOther(i: number): void {
    const { bytes, scanner: { starts, ends } } = this.feed;
    const [start, end] = [starts[i], ends[i]];
    const reader = this.#readers[i];
    if (!reader.isText && end - start <= LONGEST_NUMBER) {
      const value = reader.read(this.#textOf(i), this.canReread);
      this.#points[i] = reader.point;
      if (Number.isFinite(value)) {
        this.builder.number(i, value);
        return;
      }
    }
    if (reader.isText && end - start < 30 && SUM_BEGINS[bytes[start]] === 1) this.#noteSum(i);
    this.builder.other(
      i,
      () => this.#decoder.decode(bytes.subarray(start, Math.min(end, start + 200))),
    );
  }

  /** Remembers a row that is called a sum: it is known to be one only when no row follows. */
  #noteSum(i: number): void {
    if (!SUM.test(this.#textOf(i))) return;
    const cells = Array.from({ length: this.builder.width }, (_, j) => this.#textOf(j));
    this.#sum = { row: this.builder.rows, cells };
  }

  /** Ends the text; a row that sums up those above it is none. */
  end(): void {
    this.feed.end();
    if (this.#sum?.row !== this.builder.rows || !this.builder.isSum()) {
      this.#sum = undefined;
      return;
    }
    const { cells } = this.#sum;
    this.builder.takeBack((i) => isMissing(cells[i]));
  }

  #textOf(i: number): string {
    return cellText(this.feed.scanner, this.feed.bytes, i, this.#decoder, this.#dialect);
  }

  /** What was found out about the columns, and what was left out. */
  ended() {
    const { names, notes, width } = this.#dialect;
    const { comments } = this.feed.scanner;
    const left = comments > 0
      ? [
        `left out: ${comments === 1 ? "a line" : `${comments} lines`} among the rows that ${
          comments === 1 ? "begins" : "begin"
        } as comments do: --comment none keeps them`,
      ]
      : [];
    const sum = this.#sum
      ? [
        `left out: the last row, which sums up the others, '${
          quotable(this.#sum.cells.filter((cell) => cell !== "").join(", "))
        }'`,
      ]
      : [];
    return {
      names: names && Array.from({ length: width }, (_, i) => names[i] ?? ""),
      examples: this.#readers.map(({ example }) => example),
      kinds: this.#dialect.columns.map(({ kind }) =>
        kind === "text" || kind === "dates" ? kind : undefined
      ),
      truths: this.#dialect.columns.map(({ kind }) => kind === "truths"),
      notes: [...notes, ...left, ...sum, ...(this.#hasTail ? [this.#tail.note()] : [])],
    };
  }
}

/** What the words for a sum begin with. */
const SUM_BEGINS = new Uint8Array(256);
for (const letter of "gstimaGSTIMA") SUM_BEGINS[letter.charCodeAt(0)] = 1;

/** Longer cells are text: in bytes, of which a blank between thousands takes three. */
const LONGEST_NUMBER = 120;

function encodingText(encoding: string): string {
  return encoding === "windows-1252" ? "Windows-1252" : encoding.toUpperCase();
}
