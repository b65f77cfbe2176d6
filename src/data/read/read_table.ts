import { isInstance, readable, requireBytes, requireOptions, shown } from "../../checks.ts";
import { INPUT_FORMATS, type InputFormat } from "./input_formats.ts";
import { joinedAll } from "../../bytes/join.ts";
import { LONGEST_TEXT } from "../../bytes/longest_text.ts";
import { DataError } from "../data_error.ts";
import { isDelimiter } from "./delimited/delimiter.ts";
import { readDelimited, type TextOptions } from "./delimited/read_delimited.ts";
import { refuseForeign } from "./foreign.ts";
import { gunzipped, isGzip } from "./gunzip.ts";
import { DECIMALS } from "./notation.ts";
import type { ReadOptions, Table } from "./table.ts";

/** How {@link readTable} reads. */
export interface ReadTableOptions extends ReadOptions, TextOptions {
  /** The format. Default: what the first bytes look like. */
  format?: InputFormat;
}

/** The most bytes that a workbook can have. */
const LONGEST_WORKBOOK = 2 ** 27;

/** The most that a file of Parquet can be, in bytes: what one array holds in every browser. */
const LONGEST_PARQUET = 2 ** 31 - 1;

/**
 * Reads a table: delimited text, JSON, a JSON value a line, Parquet, or a workbook of Excel; packed
 * by gzip or not.
 *
 * @param source The bytes of the file, at once or in chunks; a chunk may change once the next is
 * asked for.
 * @param options What is known of it.
 * @returns The table.
 * @throws {DataError} If it cannot be read.
 * @throws {TypeError | RangeError} If the source are no bytes, or an option is of a wrong type or out
 * of range.
 * @throws The signal's reason, if it aborts.
 *
 * @example A table with a header and a value that is missing
 * ```ts
 * import { readTable } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const table = await readTable(new TextEncoder().encode("x;y\n1;2\n3;NA\n"));
 * assert.deepEqual(table.columns.map(({ name }) => name), ["x", "y"]);
 * assert.deepEqual([...table.numbers([0, 1])], [1, 2, 3, NaN]);
 * ```
 */
export async function readTable(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options: ReadTableOptions = {},
): Promise<Table> {
  requireOptions("read the table", options, {
    format: { is: "word", words: INPUT_FORMATS },
    header: { is: "boolean" },
    keep: { is: "boolean" },
    onProgress: { is: "function" },
    jsonPath: { is: "text" },
    delimiter: { is: "text" },
    decimal: { is: "word", words: DECIMALS },
    skip: { is: "number", least: 0, most: MOST_SKIPPED, isWhole: true },
    comment: { is: "text" },
    encoding: { is: "text" },
  });
  requireTextOptions(options);
  const { signal } = options;
  signal?.throwIfAborted();
  const bytes = isInstance(source, Uint8Array)
    ? only(source)
    : chunksOf(source as AsyncIterable<Uint8Array>);
  const chunks = untilAborted(bytes, signal);
  let [head, all] = await peek(chunks);
  if (isGzip(head)) [head, all] = await peek(gunzipped(all));
  const kind = refuseForeign(head);
  if (kind === "archive" && options.format !== "xlsx") {
    throw new DataError("it is a zip archive: unpack it, and name a file in it");
  }
  const said = TEXT_OPTIONS.find((name) => options[name] !== undefined);
  const format = kind ? "xlsx" : options.format ?? (said ? "csv" : sniff(head));
  if (said && format !== "csv" && format !== "tsv") {
    throw new DataError(`it is ${format}, and --${said} is about delimited text: leave that out`);
  }
  if (options.jsonPath !== undefined && format !== "json") {
    throw new DataError(
      `it is read as ${format}, in which --json-path leads nowhere: leave that out`,
    );
  }
  switch (format) {
    case "csv":
      return await readDelimited(all, options);
    case "tsv":
      return await readDelimited(all, { delimiter: "\t", ...options });
    case "parquet": {
      const mend = "Parquet than fits into memory: make it CSV";
      const bytes = await gather(all, LONGEST_PARQUET, mend, options);
      return await (await import("./parquet.ts")).readParquet(bytes, options);
    }
    case "xlsx": {
      const bytes = await gather(
        all,
        LONGEST_WORKBOOK,
        "than a workbook can be: make it CSV",
        options,
      );
      return await (await import("./xlsx.ts")).readXlsx(bytes, options);
    }
    default: {
      const mend = "JSON than fits into memory: make it CSV or Parquet";
      const bytes = await gather(all, LONGEST_TEXT, mend, options);
      const { readJson, readNdjson } = await import("./json.ts");
      return (format === "json" ? readJson : readNdjson)(decode(bytes), options);
    }
  }
}

