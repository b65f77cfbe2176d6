import { Decimal, isHeld, Literal } from "../read/cells.ts";
import type { NamedRows } from "./rows.ts";

/** What becomes of a cell of a column, in a row. */
type Change = (cell: unknown, row: number) => unknown;

/**
 * The rows for a format that has numbers. Texts of a column are numbers there if they are written as
 * numbers are everywhere and a double holds all of them: `01234` and an id of 18 digits stay texts,
 * and so does all of their column.
 *
 * @param rows The rows.
 * @param doublesOnly Whether all numbers of the format are doubles: then long integers and decimals
 * are texts too.
 */
export function* typedRows(
  rows: NamedRows,
  doublesOnly = false,
): Generator<readonly unknown[]> {
  const changes = changesOf(rows, doublesOnly);
  let at = 0;
  for (const row of rows.rows) {
    yield rows.names.map((_, i) => {
      const cell = row[i] ?? null;
      return cell === null ? null : changes.get(i)?.(cell, at) ?? (changes.has(i) ? null : cell);
    });
    at++;
  }
}

/** A number as JSON has it, or without a digit before or behind its point. */
const PLAIN = /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
/** What a number would lose its digits of. */
const PADDED = /^[+-]?0\d/;

function changesOf({ rows, texts }: NamedRows, doublesOnly: boolean): Map<number, Change> {
  const columns = [...texts ?? []].map(([i, { isFeature, values }]) => ({
    ...{ i, isFeature, values: values(), isPlain: true, isExact: true },
  }));
  const long = new Set<number>();
  let at = 0;
  for (const row of rows) {
    for (const column of columns) {
      const cell = row[column.i];
      if (typeof cell !== "string" || Number.isNaN(column.values[at])) continue;
      const text = cell.trim();
      // 1.419 is no plain number where points keep thousands apart.
      if (!PLAIN.test(text) || Number(text) !== column.values[at]) column.isPlain = false;
      else if (!isHeld(text)) column.isExact = false;
      if (PADDED.test(text)) column.isExact = false;
    }
    for (let i = 0; doublesOnly && i < row.length; i++) {
      if (isLong(row[i]) && !isHeld(String(row[i]))) long.add(i);
    }
    at++;
  }
  const changes = new Map<number, Change>();
  for (const { i, isFeature, values, isPlain, isExact } of columns) {
    const change: Change = !isExact || !isPlain && !isFeature
      ? (cell) => cell
      : isPlain
      ? (cell) => numberOf(String(cell).trim())
      : (_, row) => values[row];
    changes.set(i, (cell, row) => Number.isNaN(values[row]) ? null : change(cell, row));
  }
  for (const i of long) changes.set(i, (cell) => isLong(cell) ? String(cell) : cell);
  return changes;
}

function isLong(cell: unknown): cell is bigint | Decimal {
  return typeof cell === "bigint" || cell instanceof Decimal;
}

/** A number that is a text, in the digits that it has. */
function numberOf(text: string): number | Literal {
  return JSON_NUMBER.test(text) && String(Number(text)) !== text ? new Literal(text) : Number(text);
}
