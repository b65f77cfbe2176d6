import { DataError } from "../../data_error.ts";
import { isWrittenNumber } from "../notation.ts";
import { isMissing } from "../number_text.ts";
import type { TextLines } from "../table.ts";
import type { Dialect } from "./dialect.ts";
import type { Utf8 } from "./encoding.ts";
import { RowFeed } from "./row_feed.ts";
import { cellText, type RowScanner } from "./row_scanner.ts";

/** A text that was kept, to be written again. */
export class KeptText {
  readonly #chunks: readonly Uint8Array[];
  readonly #dialect: Dialect;
  readonly #encoding: string;
  readonly #mark: boolean;
  readonly #format: string | undefined;

  /**
   * @param chunks All of it, as UTF-8.
   * @param dialect How it is cut.
   * @param source What it was written in.
   * @param format What its file is called.
   * @throws {DataError} If it is UTF-8 at its beginning and not behind it.
   */
  constructor(
    chunks: readonly Uint8Array[],
    dialect: Dialect,
    { encoding, mark }: Utf8,
    format: string | undefined,
  ) {
    this.#chunks = chunks;
    this.#dialect = dialect;
    this.#encoding = encoding === "utf-8" ? lateEncoding(chunks) : "utf-8";
    this.#mark = mark;
    this.#format = format;
  }

  /** Its rows, as cells. */
  records(): Iterable<string[]> {
    const { width } = this.#dialect;
    return this.#each(({ scanner, bytes }, decoder) =>
      Array.from({ length: width }, (_, i) => cellText(scanner, bytes, i, decoder, this.#dialect))
    );
  }

  /** Its rows, as lines. */
  lines(): TextLines {
    const { delimiter, decimal, newline } = this.#dialect;
    const mark = delimiter === 0 ? decimal === "," ? ";" : "," : String.fromCharCode(delimiter);
    const ending = this.#ending(mark);
    const header = this.#header(mark);
    return {
      ...(ending && { ending }),
      delimiter: mark,
      decimal,
      newline,
      mark: this.#mark,
      ...(header !== undefined && { header }),
      rows: () => this.#each(({ scanner, bytes }, decoder) => harmless(scanner, bytes, decoder)),
    };
  }

  #ending(delimiter: string): "csv" | "tsv" | undefined {
    if (this.#format === "csv" || this.#format === "tsv") return this.#format;
    return delimiter === "\t" ? "tsv" : delimiter === " " ? undefined : "csv";
  }

  /** The line of the header, with as many cells as rows have, but for one that lacks the first. */
  #header(delimiter: string): string | undefined {
    const { header, isLonger, lacks } = this.#dialect;
    if (header === undefined) return undefined;
    const bytes = new TextEncoder().encode(header);
    let line = header;
    const feed = new RowFeed({ ...this.#dialect, comment: 0 }, () => {
      line = harmless(feed.scanner, feed.bytes, new TextDecoder());
    });
    feed.push(bytes);
    feed.end();
    if (isLonger) { while (line.trimEnd().endsWith(delimiter)) line = line.trimEnd().slice(0, -1); }
    return lacks === "last" ? line + delimiter : line;
  }

  *#each<T>(made: (feed: RowFeed, decoder: TextDecoder) => T): Generator<T> {
    const dialect = this.#dialect;
    const decoder = new TextDecoder(this.#encoding);
    let rows: T[] = [];
    const feed: RowFeed = new RowFeed(dialect, () => {
      if (feed.scanner.count === dialect.width) rows.push(made(feed, decoder));
    });
    let left = dialect.start;
    for (const chunk of this.#chunks) {
      if (chunk.length > left) feed.push(chunk.subarray(left));
      left = Math.max(0, left - chunk.length);
      yield* rows;
      rows = [];
    }
    feed.end();
    yield* rows;
  }
}

/**
 * What a text is decoded as: that its beginning was plain ASCII does not make it UTF-8.
 *
 * @throws {DataError} If it is UTF-8 at first and not behind that.
 */
function lateEncoding(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isPlain = true;
  try {
    for (const chunk of chunks) {
      const text = decoder.decode(chunk, { stream: true });
      isPlain &&= text.length === chunk.length;
    }
    decoder.decode();
    return "utf-8";
  } catch {
    if (isPlain) return "windows-1252";
    throw new DataError("it is not UTF-8 throughout: say what it is with --encoding");
  }
}

/** The line of a row, in which no cell is a control character or what a spreadsheet would run. */
function harmless(
  { begin, end, starts, ends, count }: RowScanner,
  bytes: Uint8Array,
  decoder: TextDecoder,
): string {
  let line = "";
  let done = begin;
  for (let i = 0; i < count; i++) {
    if (!beginsFormula(bytes, starts[i], ends[i])) continue;
    const text = decoder.decode(bytes.subarray(starts[i], ends[i])).trim();
    if (isWrittenNumber(text) || isMissing(text)) continue;
    line += decoder.decode(bytes.subarray(done, starts[i])) + "'";
    done = starts[i];
  }
  line += decoder.decode(bytes.subarray(done, end));
  // deno-lint-ignore no-control-regex
  return line.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+/g, " ");
}

/** Whether the first letter of a cell is one that formulas begin with, also one of full width. */
function beginsFormula(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && (bytes[at] <= 32 || bytes[at] === 127)) at++;
  if (at >= end) return false;
  const byte = bytes[at];
  if (byte === 61 || byte === 43 || byte === 45 || byte === 64) return true;
  return byte === 0xef && bytes[at + 1] === 0xbc &&
    [0x9d, 0x8b, 0x8d, 0xa0].includes(bytes[at + 2]);
}
