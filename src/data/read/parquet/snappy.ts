import { broken } from "./broken.ts";
import { ByteReader } from "./byte_reader.ts";
import { Output } from "./output.ts";

/** Unpacks Snappy, as google/snappy describes it in format_description.txt. */
export function unpackSnappy(packed: Uint8Array, length: number): Uint8Array {
  const reader = new ByteReader(packed);
  if (reader.varint() !== length) broken("what is packed by Snappy in it is of another length");
  const output = new Output(length);
  while (reader.left > 0) {
    const tag = reader.byte();
    const upper = tag >> 2;
    switch (tag & 3) {
      case 0:
        output.add(reader.take(1 + (upper < 60 ? upper : lowFirst(reader, upper - 59))));
        break;
      case 1:
        output.repeat((tag >> 5) * 256 + reader.byte(), 4 + (upper & 7));
        break;
      case 2:
        output.repeat(lowFirst(reader, 2), 1 + upper);
        break;
      case 3:
        output.repeat(lowFirst(reader, 4), 1 + upper);
    }
  }
  return output.whole();
}

function lowFirst(reader: ByteReader, bytes: number): number {
  let value = 0;
  for (let i = 0, factor = 1; i < bytes; i++, factor *= 256) value += reader.byte() * factor;
  return value;
}
