import { type ColumnSource, parquetWriteBuffer } from "npm:hyparquet-writer@0.17.0";
import { Day, isHeld, isNumeric, Literal, Moment, textOfCell } from "../read/cells.ts";
import { jsonOf, rawJson } from "./json_of.ts";
import { withColumns } from "./parquet_with_columns.ts";
import type { NamedRows } from "./rows.ts";
import { typedRows } from "./typed_rows.ts";

/** An element of a schema, of which this is what we use. */
type Element = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>[number];

/** A column to be written: its values, and what is said of their type. */
interface Column {
  readonly data: unknown[];
  readonly schema: readonly Element[];
}

/**
 * Writes rows as Parquet. Those that came from Parquet keep their types and values whatever they are;
 * of others a column has the type that fits all its values: whole numbers of 32 or 64 bits, doubles,
 * truths, times, lists of doubles, JSON, or else text.
 *
 * @param rows The rows.
 * @returns The bytes of the file.
 */
export function rowsToParquet(rows: NamedRows): Uint8Array {
  const { names, parquet, added } = rows;
  if (!parquet || !added) return written(names, typedRows(rows));
  const [first] = added;
  const own = names.slice(names.length - first.length);
  return withColumns(parquet, (sizes) => written(own, added, sizes));
}

/** How many rows a group has at the most, where that is open. */
const GROUP = 100_000;

function written(
  names: readonly string[],
  rows: Iterable<readonly unknown[]>,
  rowGroupSize: number[] = [GROUP],
): Uint8Array {
  const cells: unknown[][] = names.map(() => []);
  for (const row of rows) cells.forEach((column, i) => column.push(row[i]));
  const columns = cells.map((data, i) => columnOf(names[i], data));
  return new Uint8Array(parquetWriteBuffer({
    columnData: columns.map(({ data }, i): ColumnSource => ({
      name: names[i],
      data,
      offsetIndex: false,
    })),
    schema: [
      { name: "root", num_children: names.length },
      ...columns.flatMap(({ schema }) => schema),
    ],
    rowGroupSize,
  }));
}

/** Whole numbers of 64 bits. */
const [LEAST, MOST, MOST_UNSIGNED] = [-(2n ** 63n), 2n ** 63n - 1n, 2n ** 64n - 1n];

/** The type that fits all values, which are changed to it. */
function columnOf(name: string, data: unknown[]): Column {
  const all = (fits: (value: unknown) => boolean) =>
    data.every((value) => value === null || value === undefined || fits(value));
  const each = <T>(change: (value: T) => unknown) =>
    data.map((value) => value === null || value === undefined ? null : change(value as T));
  const column = (data: unknown[], own: Omit<Element, "name">, ...inner: Element[]): Column => ({
    data,
    schema: [{ name, repetition_type: "OPTIONAL", ...own }, ...inner],
  });
  if (all((value) => typeof value === "number" && (value | 0) === value)) {
    return column(data, { type: "INT32" });
  }
  if (all(isWhole) && !all((value) => typeof value === "number")) {
    const wholes = each((value) => BigInt(String(value))) as (bigint | null)[];
    const within = (least: bigint, most: bigint) =>
      wholes.every((value) => value === null || value >= least && value <= most);
    if (within(LEAST, MOST)) return column(wholes, { type: "INT64" });
    if (within(0n, MOST_UNSIGNED)) {
      return column(wholes, { type: "INT64", converted_type: "UINT_64" });
    }
  } else if (all(isDouble)) return column(each(Number), { type: "DOUBLE" });
  if (all((value) => typeof value === "boolean")) return column(data, { type: "BOOLEAN" });
  if (all((value) => value instanceof Date)) {
    return column(data, { type: "INT64", converted_type: "TIMESTAMP_MILLIS" });
  }
  if (all((value) => value instanceof Day)) {
    return column(each(({ days }: Day) => days), { type: "INT32", converted_type: "DATE" });
  }
  if (all((value) => value instanceof Moment && value.digits === 3)) {
    const isAdjustedToUTC = data.some((value) => value instanceof Moment && value.isUtc);
    return column(each(({ value }: Moment) => value), {
      type: "INT64",
      logical_type: { type: "TIMESTAMP", isAdjustedToUTC, unit: "MILLIS" },
    });
  }
  if (
    all((value) => Array.isArray(value) && value.every((item) => item === null || isDouble(item)))
  ) {
    const lists = each((list: unknown[]) =>
      list.map((item) => item === null ? null : Number(item))
    );
    return column(
      lists,
      { converted_type: "LIST", num_children: 1 },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      { name: "element", repetition_type: "OPTIONAL", type: "DOUBLE" },
    );
  }
  if (all((value) => typeof value === "object" && !isNumeric(value))) {
    return column(each(asJson), {
      type: "BYTE_ARRAY",
      converted_type: "JSON",
      logical_type: { type: "JSON" },
    });
  }
  return column(each(textOf), { type: "BYTE_ARRAY", converted_type: "UTF8" });
}

/**
 * A value for a writer that makes JSON of it: it looks into objects by itself, where long numbers
 * would be rounded, unless they inherit from nothing.
 */
function asJson(value: unknown): unknown {
  const toJSON = () =>
    JSON.parse(
      jsonOf(value),
      ((_key: string, inner: unknown, { source }: { source?: string }) =>
        typeof inner === "number" ? rawJson(source ?? String(inner)) : inner) as never,
    );
  return Object.assign(Object.create(null), { toJSON });
}

/** Whether a value is a whole number to its last digit. */
function isWhole(value: unknown): boolean {
  return typeof value === "bigint" || typeof value === "number" && Number.isSafeInteger(value) ||
    value instanceof Literal && /^-?\d+$/.test(value.text);
}

/** Whether a double holds a value. */
function isDouble(value: unknown): boolean {
  return typeof value === "number" || value instanceof Literal && isHeld(value.text);
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && !isNumeric(value) ? jsonOf(value) : textOfCell(value);
}
