import { BackwardBits } from "./backward_bits.ts";
import { broken, unread } from "./broken.ts";
import { ByteReader } from "./byte_reader.ts";
import { type Fse, fseOf, FseState, fseTable, readFse } from "./fse.ts";
import { type Huffman, readHuffman, readSymbols } from "./huffman.ts";
import { Output } from "./output.ts";

/** The most that a block becomes, in bytes. */
const LONGEST = 2 ** 17;

/** What blocks of a frame hand on to those that follow. */
interface Frame {
  /** Where its output begins. */
  readonly start: number;
  huffman?: Huffman;
  /** The tables of the lengths of literals, of distances and of the lengths of matches. */
  readonly tables: (Fse | undefined)[];
  /** The distances used last. */
  readonly recent: [number, number, number];
}

/** Unpacks Zstandard (RFC 8878). */
export function unpackZstd(packed: Uint8Array, length: number): Uint8Array {
  const reader = new ByteReader(packed);
  const output = new Output(length);
  while (reader.left > 0) {
    const magic = reader.u32();
    if (magic === 0xfd2fb528) addFrame(reader, output);
    else if (magic >>> 4 === 0x184d2a5) reader.take(reader.u32());
    else broken("what is packed by Zstandard in it is none");
  }
  return output.whole();
}

function addFrame(reader: ByteReader, output: Output): void {
  const about = reader.byte();
  const isOne = (about & 32) !== 0;
  if (!isOne) reader.byte();
  const dictionary = reader.take([0, 1, 2, 4][about & 3]);
  if (dictionary.some((byte) => byte !== 0)) unread("a dictionary of Zstandard");
  reader.take([isOne ? 1 : 0, 2, 4, 8][about >> 6]);
  const frame: Frame = { start: output.at, tables: [], recent: [1, 4, 8] };
  for (let isLast = false; !isLast;) {
    const header = reader.byte() | reader.byte() << 8 | reader.byte() << 16;
    isLast = (header & 1) === 1;
    const size = header >> 3;
    switch (header >> 1 & 3) {
      case 0:
        output.add(reader.take(size));
        break;
      case 1: {
        output.room(size);
        output.bytes.fill(reader.byte(), output.at, output.at += size);
        break;
      }
      case 2:
        addBlock(new ByteReader(reader.take(size)), frame, output);
        break;
      default:
        broken("a block of Zstandard in it is of no kind");
    }
  }
  if (about & 4) reader.take(4);
}

function addBlock(reader: ByteReader, frame: Frame, output: Output): void {
  const literals = new ByteReader(literalsOf(reader, frame, output));
  const first = reader.byte();
  const count = first < 128
    ? first
    : first < 255
    ? (first - 128) * 256 + reader.byte()
    : reader.byte() + 256 * reader.byte() + 0x7f00;
  if (count > 0) addSequences(reader, count, literals, frame, output);
  output.add(literals.take(literals.left));
}

/** The bytes of a block that stand in no match, one after another. */
function literalsOf(reader: ByteReader, frame: Frame, output: Output): Uint8Array {
  const header = reader.byte();
  const kind = header & 3;
  const form = header >> 2 & 3;
  if (kind < 2) {
    const more = [0, 1, 0, 2][form];
    let size = header >> (more ? 4 : 3);
    for (let i = 0; i < more; i++) size += reader.byte() * 2 ** (4 + 8 * i);
    checkLiterals(size, output);
    return kind === 0 ? reader.take(size) : new Uint8Array(size).fill(reader.byte());
  }
  const width = [10, 10, 14, 18][form];
  let sizes = header >> 4;
  for (let bits = 4; bits < 2 * width; bits += 8) sizes += reader.byte() * 2 ** bits;
  const size = sizes % 2 ** width;
  checkLiterals(size, output);
  const source = new ByteReader(reader.take(Math.floor(sizes / 2 ** width)));
  if (kind === 2) frame.huffman = readHuffman(source);
  const table = frame.huffman ?? broken("a table of Zstandard in it is missing");
  const literals = new Uint8Array(size);
  if (form === 0) readSymbols(source.take(source.left), table, literals);
  else {
    const lengths = [0, 1, 2].map(() => source.byte() + 256 * source.byte());
    const part = Math.ceil(size / 4);
    [...lengths, source.left - lengths[0] - lengths[1] - lengths[2]].forEach((length, i) => {
      readSymbols(source.take(length), table, literals.subarray(i * part, (i + 1) * part));
    });
  }
  return literals;
}

function checkLiterals(size: number, output: Output): void {
  if (size > LONGEST) broken("a block of Zstandard in it is too long");
  output.room(size);
}

/** By which number each code of a length begins, and how many bits are added to it. */
const LITERALS = codes([
  ...Array.from({ length: 16 }, () => 0),
  ...[1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
], 0);
const MATCHES = codes([
  ...Array.from({ length: 32 }, () => 0),
  ...[1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
], 3);

function codes(widths: readonly number[], first: number) {
  let base = first;
  return widths.map((width) => {
    const code = { base, width };
    base += 2 ** width;
    return code;
  });
}

/** For literals, distances and matches: the tables used where none is given, and their bounds. */
const TABLES = [
  {
    most: 9,
    highest: 35,
    usual: fseTable(6, [
      ...[4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2],
      ...[2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1],
    ]),
  },
  {
    most: 8,
    highest: 31,
    usual: fseTable(5, [
      ...[1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1],
      ...[1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1],
    ]),
  },
  {
    most: 9,
    highest: 52,
    usual: fseTable(6, [
      ...[1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      ...[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1],
    ]),
  },
];

/** Adds literals and matches by turns. */
function addSequences(
  reader: ByteReader,
  count: number,
  literals: ByteReader,
  frame: Frame,
  output: Output,
): void {
  const modes = reader.byte();
  TABLES.forEach(({ most, highest, usual }, i) => {
    const mode = modes >> (6 - 2 * i) & 3;
    if (mode === 0) frame.tables[i] = usual;
    if (mode === 1) frame.tables[i] = fseOf(Math.min(reader.byte(), highest));
    if (mode === 2) frame.tables[i] = readFse(reader, most, highest);
  });
  const bits = new BackwardBits(reader.take(reader.left));
  const [literal, distance, match] = TABLES.map((_, i) =>
    new FseState(frame.tables[i] ?? broken("a table of Zstandard in it is missing"), bits)
  );
  for (let i = 0; i < count; i++) {
    const value = 2 ** distance.symbol + bits.read(distance.symbol);
    const long = MATCHES[match.symbol];
    const length = long.base + bits.read(long.width);
    const short = LITERALS[literal.symbol];
    const before = short.base + bits.read(short.width);
    output.add(literals.take(before));
    output.repeat(distanceOf(value, before, frame.recent), length, frame.start);
    if (i === count - 1) break;
    literal.next();
    match.next();
    distance.next();
  }
  bits.end();
}

/** The distance that a value stands for: one of those used last, or a new one. */
function distanceOf(value: number, literals: number, recent: Frame["recent"]): number {
  const which = value > 3 ? 3 : value - (literals > 0 ? 1 : 0);
  const distance = value > 3 ? value - 3 : which === 3 ? recent[0] - 1 : recent[which];
  if (which >= 2) recent[2] = recent[1];
  if (which >= 1) recent[1] = recent[0];
  recent[0] = distance;
  return distance;
}
