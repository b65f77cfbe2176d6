import type { ByteReader } from "./byte_reader.ts";
import { broken } from "./broken.ts";

/** Whole numbers of few bits. */
export type Wholes = Uint8Array | Uint32Array;

/**
 * Reads numbers of `width` bits: runs of one number, and groups of eight packed bit by bit
 * (Parquet's "RLE/bit-packing hybrid").
 */
export function readRuns(reader: ByteReader, width: number, count: number): Wholes {
  if (width > 32) broken(`it has numbers of ${width} bits`);
  const numbers = width <= 8 ? new Uint8Array(count) : new Uint32Array(count);
  for (let at = 0; at < count;) {
    const header = reader.varint();
    const length = Math.floor(header / 2);
    if (header % 2 === 0) {
      const value = littleEndian(reader.take(Math.ceil(width / 8)));
      const end = Math.min(count, at + length);
      numbers.fill(value, at, end);
      at = end;
    } else {
      const packed = Math.min(count - at, length * 8);
      // The last group may be cut off where its numbers end.
      const bytes = reader.take(
        Math.min(length * width, Math.max(reader.left, Math.ceil(packed * width / 8))),
      );
      unpack(bytes, width, numbers, at, packed);
      at += packed;
    }
  }
  return numbers;
}

/** Unpacks numbers of `width` bits, the lowest bit first. */
function unpack(bytes: Uint8Array, width: number, into: Wholes, from: number, count: number) {
  if (width > 24) return unpackWide(bytes, width, into, from, count);
  const mask = 2 ** width - 1;
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = from; i < from + count; i++) {
    for (; held < width; held += 8) bits |= bytes[at++] << held;
    into[i] = bits & mask;
    bits >>>= width;
    held -= width;
  }
}

/** As {@link unpack}, by numbers that hold more than 32 bits. */
function unpackWide(bytes: Uint8Array, width: number, into: Wholes, from: number, count: number) {
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = from; i < from + count; i++) {
    for (; held < width; held += 8) bits += bytes[at++] * 2 ** held;
    into[i] = bits % 2 ** width;
    bits = Math.floor(bits / 2 ** width);
    held -= width;
  }
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}
