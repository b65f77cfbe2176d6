import { DataError, quotable } from "../../data/data_error.ts";
import { requireNumbers } from "../../data/features/require_numbers.ts";
import { requireLengths } from "../../data/features/unit_length.ts";
import type { Table } from "../../data/read/table.ts";
import type { Model } from "../../model/model.ts";
import { predict, type Prediction } from "../../model/predict.ts";

/**
 * The columns that hold the features of a model: those of their names, or where it has no names all
 * columns of numbers.
 *
 * @throws {DataError} If one is missing, or holds anything but numbers.
 */
export function columnsOf(table: Table, { features, centroids: { columns: n } }: Model): number[] {
  const { columns } = table;
  if (features.length === 0) {
    const found = columns.flatMap(({ numbers, others }, i) =>
      numbers > 0 && others === 0 ? [i] : []
    );
    if (found.length === n) return found;
    throw new DataError(
      `the model has ${n} features without names, and there are ${found.length} columns of numbers: ` +
        `leave in those ${n} alone`,
    );
  }
  const found = features.map((name) => columns.findIndex((column) => column.name === name));
  const missing = features.filter((_, i) => found[i] < 0);
  if (missing.length > 0) {
    throw new DataError(
      `it has no ${listed(missing)}, which the model needs: its columns are ${
        listed(columns.map(({ name }) => name))
      }`,
    );
  }
  for (const i of found) requireNumbers(columns[i], true);
  return found;
}

/**
 * Labels the rows that have all values.
 *
 * @throws {DataError} If a row has to be divided by its length, and has none.
 */
export function labelled(
  table: Table,
  columns: readonly number[],
  model: Model,
): { rows: Uint32Array; prediction: Prediction } {
  const n = columns.length;
  const data = table.numbers(columns);
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    data.subarray(row * n, (row + 1) * n).every((value) => !Number.isNaN(value))
  );
  if (rows.length === 0) {
    return { rows, prediction: { labels: new Uint32Array(), distances: new Float64Array() } };
  }
  const points = new Float64Array(rows.length * n);
  rows.forEach((row, i) => points.set(data.subarray(row * n, (row + 1) * n), i * n));
  const matrix = { data: points, rows: rows.length, columns: n };
  if (model.scaling?.kind === "unit") requireLengths(matrix, rows);
  return { rows, prediction: predict(matrix, model) };
}

/** What was done, for people. */
export function told(rows: number, clusters: Uint32Array, model: string): string {
  const sizes = new Map<number, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const counts = [...sizes].sort(([a], [b]) => a - b).map(([k, size]) => `cluster ${k}: ${size}`);
  const gaps = rows - clusters.length;
  return `${clusters.length} of ${rows} rows labelled by ${model}` +
    `${gaps > 0 ? `, ${gaps} lack a value` : ""}${
      counts.length > 0 ? `; ${counts.join(", ")}` : ""
    }`;
}

/** Names in a message, the first few of many. */
function listed(names: readonly string[]): string {
  const some = names.slice(0, 8).map((name) => `'${quotable(name)}'`).join(", ");
  return names.length > 8 ? `${some} and ${names.length - 8} more` : some;
}
