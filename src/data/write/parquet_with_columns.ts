import { joinedAll } from "../../bytes/join.ts";
import { ByteReader } from "../read/parquet/byte_reader.ts";
import {
  addStructs,
  type Fields,
  fieldsIn,
  i32,
  i64,
  listIn,
  numberIn,
  readFields,
  structsIn,
  writtenFields,
} from "./thrift.ts";

/** The fields of a footer and what it consists of, by the numbers of the format. */
const FILE = { schema: 2, groups: 4, metadata: 5, orders: 7 } as const;
const ELEMENT = { children: 5 } as const;
const GROUP = { columns: 1, size: 2, rows: 3, packed: 6 } as const;
const CHUNK = { offset: 2, about: 3 } as const;
const ABOUT = { size: 6, packed: 7, data: 9, dictionary: 11 } as const;

/** What stands between a footer and the end of a file: its length, and PAR1. */
const TAIL = 8;

/**
 * Adds the columns of one Parquet file to another, which stays as it is to the byte but for its
 * footer: whatever its columns are, they come out as they came.
 *
 * @param file The file.
 * @param added Makes a file of the new columns, in groups of as many rows as it is told.
 */
export function withColumns(
  file: Uint8Array,
  added: (sizes: number[]) => Uint8Array,
): Uint8Array {
  const first = footerIn(file);
  // Groups without rows would have no counterpart.
  const groups = listIn(first.fields, FILE.groups);
  groups.items = groups.items.filter((group) =>
    "fields" in group && numberIn(group.fields, GROUP.rows) > 0
  );
  const own = structsIn(first.fields, FILE.groups);
  const more = added(own.map((group) => numberIn(group, GROUP.rows)));
  const second = footerIn(more);
  const parts: Uint8Array[] = [file.subarray(0, first.start)];
  let at = first.start;
  const [root] = structsIn(first.fields, FILE.schema);
  const [, ...elements] = structsIn(second.fields, FILE.schema);
  root.set(ELEMENT.children, i32(numberIn(root, ELEMENT.children) + elements.length));
  addStructs(first.fields, FILE.schema, elements);
  // The order of values is that of their type.
  if (first.fields.has(FILE.orders)) {
    const order = (): Fields => new Map([[1, { type: 12, fields: new Map() }]]);
    addStructs(first.fields, FILE.orders, elements.map(order));
  }
  withoutArrowSchema(first.fields);

  const others = structsIn(second.fields, FILE.groups);
  own.forEach((group, i) => {
    const columns = structsIn(others[i], GROUP.columns);
    for (const column of columns) {
      const about = fieldsIn(column, CHUNK.about);
      const start = numberIn(about, ABOUT.dictionary) || numberIn(about, ABOUT.data);
      const length = numberIn(about, ABOUT.packed);
      parts.push(more.subarray(start, start + length));
      for (
        const [fields, id] of [[about, ABOUT.data], [about, ABOUT.dictionary], [
          column,
          CHUNK.offset,
        ]] as const
      ) {
        if (numberIn(fields, id) > 0) fields.set(id, i64(numberIn(fields, id) - start + at));
      }
      at += length;
    }
    addStructs(group, GROUP.columns, columns);
    for (const [id, part] of [[GROUP.size, ABOUT.size], [GROUP.packed, ABOUT.packed]] as const) {
      if (!group.has(id)) continue;
      const added = columns.map((column) => numberIn(fieldsIn(column, CHUNK.about), part));
      group.set(id, i64(added.reduce((a, b) => a + b, numberIn(group, id))));
    }
  });
  const footer = writtenFields(first.fields);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, footer.length, true);
  return joinedAll([...parts, footer, length, "PAR1"]);
}

function footerIn(file: Uint8Array): { start: number; fields: Fields } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length - TAIL;
  const start = end - view.getUint32(end, true);
  return { start, fields: readFields(new ByteReader(file.subarray(start, end))) };
}

/**
 * Leaves out what Arrow says of its columns beside what Parquet says: it has a field for each, and
 * programs that find one too few break.
 */
function withoutArrowSchema(fields: Fields): void {
  if (!fields.has(FILE.metadata)) return;
  const metadata = listIn(fields, FILE.metadata);
  metadata.items = metadata.items.filter((item) => {
    const key = "fields" in item ? item.fields.get(1) : undefined;
    const name = key && "value" in key && key.value instanceof Uint8Array ? key.value : [];
    return String.fromCharCode(...name.slice(0, 20)) !== "ARROW:schema";
  });
}
