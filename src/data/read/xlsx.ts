import { readXlsx as readWorkbook } from "npm:hucre@1.0.0/xlsx";
import { DataError, quotable } from "../data_error.ts";
import { requireUnpackable } from "./zip_size.ts";
import { tableOfRows } from "./json_tables.ts";
import type { Cell, ReadOptions, Table } from "./table.ts";

/** What Excel shows where a formula has no value. */
const FAULT = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

/**
 * Reads the first sheet of a workbook that is seen and has rows.
 *
 * @param bytes The workbook.
 * @param options What is known of it.
 * @throws {DataError} If it is none, or has no rows.
 */
export async function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): Promise<Table> {
  requireUnpackable(bytes);
  const { sheets } = await workbookOf(bytes);
  const filled = sheets.map(({ name, rows }) => ({ name, rows: filledIn(rows) }))
    .filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new DataError("it holds no rows: all its sheets are empty");
  const [{ name, rows }, ...others] = filled;
  const from = options.header === undefined ? tableStart(rows) : 0;
  const [first, ...rest] = narrowed(rows.slice(from));
  const isNames = first.every((cell) => cell === null || typeof cell === "string");
  const cells = isNames ? [first.map((cell) => cell ?? ""), ...rest] : [first, ...rest];
  const table = tableOfRows(cells, `Excel, the sheet '${quotable(name)}'`, options);
  const notes = [
    ...(others.length > 0
      ? [
        `the sheet '${quotable(name)}' is read, and not ` +
        `${
          others.map(({ name }) => `'${quotable(name)}'`).slice(0, 4).join(", ")
        }: save another as CSV`,
      ]
      : []),
    ...(from > 0 ? [`${from} row${from === 1 ? "" : "s"} above the table left out`] : []),
  ];
  return { ...table, notes };
}

async function workbookOf(bytes: Uint8Array) {
  try {
    return await readWorkbook(bytes, {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
    });
  } catch (error) {
    const reason = quotable(error instanceof Error ? error.message : String(error));
    throw new DataError(`it is no whole workbook of Excel (${reason}): save it as CSV`);
  }
}

/** Rows without those that are empty; what has no value is `null`. */
function filledIn(rows: readonly (readonly Cell[])[]): Cell[][] {
  const isEmpty = (cell: Cell) => cell === null || cell === undefined || cell === "";
  const isFault = (cell: Cell) => typeof cell === "string" && FAULT.test(cell);
  return rows.filter((row) => !row.every(isEmpty))
    .map((row) => row.map((cell) => isEmpty(cell) || isFault(cell) ? null : cell));
}

/** Rows without empty columns at their sides, all of one width. */
function narrowed(rows: readonly (readonly Cell[])[]): Cell[][] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const isFilled = (column: number) => rows.some((row) => (row[column] ?? null) !== null);
  let [from, to] = [0, width];
  while (from < to && !isFilled(from)) from++;
  while (to > from && !isFilled(to - 1)) to--;
  return rows.map((row) => Array.from({ length: to - from }, (_, i) => row[from + i] ?? null));
}

/** Where the table begins: below lines that have one cell where it has more. */
function tableStart(rows: readonly (readonly Cell[])[]): number {
  const filled = (row: readonly Cell[]) => row.filter((cell) => cell !== null).length;
  const start = rows.findIndex((row) => filled(row) > 1);
  return Math.max(0, start);
}
