import { broken } from "./broken.ts";

/** Bytes that are read one after another; what would go past their end is refused. */
export class ByteReader {
  /** Where the next byte is. */
  at = 0;

  /** @param bytes The bytes. */
  constructor(readonly bytes: Uint8Array) {}

  /** How many bytes are left. */
  get left(): number {
    return this.bytes.length - this.at;
  }

  /** The next byte. */
  byte(): number {
    if (this.at >= this.bytes.length) broken("a part of it ends too early");
    return this.bytes[this.at++];
  }

  /** The next bytes. */
  take(length: number): Uint8Array {
    if (!(length >= 0 && length <= this.left)) broken("a length in it goes past its end");
    return this.bytes.subarray(this.at, this.at += length);
  }

  /** A whole number of four bytes, the lowest first. */
  u32(): number {
    const b = this.take(4);
    return (b[0] | b[1] << 8 | b[2] << 16 | b[3] << 24) >>> 0;
  }

  /** A number of seven bits a byte, the lowest first; above 2^53 it is rounded. */
  varint(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 70; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    return broken("a number in it does not end");
  }

  /** As {@link varint}, with the sign in the lowest bit. */
  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** As {@link zigzag}, to the last bit of 64. */
  zigzagBig(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value >> 1n ^ -(value & 1n);
    }
    return broken("a number in it does not end");
  }
}
