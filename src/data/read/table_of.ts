import { DataError } from "../data_error.ts";
import type { Cell, Table } from "./table.ts";
import { Unfolding } from "./unfold.ts";

/**
 * Makes a table of rows that are in memory already.
 *
 * @param rows The rows, a cell for each column; a short one lacks its last cells.
 * @param names The names of the columns; `undefined` where they have none.
 * @param about What their reader found out.
 * @param width How many columns there are.
 */
export function tableOf(
  rows: readonly (readonly Cell[])[],
  names: readonly string[] | undefined,
  about: string,
  width: number,
): Table {
  if (rows.length === 0) throw new DataError("it holds no rows");
  if (width === 0) throw new DataError("its rows hold no values");
  const unfolding = new Unfolding(width, names);
  for (const row of rows) for (let i = 0; i < width; i++) unfolding.see(i, row[i]);
  for (const row of rows) unfolding.add((i) => row[i]);
  return unfolding.done(about, () => rows);
}
