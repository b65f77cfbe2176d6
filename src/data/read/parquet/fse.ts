import type { BackwardBits } from "./backward_bits.ts";
import { broken } from "./broken.ts";
import type { ByteReader } from "./byte_reader.ts";

/** A table of finite state entropy: what each state stands for, and which follows. */
export interface Fse {
  /** How many bits a state has. */
  readonly log: number;
  readonly symbols: Uint8Array;
  /** How many bits are read for the state that follows. */
  readonly widths: Uint8Array;
  /** What they are added to. */
  readonly bases: Uint16Array;
}

/** A table of one state, which stands for one symbol. */
export function fseOf(symbol: number): Fse {
  return {
    log: 0,
    symbols: Uint8Array.of(symbol),
    widths: new Uint8Array(1),
    bases: new Uint16Array(1),
  };
}

/** Makes a table of how often each symbol comes; -1 is less than once (RFC 8878, section 4.1.1). */
export function fseTable(log: number, counts: ArrayLike<number>): Fse {
  const size = 2 ** log;
  const symbols = new Uint8Array(size);
  const next = Array.from(counts, Math.abs);
  let high = size;
  for (let symbol = 0; symbol < counts.length; symbol++) {
    if (counts[symbol] === -1) symbols[--high] = symbol;
  }
  const step = (size >> 1) + (size >> 3) + 3;
  let at = 0;
  for (let symbol = 0; symbol < counts.length; symbol++) {
    for (let i = 0; i < counts[symbol]; i++) {
      symbols[at] = symbol;
      do at = at + step & size - 1; while (at >= high);
    }
  }
  const widths = new Uint8Array(size);
  const bases = new Uint16Array(size);
  for (let state = 0; state < size; state++) {
    const follow = next[symbols[state]]++;
    widths[state] = log - (31 - Math.clz32(follow));
    bases[state] = (follow << widths[state]) - size;
  }
  return { log, symbols, widths, bases };
}

/**
 * Reads a table.
 *
 * @param reader The bytes; it is left past the table.
 * @param most How many bits a state can have.
 * @param highest The highest symbol.
 */
export function readFse(reader: ByteReader, most: number, highest: number): Fse {
  const { bytes, at } = reader;
  let bit = at * 8;
  const read = (width: number) => {
    const byte = bit >> 3;
    const value = (bytes[byte] | bytes[byte + 1] << 8 | bytes[byte + 2] << 16) >> (bit & 7);
    bit += width;
    return value & (1 << width) - 1;
  };
  const log = read(4) + 5;
  if (log > most) broken("a table of Zstandard in it is too large");
  const counts: number[] = [];
  let left = 2 ** log;
  while (left > 0) {
    const width = 32 - Math.clz32(left + 1);
    const spare = 2 ** width - 2 - left;
    let value = read(width - 1);
    if (value >= spare) {
      value += read(1) * 2 ** (width - 1);
      if (value >= 2 ** (width - 1)) value -= spare;
    }
    const count = value - 1;
    left -= Math.abs(count);
    counts.push(count);
    for (let zeros = count === 0 ? 3 : 0; zeros === 3;) {
      zeros = read(2);
      for (let i = 0; i < zeros; i++) counts.push(0);
    }
    if (counts.length > highest + 1 || bit > bytes.length * 8) left = -1;
  }
  if (left < 0) broken("a table of Zstandard in it is damaged");
  reader.take(Math.ceil(bit / 8) - at);
  return fseTable(log, counts);
}

/** A state, and the bits that lead it on. */
export class FseState {
  #state: number;

  constructor(readonly table: Fse, readonly bits: BackwardBits) {
    this.#state = bits.read(table.log);
  }

  /** What the state stands for. */
  get symbol(): number {
    return this.table.symbols[this.#state];
  }

  /** Goes on to the next state. */
  next(): void {
    const { bases, widths } = this.table;
    this.#state = bases[this.#state] + this.bits.read(widths[this.#state]);
  }
}
