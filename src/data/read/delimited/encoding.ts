import { joinedAll } from "../../../bytes/join.ts";
import { DataError } from "../../data_error.ts";

/** A text that is read as UTF-8, whatever it is written in. */
export interface Utf8 {
  /** What it is written in, as its standard calls it: `utf-8`, `windows-1252`. */
  readonly encoding: string;
  /** Whether it begins with a byte-order mark of UTF-8. */
  readonly mark: boolean;
  /** How many bytes of the source have been taken. */
  readonly taken: () => number;
  /** Its next bytes, without the mark; nothing at the end. They may change once more are asked for. */
  readonly next: () => Promise<Uint8Array | undefined>;
}

/** How many bytes are looked at to find out what a text is written in. */
const HEAD = 2 ** 16;

/**
 * Turns a text into UTF-8 as it comes.
 *
 * @param chunks The text; a chunk may change once the next is asked for.
 * @param label What it is written in, by a label of the Encoding Standard. Default: found out.
 * @throws {DataError} If it is empty, or no text.
 */
export async function asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  label?: string,
): Promise<Utf8> {
  const source = chunks[Symbol.asyncIterator]();
  const { head, whole } = await headOf(source);
  if (head.length === 0) throw new DataError("it is empty");
  const encoding = label === undefined ? encodingOf(head, whole) : new TextDecoder(label).encoding;
  let taken = head.length;
  let first: Uint8Array | undefined = head;
  const raw = async () => {
    if (first) {
      const given = first;
      first = undefined;
      return given;
    }
    if (whole) return undefined;
    const { done, value } = await source.next();
    if (done) return undefined;
    taken += value.length;
    return value;
  };
  const mark = encoding === "utf-8" && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (mark) first = head.subarray(3);
  if (first!.length === 0) throw new DataError("it is empty");
  return {
    encoding,
    mark,
    taken: () => taken,
    next: encoding === "utf-8" ? raw : transcoded(raw, encoding, label !== undefined),
  };
}

/** What gives the next bytes as UTF-8. */
function transcoded(
  raw: Utf8["next"],
  encoding: string,
  isGiven: boolean,
): Utf8["next"] {
  // What was found out may err at a byte; what was told must be right.
  const decoder = new TextDecoder(encoding, { fatal: isGiven });
  const encoder = new TextEncoder();
  let ended = false;
  return async () => {
    while (!ended) {
      const bytes = await raw();
      ended = bytes === undefined;
      try {
        const text = decoder.decode(bytes, { stream: !ended });
        if (text !== "") return encoder.encode(text);
      } catch {
        throw new DataError(`it is not ${encoding}, as --encoding says: leave that out`);
      }
    }
    return undefined;
  };
}

async function headOf(
  source: AsyncIterator<Uint8Array>,
): Promise<{ head: Uint8Array; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const { done, value } = await source.next();
    if (done) return { head: joinedAll(chunks), whole: true };
    chunks.push(value.slice());
    length += value.length;
  }
  return { head: chunks.length === 1 ? chunks[0] : joinedAll(chunks), whole: false };
}

function encodingOf(head: Uint8Array, whole: boolean): string {
  const [first, second, third, fourth] = head;
  if (first === 0x1f && second === 0x8b) {
    throw new DataError("it is compressed: unpack it first");
  }
  const isUtf32 = first === 0xff && second === 0xfe && third === 0 && fourth === 0 ||
    first === 0 && second === 0 && third === 0xfe && fourth === 0xff;
  if (isUtf32) throw new DataError("it is UTF-32: save it as UTF-8");
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const [even, odd] = zerosIn(head);
  // Of a text without a mark, most letters of which are Latin.
  if (odd > 0.3 && even < 0.05) return "utf-16le";
  if (even > 0.3 && odd < 0.05) return "utf-16be";
  if (even + odd > 0) {
    throw new DataError(
      "it is not a text, as a zero byte is in it: name it by its kind, as in points.parquet",
    );
  }
  return isUtf8(head, whole) ? "utf-8" : "windows-1252";
}

/** The shares of zero bytes at even and at odd places. */
function zerosIn(bytes: Uint8Array): [even: number, odd: number] {
  const counts: [number, number] = [0, 0];
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) counts[at % 2]++;
  const pairs = bytes.length / 2;
  return [counts[0] / pairs, counts[1] / pairs];
}

/** Whether bytes are UTF-8; the last letter of some that go on may be cut. */
export function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}
