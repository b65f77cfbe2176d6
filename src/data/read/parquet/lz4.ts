import { DataError } from "../../data_error.ts";
import { broken } from "./broken.ts";
import { ByteReader } from "./byte_reader.ts";
import { Output } from "./output.ts";

/** Unpacks a block of LZ4 (lz4_Block_format.md). */
export function unpackLz4(packed: Uint8Array, length: number): Uint8Array {
  const output = new Output(length);
  addBlock(new ByteReader(packed), output);
  return output.whole();
}

/** Unpacks LZ4 as Hadoop writes it, in blocks with their lengths before them, or a block alone. */
export function unpackHadoopLz4(packed: Uint8Array, length: number): Uint8Array {
  try {
    const output = new Output(length);
    const reader = new ByteReader(packed);
    while (reader.left > 0) {
      const [whole, part] = [highFirst(reader.take(4)), highFirst(reader.take(4))];
      const before = output.at;
      addBlock(new ByteReader(reader.take(part)), output);
      if (output.at - before !== whole) broken("a block of LZ4 in it is of another length");
    }
    return output.whole();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return unpackLz4(packed, length);
  }
}

function addBlock(reader: ByteReader, output: Output): void {
  while (reader.left > 0) {
    const token = reader.byte();
    output.add(reader.take(lengthOf(reader, token >> 4)));
    if (reader.left === 0) return;
    const distance = reader.byte() + 256 * reader.byte();
    output.repeat(distance, 4 + lengthOf(reader, token & 15));
  }
}

/** A length whose first part is in a token. */
function lengthOf(reader: ByteReader, start: number): number {
  let length = start;
  for (let more = start === 15 ? 255 : 0; more === 255; length += more) more = reader.byte();
  return length;
}

function highFirst(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
