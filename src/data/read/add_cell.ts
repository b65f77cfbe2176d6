import { nameable } from "../data_error.ts";
import { Decimal, isRecord, Literal, textOfCell } from "./cells.ts";
import { isMissing, numberOf } from "./number_text.ts";
import type { Cell, TableBuilder } from "./table.ts";

/** Adds a cell to the row of a table. */
export function addCell(builder: TableBuilder, column: number, cell: Cell): void {
  const value = cellNumber(cell);
  if (Number.isFinite(value)) builder.number(column, value);
  else if (isMissingCell(cell)) builder.missing(column);
  else builder.other(column, () => cellText(cell));
}

function cellNumber(cell: Cell): number {
  if (typeof cell === "number") return cell;
  // Who writes digits as a text with zeros before them means no number.
  if (typeof cell === "string") return /^\s*[+-]?0\d/.test(cell) ? NaN : numberOf(cell.trim());
  return typeof cell === "bigint" || cell instanceof Decimal || cell instanceof Literal
    ? Number(String(cell))
    : NaN;
}

function isMissingCell(cell: Cell): boolean {
  return cell === null || cell === undefined || Number.isNaN(cell) ||
    typeof cell === "string" && isMissing(cell.trim());
}

/** A cell in a few words; what holds other values is not gone into, however deep it is. */
export function cellText(cell: Cell): string {
  if (Array.isArray(cell)) return "[…]";
  if (cell instanceof Map || isRecord(cell)) return "{…}";
  return nameable(textOfCell(cell));
}
