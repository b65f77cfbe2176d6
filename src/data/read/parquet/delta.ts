import { broken } from "./broken.ts";
import type { Budget } from "./budget.ts";
import type { ByteReader } from "./byte_reader.ts";

/** Blocks of differences: their sizes, and the reader past their header. */
function headerOf(reader: ByteReader): { parts: number; each: number } {
  const block = reader.varint();
  const parts = reader.varint();
  const each = block / parts;
  reader.varint();
  if (!(parts >= 1 && each >= 8 && each % 8 === 0 && block <= 2 ** 20)) {
    broken("its differences are in blocks of no size");
  }
  return { parts, each };
}

/** Reads 32-bit integers that are stored as differences (DELTA_BINARY_PACKED). */
export function readDeltas32(reader: ByteReader, count: number): Int32Array {
  const numbers = new Int32Array(count);
  const { parts, each } = headerOf(reader);
  // Of numbers that wrap at 2^32 the low half alone counts.
  const half = () => Number(BigInt.asIntN(32, reader.zigzagBig()));
  let value = half();
  let at = 0;
  if (count > 0) numbers[at++] = value;
  while (at < count) {
    const least = half();
    const widths = reader.take(parts);
    for (let part = 0; part < parts && at < count; part++) {
      const width = widths[part];
      const bits = new Bits(takeUpTo(reader, each * width / 8));
      for (const end = Math.min(count, at + each); at < end; at++) {
        value = value + least + bits.low(width) | 0;
        numbers[at] = value;
      }
    }
  }
  return numbers;
}

/** Reads 64-bit integers that are stored as differences (DELTA_BINARY_PACKED). */
export function readDeltas64(reader: ByteReader, count: number): BigInt64Array {
  const numbers = new BigInt64Array(count);
  const { parts, each } = headerOf(reader);
  let value = BigInt.asIntN(64, reader.zigzagBig());
  let at = 0;
  if (count > 0) numbers[at++] = value;
  while (at < count) {
    const least = reader.zigzagBig();
    const widths = reader.take(parts);
    for (let part = 0; part < parts && at < count; part++) {
      const width = widths[part];
      const bits = new Bits(takeUpTo(reader, each * width / 8));
      for (const end = Math.min(count, at + each); at < end; at++) {
        const low = BigInt(bits.low(Math.min(width, 32)) >>> 0);
        const high = width > 32 ? BigInt(bits.low(width - 32) >>> 0) << 32n : 0n;
        value = BigInt.asIntN(64, value + least + (high | low));
        numbers[at] = value;
      }
    }
  }
  return numbers;
}

/** Reads byte strings whose lengths come first (DELTA_LENGTH_BYTE_ARRAY). */
export function readLengths(reader: ByteReader, count: number): Uint8Array[] {
  return Array.from(readDeltas32(reader, count), (length) => reader.take(length));
}

/** Reads byte strings that begin as the one before does (DELTA_BYTE_ARRAY). */
export function readPrefixes(reader: ByteReader, count: number, budget: Budget): Uint8Array[] {
  const prefixes = readDeltas32(reader, count);
  let before = new Uint8Array();
  return readLengths(reader, count).map((suffix, i) => {
    const prefix = prefixes[i];
    if (!(prefix >= 0 && prefix <= before.length)) broken("a text in it continues no other");
    budget.take(0, prefix);
    const bytes = new Uint8Array(prefix + suffix.length);
    bytes.set(before.subarray(0, prefix));
    bytes.set(suffix, prefix);
    return before = bytes;
  });
}

/** The last part of a block may be cut off where its numbers end. */
function takeUpTo(reader: ByteReader, length: number): Uint8Array {
  return reader.take(Math.min(length, reader.left));
}

/** Numbers packed bit by bit, the lowest first. */
class Bits {
  #at = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** The lowest 32 bits of the next number. */
  low(width: number): number {
    let value = 0;
    for (let read = 0; read < width;) {
      const at = this.#at >> 3;
      if (at >= this.bytes.length) broken("its differences end too early");
      const some = Math.min(8 - (this.#at & 7), width - read);
      if (read < 32) value |= (this.bytes[at] >> (this.#at & 7) & (1 << some) - 1) << read;
      read += some;
      this.#at += some;
    }
    return value;
  }
}