/** What can be said of a delimited text alone. */
const TEXT_OPTIONS = ["delimiter", "decimal", "skip", "comment", "encoding"] as const;

/** The most lines that can be skipped. */
const MOST_SKIPPED = 10_000;

/**
 * Checks what is said of a delimited text.
 *
 * @throws {RangeError} If it cannot be.
 */
function requireTextOptions({ delimiter, comment, encoding }: TextOptions): void {
  if (delimiter !== undefined && !isDelimiter(delimiter)) {
    throw new RangeError(
      `Cannot read the table as 'delimiter' must be one character of ASCII, no letter, digit or quotation mark: ${delimiter}`,
    );
  }
  if (comment !== undefined && !/^[\x21-\x7e]?$/.test(comment)) {
    throw new RangeError(
      `Cannot read the table as 'comment' must be one character of ASCII or none: ${comment}`,
    );
  }
  try {
    new TextDecoder(encoding);
  } catch {
    throw new RangeError(
      `Cannot read the table as 'encoding' must be a label of the Encoding Standard, as utf-16le: ${encoding}`,
    );
  }
}

/** How many bytes of an array are read at a time. */
const SLICE = 2 ** 20;

/**
 * Chunks of bytes, each checked.
 *
 * @throws {TypeError} If they are none.
 */
function chunksOf(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const action = "read the table";
  const isIterable = readable(
    action,
    "source",
    source,
    () =>
      typeof source === "object" && source !== null &&
      typeof source[Symbol.asyncIterator] === "function",
  );
  if (!isIterable) {
    throw new TypeError(
      `Cannot ${action} as 'source' must be a Uint8Array or chunks of them: ${shown(source)}`,
    );
  }
  return {
    async *[Symbol.asyncIterator]() {
      for await (const chunk of source) {
        requireBytes(action, "source", chunk);
        yield chunk;
      }
    },
  };
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}

/** The chunks, each after all else has had its turn, so that the signal can abort in between. */
async function* untilAborted(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    if (!signal) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}

/** How many bytes are needed to tell what they are, where there are as many. */
const HEAD = 512;

/** The first bytes, and all of them. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<[head: Uint8Array, all: AsyncIterable<Uint8Array>]> {
  const iterator = chunks[Symbol.asyncIterator]();
  let next = await iterator.next();
  let head = next.done ? new Uint8Array() : next.value;
  // Asked of a part, as V8 takes a length of 2^31, once it is compiled, for less than any.
  while (!next.done && head.subarray(0, HEAD).length < HEAD) {
    const before = head.slice();
    next = await iterator.next();
    head = next.done ? before : joinedAll([before, next.value]);
  }
  return [head, {
    async *[Symbol.asyncIterator]() {
      try {
        yield head;
        for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
          yield next.value;
        }
      } finally {
        await iterator.return?.();
      }
    },
  }];
}

/** The format that the first bytes look like. */
function sniff(head: Uint8Array): InputFormat {
  const text = new TextDecoder(encodingOf(head)).decode(head.subarray(0, 2 ** 16))
    .replaceAll("\x1e", "").trimStart();
  if (text.startsWith("PAR1")) return "parquet";
  if (!/^[[{]/.test(text)) return "csv";
  const [line, ...rest] = text.split(/\r\n?|\n/);
  if (!rest.some((other) => other.trim() !== "")) return "json";
  try {
    JSON.parse(line);
    return "ndjson";
  } catch {
    return "json";
  }
}

/**
 * All the bytes, of which there can be `most`; an input without end is given up there.
 *
 * @throws {DataError} If there are more, which is too much of what `mend` names.
 */
async function gather(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
  mend: string,
  { onProgress }: ReadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) throw new DataError(`it is more ${mend}`);
    kept.push(chunk.slice());
    onProgress?.(length);
  }
  return joinedAll(kept);
}

/** How a text is written, by the mark that it begins with. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = [bytes[0], bytes[1]];
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new DataError("it is not UTF-8, as JSON must be: save it so");
  }
}
