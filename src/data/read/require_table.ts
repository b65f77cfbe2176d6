import { readable, requireObject, shown } from "../../checks.ts";
import type { Table } from "./table.ts";

/**
 * Refuses what is no table as `readTable` gives it.
 *
 * @throws {TypeError} If it is none.
 */
export function requireTable(action: string, table: Table): void {
  requireObject(action, "'table'", table);
  const isTable = readable(action, "table", table, () => {
    const { columns, rows, numbers, points } = table;
    return Array.isArray(columns) && Number.isInteger(rows) && rows >= 0 &&
      typeof numbers === "function" && (points === undefined || Array.isArray(points)) &&
      // Array.from, as holes in an array are passed over otherwise.
      Array.from(columns).every((column) =>
        typeof column === "object" && typeof column?.name === "string"
      );
  });
  if (isTable) return;
  throw new TypeError(`Cannot ${action} as 'table' must be one of readTable: ${shown(table)}`);
}
