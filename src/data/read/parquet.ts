import { DataError } from "../data_error.ts";
import { Budget } from "./parquet/budget.ts";
import { columnsOf } from "./parquet/columns.ts";
import { footerOf } from "./parquet/footer.ts";
import type { Values } from "./parquet/plain.ts";
import { bytesAsTexts } from "./parquet/texts.ts";
import type { Cell, ReadOptions, Table } from "./table.ts";
import { Unfolding } from "./unfold.ts";

/** How long it is read at a time, in milliseconds: other work can be done in between. */
const SLICE = 30;

/** Rows that were read together. */
interface Group {
  readonly rows: number;
  readonly columns: Values[];
}

/**
 * Reads a Parquet file. However it is damaged, it takes no more time and memory than its size
 * allows: see `parquet/budget.ts`.
 *
 * @param bytes The file.
 * @param options What is known of it.
 * @throws {DataError} If it is none, or not whole.
 * @throws The signal's reason, if it aborts.
 */
export async function readParquet(bytes: Uint8Array, options: ReadOptions = {}): Promise<Table> {
  if (bytes.length === 0) throw new DataError("it is empty");
  const { schema, groups, index } = footerOf(bytes);
  const { fields, leaves } = schema;
  const names = fields.map(({ name }) => name);
  if (names.length === 0) throw new DataError("its rows hold no values");
  const unfolding = new Unfolding(names.length, names);
  const isNested = fields.map(({ children, kind }) => children.length > 0 || kind === "repeated");
  fields.forEach((field, i) => {
    if (!isNested[i] && leaves[field.leaves[0]].type === "boolean") unfolding.see(i, true);
  });
  const budget = new Budget(bytes.length);
  const pending: Group[] = [];
  const kept: Group[] = [];
  let begun = performance.now();
  const giveWay = async () => {
    if (performance.now() - begun < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
    options.signal?.throwIfAborted();
    begun = performance.now();
  };
  const add = ({ rows, columns }: Group) => {
    for (let row = 0; row < rows; row++) unfolding.add((i) => columns[i][row]);
  };
  for (const group of groups) {
    const read = { rows: group.rows, columns: await columnsOf(group, schema, budget, giveWay) };
    if (options.keep) kept.push(read);
    // How long lists are is known once all have been seen.
    if (isNested.includes(true)) pending.push(read);
    else add(read);
    await giveWay();
  }
  for (const { columns } of pending) {
    columns.forEach((column, i) => {
      if (isNested[i]) {
        for (let row = 0; row < column.length; row++) unfolding.see(i, column[row]);
      }
    });
    await giveWay();
  }
  for (const group of pending) {
    add(group);
    await giveWay();
  }
  if (unfolding.rows === 0) throw new DataError("it holds no rows");
  const done = (records?: Table["records"]): Table => {
    const table = unfolding.done("Parquet", records);
    const isIndex = (i: number) => index.includes(names[table.columns[i].cell]);
    return { ...table, index: [...table.columns.keys()].filter(isIndex) };
  };
  if (!options.keep) return done();
  fields.forEach((field, i) => {
    if (isNested[i] || leaves[field.leaves[0]].type !== "bytes") return;
    const texts = bytesAsTexts(kept.map(({ columns }) => columns[i]));
    if (texts) kept.forEach(({ columns }, group) => columns[i] = texts[group]);
  });
  return { ...done(() => recordsOf(kept)), parquet: bytes };
}

function* recordsOf(groups: readonly Group[]): Generator<readonly Cell[]> {
  for (const { rows, columns } of groups) {
    for (let row = 0; row < rows; row++) yield columns.map((column) => column[row]);
  }
}
