import { broken, unread } from "./broken.ts";
import { ByteReader } from "./byte_reader.ts";
import { type Schema, schemaOf, TYPES } from "./schema.ts";
import { Struct } from "./thrift.ts";

/** The values of one leaf in a group of rows. */
export interface Chunk {
  /** How they are compressed: a number of the format. */
  readonly codec: number;
  /** How many there are, those that are missing included. */
  readonly values: number;
  /** Their pages. */
  readonly bytes: Uint8Array;
}

/** Rows that are stored together. */
export interface RowGroup {
  readonly rows: number;
  /** A chunk for each leaf of the schema. */
  readonly chunks: readonly Chunk[];
}

/** What a file says of itself at its end. */
export interface Footer {
  readonly schema: Schema;
  readonly groups: readonly RowGroup[];
  /** The names of the columns that pandas says are the names of its rows. */
  readonly index: readonly string[];
}

/** What stands at both ends of a file. */
const MAGIC = "PAR1";

/** Reads the footer of a file. */
export function footerOf(file: Uint8Array): Footer {
  const text = (from: number) => String.fromCharCode(...file.subarray(from, from + MAGIC.length));
  if (text(0) === "PARE" || text(file.length - 4) === "PARE") unread("encryption");
  if (text(0) !== MAGIC) broken(`it does not begin with ${MAGIC}`);
  if (file.length < 12 || text(file.length - 4) !== MAGIC) broken(`it does not end with ${MAGIC}`);
  const tail = new ByteReader(file.subarray(file.length - 8));
  const length = tail.u32();
  if (length > file.length - 12) broken("its footer is longer than the file");
  const end = file.length - 8 - length;
  const footer = new Struct(new ByteReader(file.subarray(end, end + length)));
  const schema = schemaOf(footer.list(2));
  const groups = footer.list(4).map((group) => groupOf(group, schema, file.subarray(0, end)));
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  if (rows !== footer.size(3)) broken(`its groups have ${rows} rows, not ${footer.size(3)}`);
  return { schema, groups, index: indexOf(footer) };
}

/** What pandas says of its columns stands beside what Parquet says, as JSON. */
function indexOf(footer: Struct): string[] {
  if (!footer.has(5)) return [];
  const said = footer.list(5).find((pair) => pair.text(1) === "pandas");
  try {
    const { index_columns: names } = JSON.parse(said!.text(2));
    return names.filter((name: unknown) => typeof name === "string");
  } catch {
    // It is not told, or not in a way that is known.
    return [];
  }
}

function groupOf(group: Struct, { leaves }: Schema, file: Uint8Array): RowGroup {
  const columns = group.list(1);
  if (columns.length !== leaves.length) {
    broken(`a group of its rows has ${columns.length} columns, not ${leaves.length}`);
  }
  const chunks = columns.map((column, i) => {
    if (column.has(1)) unread("columns in other files");
    if (column.has(8) || column.has(9)) unread("encryption");
    const about = column.inner(3) ?? broken("a column of it is not described");
    if (TYPES[about.size(1)] !== leaves[i].type) broken("a column of it is of two types");
    return chunkOf(about, file);
  });
  return { rows: group.size(3), chunks };
}

function chunkOf(about: Struct, file: Uint8Array): Chunk {
  // Some writers say 0 where there is no page of a dictionary.
  const dictionary = about.whole(11, 0);
  const start = dictionary > 0 ? dictionary : about.size(9);
  const length = about.size(7);
  if (start < MAGIC.length || start + length > file.length) {
    broken("a column of it lies outside the file");
  }
  return {
    codec: about.size(4, 15),
    values: about.size(5),
    bytes: file.subarray(start, start + length),
  };
}
