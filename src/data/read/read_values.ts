import { DataError, nameable } from "../data_error.ts";
import { isMissing, numberOf } from "./number_text.ts";
import { type Cell, type Table, TableBuilder } from "./table.ts";

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
  const builder = new TableBuilder(width);
  for (const row of rows) {
    builder.row();
    for (let i = 0; i < width; i++) addCell(builder, i, row[i]);
  }
  return builder.done(names, about, () => rows);
}

/** Adds a cell to the row of a table. */
export function addCell(builder: TableBuilder, column: number, cell: Cell): void {
  const value = cellNumber(cell);
  if (Number.isFinite(value)) builder.number(column, value);
  else if (isMissingCell(cell)) builder.missing(column);
  else builder.other(column, () => cellText(cell));
}

function cellNumber(cell: Cell): number {
  if (typeof cell === "number") return cell;
  if (typeof cell === "string") return numberOf(cell.trim());
  return typeof cell === "bigint" ? Number(cell) : NaN;
}

function isMissingCell(cell: Cell): boolean {
  return cell === null || cell === undefined || Number.isNaN(cell) ||
    typeof cell === "string" && isMissing(cell.trim());
}

/** A cell in a few words; what holds other values is not gone into, however deep it is. */
export function cellText(cell: Cell): string {
  if (Array.isArray(cell)) return "[…]";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString();
  if (typeof cell === "object" && cell !== null) return "{…}";
  return nameable(String(cell));
}
