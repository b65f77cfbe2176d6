import { broken } from "./broken.ts";
import type { ByteReader } from "./byte_reader.ts";

/** A value of Thrift's compact protocol, in which Parquet writes what describes its data. */
type Thrift = boolean | number | Uint8Array | readonly Thrift[] | Struct;

/** How deep structures lie in each other at the most: those of Parquet lie 6 deep. */
const DEEPEST = 32;

/** The types of the protocol, by their numbers. */
const [STOP, TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, STRUCT] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12],
];

/** A structure: values by the numbers of their fields, each checked when it is asked for. */
export class Struct {
  readonly #fields = new Map<number, Thrift>();

  /** Reads a structure. */
  constructor(reader: ByteReader, depth = 0) {
    if (depth > DEEPEST) broken("what describes it is nested too deep");
    for (let id = 0;;) {
      const header = reader.byte();
      const type = header & 15;
      if (type === STOP) return;
      id = header >> 4 ? id + (header >> 4) : reader.zigzag();
      this.#fields.set(id, valueOf(reader, type, depth));
    }
  }

  /** Whether a field is there. */
  has(id: number): boolean {
    return this.#fields.has(id);
  }

  /** A whole number; `otherwise` where it is not there. */
  whole(id: number, otherwise?: number): number {
    const value = this.#fields.get(id) ?? otherwise;
    return Number.isSafeInteger(value) ? value as number : amiss(id);
  }

  /** A whole number from 0 to `most`. */
  size(id: number, most = Number.MAX_SAFE_INTEGER): number {
    const value = this.whole(id);
    return value >= 0 && value <= most ? value : amiss(id);
  }

  /** A truth. */
  truth(id: number, otherwise: boolean): boolean {
    const value = this.#fields.get(id) ?? otherwise;
    return typeof value === "boolean" ? value : amiss(id);
  }

  /** A text. */
  text(id: number): string {
    const value = this.#fields.get(id);
    return value instanceof Uint8Array ? new TextDecoder().decode(value) : amiss(id);
  }

  /** A structure in this one; `undefined` where it is not there. */
  inner(id: number): Struct | undefined {
    const value = this.#fields.get(id);
    return value === undefined || value instanceof Struct ? value : amiss(id);
  }

  /** A list of structures. */
  list(id: number): readonly Struct[] {
    const value = this.#fields.get(id);
    if (!Array.isArray(value)) return amiss(id);
    return value.map((item) => item instanceof Struct ? item : amiss(id));
  }
}

function amiss(id: number): never {
  return broken(`field ${id} of what describes it is missing or wrong`);
}

function valueOf(reader: ByteReader, type: number, depth: number): Thrift {
  switch (type) {
    case TRUE:
      return true;
    case FALSE:
      return false;
    case BYTE:
      return reader.byte() << 24 >> 24;
    case I16:
    case I32:
    case I64:
      return reader.zigzag();
    case DOUBLE:
      return reader.take(8);
    case BINARY:
      return reader.take(reader.varint());
    case LIST:
    case SET:
      return listOf(reader, depth);
    case STRUCT:
      return new Struct(reader, depth + 1);
    default:
      return broken(`it is described by a value of the unknown type ${type}`);
  }
}

function listOf(reader: ByteReader, depth: number): Thrift[] {
  if (depth > DEEPEST) broken("what describes it is nested too deep");
  const header = reader.byte();
  const type = header & 15;
  const size = header >> 4 === 15 ? reader.varint() : header >> 4;
  // Every item takes a byte at the least.
  if (size > reader.left) broken("a list in it goes past its end");
  const items: Thrift[] = [];
  for (let i = 0; i < size; i++) {
    items.push(
      type === TRUE || type === FALSE ? reader.byte() === 1 : valueOf(reader, type, depth + 1),
    );
  }
  return items;
}
