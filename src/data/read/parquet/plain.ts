import { broken, unread } from "./broken.ts";
import type { ByteReader } from "./byte_reader.ts";
import type { Leaf } from "./schema.ts";

/** Values one after another: numbers in a flat array where they are such. */
export type Values = ArrayLike<unknown>;

/** How many bytes a value has, and the array that such values are read into. */
const FLAT = {
  int32: [4, Int32Array],
  int64: [8, BigInt64Array],
  float: [4, Float32Array],
  double: [8, Float64Array],
} as const;

/** Reads values that are written out in full (PLAIN). */
export function readPlain(reader: ByteReader, leaf: Leaf, count: number): Values {
  switch (leaf.type) {
    case "boolean": {
      const bits = reader.take(Math.ceil(count / 8));
      return Array.from({ length: count }, (_, i) => (bits[i >> 3] >> (i & 7) & 1) === 1);
    }
    case "int96":
      return fixed(reader, 12, count);
    case "bytes":
      if (count > reader.left) broken("its texts end too early");
      return Array.from({ length: count }, () => reader.take(reader.u32()));
    case "fixed":
      return fixed(reader, leaf.length, count);
    default: {
      const [size, Flat] = FLAT[leaf.type];
      // A copy, as such arrays begin at multiples of their size.
      return new Flat(reader.take(count * size).slice().buffer);
    }
  }
}

/** Reads values whose first bytes stand together, then their second, and so on (BYTE_STREAM_SPLIT). */
export function readSplit(reader: ByteReader, leaf: Leaf, count: number): Values {
  if (leaf.type === "boolean" || leaf.type === "int96" || leaf.type === "bytes") {
    unread(`values of the type ${leaf.type} split into their bytes`);
  }
  const size = leaf.type === "fixed" ? leaf.length : FLAT[leaf.type][0];
  const split = reader.take(count * size);
  const bytes = new Uint8Array(split.length);
  for (let byte = 0, from = 0; byte < size; byte++) {
    for (let i = 0, to = byte; i < count; i++, to += size) bytes[to] = split[from++];
  }
  if (leaf.type === "fixed") return pieces(bytes, size, count);
  return new FLAT[leaf.type][1](bytes.buffer);
}

function fixed(reader: ByteReader, size: number, count: number): Uint8Array[] {
  return pieces(reader.take(size * count), size, count);
}

function pieces(bytes: Uint8Array, size: number, count: number): Uint8Array[] {
  if (size < 1) broken("it has values of no length");
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}
