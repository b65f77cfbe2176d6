import { broken } from "./broken.ts";

/** Bits that are read from the last to the first, as Zstandard packs them (RFC 8878, section 4.1). */
export class BackwardBits {
  /** How many bits are left; below 0 where more have been read than there are. */
  left: number;

  /** @param bytes The bytes; the highest bit that is set in the last one ends them. */
  constructor(readonly bytes: Uint8Array) {
    const last = bytes[bytes.length - 1];
    if (!last) broken("what is packed by Zstandard in it does not end");
    this.left = bytes.length * 8 - 8 + (31 - Math.clz32(last));
  }

  /** The next number of up to 32 bits; those before the first are 0. */
  read(width: number): number {
    if (width > 16) return this.read(width - 16) * 65536 + this.read(16);
    this.left -= width;
    return this.#at(this.left) & (1 << width) - 1;
  }

  /** The next number, of up to 16 bits, without taking it. */
  peek(width: number): number {
    return this.#at(this.left - width) & (1 << width) - 1;
  }

  /** Checks that all bits have been read, and none beyond. */
  end(): void {
    if (this.left !== 0) broken("what is packed by Zstandard in it is damaged");
  }

  /** At least 17 bits from a place on. */
  #at(place: number): number {
    if (place < 0) return place < -16 ? 0 : this.#at(0) << -place;
    const { bytes } = this;
    const byte = place >> 3;
    return (bytes[byte] | bytes[byte + 1] << 8 | bytes[byte + 2] << 16) >> (place & 7);
  }
}
