import { parquetWriteBuffer } from "npm:hyparquet-writer@0.17.0";
import { type NamedRows, typedRows } from "./rows.ts";

/**
 * Writes rows as Parquet. A column whose values are all numbers is one of doubles, or of 32-bit
 * integers where all are such; one of any mixture is text.
 *
 * @param rows The rows.
 * @returns The bytes of the file.
 */
export function rowsToParquet(rows: NamedRows): Uint8Array {
  const { names } = rows;
  const columns: unknown[][] = names.map(() => []);
  for (const row of typedRows(rows)) columns.forEach((column, i) => column.push(row[i]));
  const columnData = columns.map((data, i) => ({ name: names[i], ...typed(data) }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

type Typed = {
  data: unknown[];
  type: "INT32" | "INT64" | "DOUBLE" | "BOOLEAN" | "TIMESTAMP" | "STRING";
};

/** The type that fits all values, which are changed to it. */
function typed(data: unknown[]): Typed {
  const all = (fits: (value: unknown) => boolean) =>
    data.every((value) => value === null || fits(value));
  if (all((value) => typeof value === "number" && (value | 0) === value)) {
    return { data, type: "INT32" };
  }
  if (all((value) => typeof value === "number")) return { data, type: "DOUBLE" };
  if (all((value) => typeof value === "bigint")) return { data, type: "INT64" };
  if (all((value) => typeof value === "boolean")) return { data, type: "BOOLEAN" };
  if (all((value) => value instanceof Date)) return { data, type: "TIMESTAMP" };
  return { data: data.map(textOf), type: "STRING" };
}

function textOf(value: unknown): string | null {
  if (value === null || typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  try {
    return JSON.stringify(value, (_, inner) => typeof inner === "bigint" ? String(inner) : inner);
  } catch {
    return null;
  }
}
