import { DataError, quotable } from "../data_error.ts";
import { cellText } from "./add_cell.ts";
import { isNumeric, isRecord } from "./cells.ts";
import { hasHeader } from "./delimited/header.ts";
import { type ReadOptions, requireColumns, type Table } from "./table.ts";
import { tableOf } from "./table_of.ts";

/** A table of rows: numbers, arrays or objects, all of one kind. */
export function tableOfRows(rows: readonly unknown[], what: string, options: ReadOptions): Table {
  const [first] = rows;
  if (rows.length === 0) throw new DataError("it holds no rows");
  if (isRecord(first)) return tableOfObjects(rows, what);
  const single = isNumeric(first);
  if (!single && !Array.isArray(first)) {
    throw new DataError(`it is ${kindOf(first)}, not an array or an object`, "row 1");
  }
  const cells = rows.map((row, i): readonly unknown[] => {
    if (single && (isNumeric(row) || row === null)) return [row];
    if (single || !Array.isArray(row)) {
      throw new DataError(`it is ${kindOf(row)}, not ${kindOf(first)} as others`, `row ${i + 1}`);
    }
    return row;
  });
  const header = !single && (options.header ?? hasTextHeader(cells));
  const body = header ? cells.slice(1) : cells;
  const width = (body[0] ?? cells[0]).length;
  requireColumns(width, "row 1");
  body.forEach(({ length }, i) => {
    if (length !== width) {
      throw new DataError(
        `it has ${length} value${length === 1 ? "" : "s"}, not ${width} as others`,
        `row ${i + 1}`,
      );
    }
  });
  return tableOf(
    body,
    header ? cells[0].map(cellText) : undefined,
    `${what}: ${single ? "numbers" : `arrays, ${header ? "with" : "without"} a header`}`,
    width,
  );
}

function hasTextHeader(rows: readonly (readonly unknown[])[]): boolean {
  if (rows.length < 2 || !rows[0].every((cell) => typeof cell === "string")) return false;
  return hasHeader(rows.slice(0, 200).map((row) => row.map(cellText)));
}

/** A table of objects: a column for each key. */
export function tableOfObjects(rows: readonly unknown[], what: string): Table {
  const columns = new Map<string, number>();
  let values = 0;
  const cells = rows.map((row, i) => {
    if (!isRecord(row)) {
      throw new DataError(`it is ${kindOf(row)}, not an object as others`, `row ${i + 1}`);
    }
    const cells: unknown[] = [];
    for (const [name, value] of Object.entries(row)) {
      let at = columns.get(name);
      if (at === undefined) {
        columns.set(name, at = columns.size);
        requireColumns(columns.size, `row ${i + 1}`);
      }
      cells[at] = value;
      values++;
    }
    requireDense((i + 1) * columns.size, values, columns.size, `row ${i + 1}`);
    return cells;
  });
  return tableOf(cells, [...columns.keys()], `${what}: objects`, columns.size);
}

/** How many cells a table may have however few of them hold a value. */
const FEW_CELLS = 2 ** 24;
/** How many times as many as hold a value a larger one may have. */
const SPARSE = 16;

/** Refuses a table of which almost all would be missing: it would take far more than its text. */
function requireDense(cells: number, values: number, columns: number, place: string): void {
  if (cells <= FEW_CELLS || cells <= SPARSE * values) return;
  throw new DataError(
    `up to here objects have ${columns} keys in all, and most lack most of them: give all the ` +
      "same keys",
    place,
  );
}

/**
 * Whether an object has a column under each key: lists of values, beside which lists of lists or of
 * objects are columns too if they are as long.
 */
export function areColumns(value: Readonly<Record<string, unknown>>): boolean {
  const columns = Object.values(value);
  if (columns.length === 0 || !columns.every(Array.isArray)) return false;
  const rows = columns.filter((column) => {
    const first = column.find((cell) => cell !== null);
    return Array.isArray(first) || isRecord(first);
  });
  const isEven = columns.every(({ length }) => length === columns[0].length);
  return rows.length === 0 || isEven && rows.length < columns.length;
}

/** A table of columns by name. */
export function tableOfColumns(value: Readonly<Record<string, unknown>>): Table {
  const names = Object.keys(value);
  const columns = Object.values(value) as (readonly unknown[])[];
  requireColumns(names.length);
  const length = columns[0].length;
  columns.forEach((column, i) => {
    if (column.length !== length) {
      throw new DataError(
        `it has ${column.length} values, not ${length} as others`,
        `column ${quotable(names[i])}`,
      );
    }
  });
  const rows = Array.from({ length }, (_, i) => columns.map((column) => column[i]));
  return tableOf(rows, names, "JSON: columns", names.length);
}

/** What a value of JSON is, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (isNumeric(value)) return "a number";
  const type = typeof value;
  return type === "string" ? "a text" : `${type === "object" ? "an" : "a"} ${type}`;
}
