import { DataError } from "../data_error.ts";
import { Budget } from "./parquet/budget.ts";
import { columnsOf } from "./parquet/columns.ts";
import { footerOf } from "./parquet/footer.ts";
import type { Values } from "./parquet/plain.ts";
import { addCell } from "./read_values.ts";
import { type Cell, type ReadOptions, type Table, TableBuilder } from "./table.ts";

/** How long it is read at a time, in milliseconds: other work can be done in between. */
const SLICE = 30;

/**
 * Reads a Parquet file. However it is damaged, it takes no more time and memory than its size
 * allows: see `parquet/budget.ts`.
 *
 * @param bytes The file.
 * @param options What is known of it.
 * @throws {DataError} If it is none, or not whole.
 */
export async function readParquet(bytes: Uint8Array, options: ReadOptions = {}): Promise<Table> {
  if (bytes.length === 0) throw new DataError("it is empty");
  const { schema, groups } = footerOf(bytes);
  const names = schema.fields.map(({ name }) => name);
  if (names.length === 0) throw new DataError("its rows hold no values");
  const builder = new TableBuilder(names.length);
  const budget = new Budget(bytes.length);
  const kept: { rows: number; columns: Values[] }[] = [];
  let begun = performance.now();
  const giveWay = async () => {
    if (performance.now() - begun < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  };
  for (const group of groups) {
    const columns = await columnsOf(group, schema, budget, giveWay);
    for (let row = 0; row < group.rows; row++) {
      builder.row();
      for (let i = 0; i < columns.length; i++) addCell(builder, i, columns[i][row]);
    }
    if (options.keep) kept.push({ rows: group.rows, columns });
    await giveWay();
  }
  if (builder.rows === 0) throw new DataError("it holds no rows");
  return builder.done(names, "Parquet", options.keep ? () => recordsOf(kept) : undefined);
}

function* recordsOf(
  groups: readonly { rows: number; columns: readonly Values[] }[],
): Generator<readonly Cell[]> {
  for (const { rows, columns } of groups) {
    for (let row = 0; row < rows; row++) yield columns.map((column) => column[row]);
  }
}
