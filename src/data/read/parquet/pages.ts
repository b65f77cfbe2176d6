import { broken, unread } from "./broken.ts";
import type { Budget } from "./budget.ts";
import { ByteReader } from "./byte_reader.ts";
import { readDeltas32, readDeltas64, readLengths, readPrefixes } from "./delta.ts";
import type { Chunk } from "./footer.ts";
import { meant } from "./meaning.ts";
import { readPlain, readSplit, type Values } from "./plain.ts";
import { readRuns, type Wholes } from "./runs.ts";
import type { Leaf } from "./schema.ts";
import { Struct } from "./thrift.ts";
import { unpacked } from "./unpack.ts";

/** Some values of a leaf. */
export interface Page {
  /** How many there are, those that are missing included. */
  readonly count: number;
  /** How far the way to each is there; none where each is. */
  readonly definitions?: Wholes;
  /** Which list each continues; none where there are no lists. */
  readonly repetitions?: Wholes;
  /** Those that are there. */
  readonly values: Values;
}

/** The kinds of pages, by the numbers of the format. */
const [DATA, INDEX, DICTIONARY, DATA_2] = [0, 1, 2, 3];

/** The encodings of values. */
const [PLAIN, PLAIN_DICTIONARY, RUNS, DELTAS, LENGTHS, PREFIXES, BY_DICTIONARY, SPLIT] = [
  ...[0, 2, 3, 5, 6, 7, 8, 9],
];

/** Reads the values of a leaf in a group of rows, page by page. */
export async function* pagesOf(chunk: Chunk, leaf: Leaf, budget: Budget): AsyncGenerator<Page> {
  const reader = new ByteReader(chunk.bytes);
  let dictionary: Values | undefined;
  let left = chunk.values;
  while (left > 0) {
    const header = new Struct(reader);
    const size = header.size(2);
    const bytes = reader.take(header.size(3));
    const kind = header.size(1);
    if (kind === INDEX) continue;
    if (kind === DICTIONARY) {
      const about = header.inner(7) ?? broken("a dictionary in it is not described");
      const count = about.size(1);
      budget.take(count, size);
      const plain = new ByteReader(await unpacked(bytes, chunk.codec, size));
      dictionary = meant(readPlain(plain, leaf, count), leaf);
      continue;
    }
    const about = header.inner(kind === DATA_2 ? 8 : 5);
    if (!about || kind !== DATA && kind !== DATA_2) broken(`it has a page of the kind ${kind}`);
    const count = about.size(1, left);
    budget.take(count, size);
    left -= count;
    if (kind === DATA) {
      const page = new ByteReader(await unpacked(bytes, chunk.codec, size));
      yield pageOf(page, about, leaf, dictionary, budget);
    } else {
      yield await secondPageOf(bytes, size, about, chunk.codec, leaf, dictionary, budget);
    }
  }
}

/** A page of the first kind: levels and values are packed together, lengths stand before levels. */
function pageOf(
  reader: ByteReader,
  about: Struct,
  leaf: Leaf,
  dictionary: Values | undefined,
  budget: Budget,
): Page {
  const count = about.size(1);
  const levels = (most: number, encoding: number) => {
    if (most === 0) return undefined;
    if (about.size(encoding) !== RUNS) unread("levels of an old encoding");
    return levelsOf(reader.take(reader.u32()), most, count);
  };
  const repetitions = levels(leaf.repetition, 4);
  const definitions = levels(leaf.definition, 3);
  const there = presentIn(definitions, leaf, count);
  const values = valuesOf(reader, about.size(2), leaf, there, dictionary, budget);
  return { count, definitions, repetitions, values };
}

/** A page of the second kind: its levels come first, and are not packed. */
async function secondPageOf(
  bytes: Uint8Array,
  size: number,
  about: Struct,
  codec: number,
  leaf: Leaf,
  dictionary: Values | undefined,
  budget: Budget,
): Promise<Page> {
  const count = about.size(1);
  const reader = new ByteReader(bytes);
  const levels = (most: number, length: number) => {
    const packed = reader.take(about.size(length));
    return most === 0 ? undefined : levelsOf(packed, most, count);
  };
  const repetitions = levels(leaf.repetition, 6);
  const definitions = levels(leaf.definition, 5);
  const there = presentIn(definitions, leaf, count);
  const rest = reader.take(reader.left);
  const length = size - (bytes.length - rest.length);
  if (length < 0) broken("the levels of a page are longer than the page");
  const isPacked = about.truth(7, true) && rest.length > 0;
  const plain = isPacked ? await unpacked(rest, codec, length) : rest;
  const values = valuesOf(new ByteReader(plain), about.size(4), leaf, there, dictionary, budget);
  return { count, definitions, repetitions, values };
}

/** Levels from 0 to `most`. */
function levelsOf(bytes: Uint8Array, most: number, count: number): Wholes {
  const levels = readRuns(new ByteReader(bytes), 32 - Math.clz32(most), count);
  for (const level of levels) if (level > most) broken(`a level in it is ${level}, above ${most}`);
  return levels;
}

/** How many of the values are there. */
function presentIn(definitions: Wholes | undefined, leaf: Leaf, count: number): number {
  if (!definitions) return count;
  let there = 0;
  for (const level of definitions) if (level === leaf.definition) there++;
  return there;
}

function valuesOf(
  reader: ByteReader,
  encoding: number,
  leaf: Leaf,
  count: number,
  dictionary: Values | undefined,
  budget: Budget,
): Values {
  if (count === 0) return [];
  const { type } = leaf;
  if (encoding === BY_DICTIONARY || encoding === PLAIN_DICTIONARY) {
    if (!dictionary) broken("a dictionary in it is missing");
    return lookedUp(readRuns(reader, reader.byte(), count), dictionary);
  }
  if (encoding === PLAIN) return meant(readPlain(reader, leaf, count), leaf);
  if (encoding === RUNS && type === "boolean") {
    const runs = new ByteReader(reader.take(reader.u32()));
    return Array.from(readRuns(runs, 1, count), (bit) => bit === 1);
  }
  if (encoding === SPLIT) return meant(readSplit(reader, leaf, count), leaf);
  if (encoding === DELTAS && type === "int32") return meant(readDeltas32(reader, count), leaf);
  if (encoding === DELTAS && type === "int64") return meant(readDeltas64(reader, count), leaf);
  if (encoding === LENGTHS && type === "bytes") return meant(readLengths(reader, count), leaf);
  if (encoding === PREFIXES && (type === "bytes" || type === "fixed")) {
    return meant(readPrefixes(reader, count, budget), leaf);
  }
  return unread(`values of the type ${type} in the encoding ${encoding}`);
}

function lookedUp(indices: Wholes, dictionary: Values): Values {
  const { length } = indices;
  const values = dictionary instanceof Float64Array
    ? new Float64Array(length)
    : dictionary instanceof Int32Array
    ? new Int32Array(length)
    : new Array<unknown>(length);
  for (let i = 0; i < length; i++) {
    if (indices[i] >= dictionary.length) broken("its dictionary is too short");
    values[i] = dictionary[indices[i]];
  }
  return values;
}
