import { joinedAll } from "../../bytes/join.ts";
import { DataError } from "../data_error.ts";
import { type Dialect, dialectOf, dialectText } from "./dialect.ts";
import { isMissingIn, numberIn } from "./number_text.ts";
import { RowFeed } from "./row_feed.ts";
import { type ReadOptions, type Table, TableBuilder } from "./table.ts";

/** How a delimited text is read. */
export interface DelimitedOptions extends ReadOptions {
  /** The byte between values; a blank stands for runs of blanks and tabs. Default: found out. */
  delimiter?: number;
}

/** How many bytes are looked at to find out how a text is written. */
const SAMPLE = 2 ** 16;
/** How many where lines are so long that there are not even a few of them. */
const LONGEST_SAMPLE = 2 ** 26;

/**
 * Reads a text whose values are kept apart by commas, tabs, semicolons, bars or blanks. It is read
 * as it comes, byte by byte: numbers go straight into flat arrays, and no object is made for a cell.
 *
 * @param chunks The text; a chunk may change once the next is asked for.
 * @param options What is known of it.
 * @throws {DataError} If it is not a table.
 */
export async function readDelimited(
  chunks: AsyncIterable<Uint8Array>,
  options: DelimitedOptions = {},
): Promise<Table> {
  const source = chunks[Symbol.asyncIterator]();
  const { sample, whole } = await sampleOf(source);
  const text = withoutMark(sample);
  requireText(text);
  const dialect = dialectOf(text, whole, options);

  const kept: Uint8Array[] = [];
  const decoder = new TextDecoder(dialect.encoding);
  const builder = new TableBuilder(dialect.width);
  let header: string[] | undefined;
  const feed: RowFeed = new RowFeed(dialect, dialect.header, () => {
    if (dialect.header && !header) header = headerOf(cellsOf(feed, decoder), dialect);
    else addRow(feed, builder, decoder, dialect.point);
  });
  let bytes = 0;
  const take = (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (options.keep) kept.push(chunk.slice());
    feed.push(chunk);
    options.onProgress?.(bytes);
  };
  take(text);
  while (!whole) {
    const { done, value } = await source.next();
    if (done) break;
    take(value);
  }
  feed.end();
  if (builder.rows === 0) throw new DataError("it has a header and no rows");
  return builder.done(
    header,
    dialectText(dialect),
    options.keep ? () => recordsOf(kept, dialect) : undefined,
  );
}

async function sampleOf(
  source: AsyncIterator<Uint8Array>,
): Promise<{ sample: Uint8Array; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  let lines = 0;
  while (!whole && (length < SAMPLE || lines < 3 && length < LONGEST_SAMPLE)) {
    const { done, value } = await source.next();
    whole = done === true;
    if (!done) {
      chunks.push(value.slice());
      length += value.length;
      for (let at = -1; lines < 3 && (at = value.indexOf(10, at + 1)) >= 0;) lines++;
    }
  }
  return { sample: joinedAll(chunks), whole };
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function requireText(sample: Uint8Array): void {
  if (sample.length === 0) throw new DataError("it is empty");
  const [first, second] = sample;
  if (first === 0xff && second === 0xfe || first === 0xfe && second === 0xff) {
    throw new DataError("it is UTF-16: save it as UTF-8");
  }
  if (first === 0x1f && second === 0x8b) throw new DataError("it is compressed: unpack it first");
  if (sample.includes(0)) {
    throw new DataError(
      "it is not a text, as a zero byte is in it: name it by its kind, as in points.parquet",
    );
  }
}

/** The cells of the present row as text. */
function cellsOf({ scanner, bytes }: RowFeed, decoder: TextDecoder): string[] {
  const { count, starts, ends, quoted } = scanner;
  return Array.from({ length: count }, (_, i) => {
    const text = decoder.decode(bytes.subarray(starts[i], ends[i]));
    return quoted[i] === 2 ? text.replaceAll('""', '"') : text;
  });
}

function headerOf(cells: string[], { width, lacks }: Dialect): string[] {
  if (lacks === "first") return ["", ...cells];
  return Array.from({ length: width }, (_, i) => cells[i] ?? "");
}

function addRow(feed: RowFeed, builder: TableBuilder, decoder: TextDecoder, point: number): void {
  const { bytes, scanner: { count, starts, ends } } = feed;
  builder.row();
  const width = builder.width;
  if (count !== width) {
    const values = (n: number) => `${n} value${n === 1 ? "" : "s"}`;
    throw new DataError(`it has ${values(count)}, not ${width} as others`, `row ${builder.rows}`);
  }
  for (let i = 0; i < width; i++) {
    const value = numberIn(bytes, starts[i], ends[i], point);
    if (Math.abs(value) <= Number.MAX_VALUE) builder.number(i, value);
    else if (isMissingIn(bytes, starts[i], ends[i])) builder.missing(i);
    else {builder.other(i, () =>
        decoder.decode(bytes.subarray(starts[i], Math.min(ends[i], starts[i] + 200))));}
  }
}

/** The rows of a text that was kept. */
function* recordsOf(chunks: readonly Uint8Array[], dialect: Dialect): Generator<string[]> {
  const decoder = new TextDecoder(dialect.encoding);
  let rows: string[][] = [];
  const feed = new RowFeed(dialect, dialect.header, () => {
    if (feed.rows > 1 || !dialect.header) rows.push(cellsOf(feed, decoder));
  });
  for (const chunk of chunks) {
    feed.push(chunk);
    yield* rows;
    rows = [];
  }
  feed.end();
  yield* rows;
}
