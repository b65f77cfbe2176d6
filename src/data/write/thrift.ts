import type { ByteReader } from "../read/parquet/byte_reader.ts";

/**
 * A value of Thrift's compact protocol with its type, so that it can be written again as it was. A
 * number is kept in full.
 */
export type Value =
  | { readonly type: number; readonly value: bigint | Uint8Array | boolean }
  | List
  | { readonly type: 12; readonly fields: Fields };

/** The fields of a structure by their numbers. */
export type Fields = Map<number, Value>;

const [STOP, TRUE, FALSE, BYTE, I32, I64, DOUBLE, BINARY, LIST, SET, STRUCT] = [
  ...[0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 12],
];

/** A number of 32 bits. */
export const i32 = (value: number): Value => ({ type: I32, value: BigInt(value) });
/** A number of 64 bits. */
export const i64 = (value: number): Value => ({ type: I64, value: BigInt(value) });

/** A list. */
export interface List {
  readonly type: 9 | 10;
  readonly of: number;
  items: Value[];
}

/** The list that is a field of a structure. */
export function listIn(fields: Fields, id: number): List {
  const list = fields.get(id);
  if (!list || !("items" in list)) throw new TypeError(`Cannot find the list ${id}`);
  return list;
}

/** The structure that is a field of a structure. */
export function fieldsIn(fields: Fields, id: number): Fields {
  const field = fields.get(id);
  if (!field || !("fields" in field)) throw new TypeError(`Cannot find the structure ${id}`);
  return field.fields;
}

/** The structures in a list that is a field of a structure. */
export function structsIn(fields: Fields, id: number): Fields[] {
  return listIn(fields, id).items.flatMap((item) => "fields" in item ? [item.fields] : []);
}

/** Adds structures to a list that is a field of a structure. */
export function addStructs(fields: Fields, id: number, structs: readonly Fields[]): void {
  listIn(fields, id).items.push(
    ...structs.map((own): Value => ({ type: STRUCT as 12, fields: own })),
  );
}

/** A whole number that is a field of a structure; 0 where it is not there. */
export function numberIn(fields: Fields, id: number): number {
  const field = fields.get(id);
  return field && "value" in field && typeof field.value === "bigint" ? Number(field.value) : 0;
}

/** Reads a structure; it was read before, and is sound. */
export function readFields(reader: ByteReader): Fields {
  const fields: Fields = new Map();
  for (let id = 0;;) {
    const header = reader.byte();
    const type = header & 15;
    if (type === STOP) return fields;
    id = header >> 4 ? id + (header >> 4) : reader.zigzag();
    fields.set(
      id,
      type === TRUE || type === FALSE
        ? { type: TRUE, value: type === TRUE }
        : readValue(reader, type),
    );
  }
}

function readValue(reader: ByteReader, type: number): Value {
  switch (type) {
    case TRUE:
    case FALSE:
      // In a list a truth is a byte.
      return { type, value: reader.byte() === TRUE };
    case BYTE:
      return { type, value: reader.take(1) };
    case DOUBLE:
      return { type, value: reader.take(8) };
    case BINARY:
      return { type, value: reader.take(reader.varint()) };
    case STRUCT:
      return { type: STRUCT as 12, fields: readFields(reader) };
    case LIST:
    case SET: {
      const header = reader.byte();
      const of = header & 15;
      const size = header >> 4 === 15 ? reader.varint() : header >> 4;
      const items = Array.from({ length: size }, () => readValue(reader, of));
      return { type: type as 9 | 10, items, of };
    }
    default:
      return { type, value: reader.zigzagBig() };
  }
}

/** Writes a structure. */
export function writtenFields(fields: Fields): number[] {
  const bytes: number[] = [];
  writeFields(bytes, fields);
  return bytes;
}

function writeFields(bytes: number[], fields: Fields): void {
  let last = 0;
  for (const [id, field] of [...fields].sort(([a], [b]) => a - b)) {
    const isFalse = field.type === TRUE && "value" in field && field.value === false;
    const type = isFalse ? FALSE : field.type;
    if (id - last <= 15) bytes.push(id - last << 4 | type);
    else {
      bytes.push(type);
      writeVarint(bytes, zigzag(BigInt(id)));
    }
    if (field.type !== TRUE) writeValue(bytes, field);
    last = id;
  }
  bytes.push(STOP);
}

function writeValue(bytes: number[], field: Value): void {
  if ("fields" in field) writeFields(bytes, field.fields);
  else if ("items" in field) {
    const { items, of } = field;
    if (items.length < 15) bytes.push(items.length << 4 | of);
    else {
      bytes.push(15 << 4 | of);
      writeVarint(bytes, BigInt(items.length));
    }
    for (const item of items) writeValue(bytes, item);
  } else if (typeof field.value === "boolean") bytes.push(field.value ? TRUE : FALSE);
  else if (typeof field.value === "bigint") writeVarint(bytes, zigzag(field.value));
  else {
    if (field.type === BINARY) writeVarint(bytes, BigInt(field.value.length));
    for (const byte of field.value) bytes.push(byte);
  }
}

function zigzag(value: bigint): bigint {
  return BigInt.asUintN(64, value << 1n ^ value >> 63n);
}

function writeVarint(bytes: number[], value: bigint): void {
  let rest = value;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
}
