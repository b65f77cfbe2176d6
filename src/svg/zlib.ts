import { joined, u32 } from "./bytes.ts";
import { codeLengths, codesOf } from "./prefix_code.ts";

/** The symbol that ends the data; those behind it are runs of the byte before. */
const END = 256;
/** The bits behind each symbol of a run (3.2.5), which tell how much longer it is than the shortest. */
const REST_BITS = Array.from({ length: 29 }, (_, i) => i < 8 || i === 28 ? 0 : (i >> 2) - 1);
const LONGEST = 258;
const SHORTEST = REST_BITS.map((_, i) =>
  i === 28 ? LONGEST : REST_BITS.slice(0, i).reduce((run, bits) => run + 2 ** bits, 3)
);
/** A block that is the last, with codes of its own: 286 for bytes and runs, 1 for distances. */
const HEAD = [[1, 1], [2, 2], [29, 5], [0, 5], [15, 4]] as const;
/** The lengths of the codes that tell lengths, in the order of 3.2.7: four bits for 0 to 15. */
const LENGTH_CODES = [0, 0, 0, ...Array<number>(16).fill(4)];

/**
 * Compresses pictures of few colours, in the format of zlib: bytes that come often are short, and a
 * byte that comes over and over is told once. There is nothing to load for it.
 *
 * P. Deutsch, "DEFLATE Compressed Data Format Specification version 1.3", RFC 1951, 1996.
 *
 * @param bytes At least one.
 */
export function zlib(bytes: Uint8Array): Uint8Array {
  const symbols = new Uint16Array(bytes.length + 1);
  const rests = new Uint8Array(bytes.length + 1);
  let length = 0;
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i++];
    symbols[length++] = byte;
    let end = i;
    while (end < bytes.length && bytes[end] === byte) end++;
    while (end - i >= SHORTEST[0]) {
      const run = Math.min(end - i, LONGEST);
      const symbol = SHORTEST.findLastIndex((shortest) => shortest <= run);
      rests[length] = run - SHORTEST[symbol];
      symbols[length++] = END + 1 + symbol;
      i += run;
    }
  }
  symbols[length++] = END;

  const counts = new Uint32Array(END + 1 + SHORTEST.length);
  for (let i = 0; i < length; i++) counts[symbols[i]]++;
  const lengths = codeLengths(counts);
  const codes = codesOf(lengths);
  const bits = new Bits(2 * length + 512);
  for (const [value, count] of HEAD) bits.add(value, count);
  for (const count of LENGTH_CODES) bits.add(count, 3);
  const nibbles = codesOf(new Uint8Array(16).fill(4));
  for (const length of lengths) bits.add(nibbles[length], 4);
  bits.add(nibbles[1], 4);
  for (let i = 0; i < length; i++) {
    const symbol = symbols[i];
    bits.add(codes[symbol], lengths[symbol]);
    if (symbol <= END) continue;
    bits.add(rests[i], REST_BITS[symbol - END - 1]);
    // The distance: one byte back.
    bits.add(0, 1);
  }
  return joined([0x78, 0x01], bits.bytes(), u32(adler32(bytes)));
}

/** Bits one after another, the first in the lowest place of a byte. */
class Bits {
  readonly #bytes: Uint8Array;
  #length = 0;
  #held = 0;
  #count = 0;

  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  add(value: number, count: number): void {
    this.#held |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.#bytes[this.#length++] = this.#held;
      this.#held >>>= 8;
      this.#count -= 8;
    }
  }

  bytes(): Uint8Array {
    if (this.#count > 0) this.add(0, 8 - this.#count);
    return this.#bytes.subarray(0, this.#length);
  }
}

/** The check of RFC 1950, 9. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let i = 0; i < bytes.length; i++) {
    a += bytes[i];
    b += a;
    // Before a sum has more bits than are exact.
    if (i % 4096 === 4095) [a, b] = [a % 65521, b % 65521];
  }
  return (b % 65521) * 65536 + a % 65521;
}
