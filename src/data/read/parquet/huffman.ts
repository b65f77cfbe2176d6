import { BackwardBits } from "./backward_bits.ts";
import { broken } from "./broken.ts";
import { ByteReader } from "./byte_reader.ts";
import { FseState, readFse } from "./fse.ts";

/** A table of Huffman codes: for each way the next bits may be, the symbol and its length. */
export interface Huffman {
  /** The length of the longest code, in bits. */
  readonly longest: number;
  readonly symbols: Uint8Array;
  readonly lengths: Uint8Array;
}

/** The longest that codes of literals can be, in bits. */
const LONGEST = 11;

/** Reads a table (RFC 8878, section 4.2.1). */
export function readHuffman(reader: ByteReader): Huffman {
  const header = reader.byte();
  const weights = header < 128
    ? packedWeights(reader.take(header))
    : plainWeights(reader, header - 127);
  const sum = weights.reduce((sum, weight) => sum + (weight > 0 ? 2 ** (weight - 1) : 0), 0);
  const longest = 32 - Math.clz32(sum);
  const last = 2 ** longest - sum;
  if (sum === 0 || longest > LONGEST || (last & last - 1) !== 0) {
    broken("a table of Zstandard in it is damaged");
  }
  weights.push(32 - Math.clz32(last));
  const symbols = new Uint8Array(2 ** longest);
  const lengths = new Uint8Array(2 ** longest);
  let at = 0;
  for (let weight = 1; weight <= longest; weight++) {
    weights.forEach((other, symbol) => {
      if (other !== weight) return;
      const end = at + 2 ** (weight - 1);
      symbols.fill(symbol, at, end);
      lengths.fill(longest + 1 - weight, at, end);
      at = end;
    });
  }
  return { longest, symbols, lengths };
}

function plainWeights(reader: ByteReader, count: number): number[] {
  const bytes = reader.take(Math.ceil(count / 2));
  return Array.from({ length: count }, (_, i) => i % 2 ? bytes[i >> 1] & 15 : bytes[i >> 1] >> 4);
}

/** Weights that two states by turns stand for. */
function packedWeights(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const table = readFse(reader, 6, 255);
  const bits = new BackwardBits(reader.take(reader.left));
  const states = [new FseState(table, bits), new FseState(table, bits)];
  const weights: number[] = [];
  for (let turn = 0; weights.length < 255; turn = 1 - turn) {
    weights.push(states[turn].symbol);
    states[turn].next();
    if (bits.left < 0) {
      weights.push(states[1 - turn].symbol);
      return weights;
    }
  }
  return broken("a table of Zstandard in it is damaged");
}

/** Reads symbols until an array is full. */
export function readSymbols(bytes: Uint8Array, table: Huffman, into: Uint8Array): void {
  const bits = new BackwardBits(bytes);
  const { longest, symbols, lengths } = table;
  for (let i = 0; i < into.length; i++) {
    const way = bits.peek(longest);
    into[i] = symbols[way];
    bits.left -= lengths[way];
  }
  bits.end();
}
