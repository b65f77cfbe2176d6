import { isInstance, readable, requireArray, requireOptions, shown } from "../../checks.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { DataError, quotable } from "../data_error.ts";
import { dropRows, fillWithMeans } from "./gaps.ts";
import { type Missing, MISSING_NAMES } from "./missing.ts";
import { findColumn, findColumns } from "./find_columns.ts";
import { placeOf, requireNumbers } from "./require_numbers.ts";
import { weightsIn } from "./weights.ts";
import { type LeftOut, leftOut } from "./left_out.ts";
import { requireTable } from "../read/require_table.ts";
import type { Column, Table } from "../read/table.ts";

/** Of the label and the weights: they were named, so that nobody need be told. */
const NAMED: LeftOut = { why: "named", isNumeric: false };

/** Which columns of a table become features, and what becomes of rows with missing values. */
export interface FeatureOptions {
  /**
   * The columns: names or numbers from 1 in a list such as `a,b`, or indices from 0. Default: those
   * of numbers.
   */
  columns?: string | readonly number[];
  /** A column that is none, by name or number: the true class of the rows. */
  label?: string;
  /** A column that is none, by name or number: the weight of each row, 0 or more. */
  weights?: string;
  /** What becomes of a row that lacks a value. Default `"drop"`. */
  missing?: Missing;
}

/** The points that a table holds. */
export interface Features {
  /** The names of the features. */
  readonly names: readonly string[];
  /** The points. */
  readonly points: Matrix;
  /** The row of each point, counted from 0, ascending; `undefined` where every row is one. */
  readonly rows?: Uint32Array;
  /** The index of the column that is the true class. */
  readonly label?: number;
  /** The weight of each point, if a column was named that has them. */
  readonly weights?: Float64Array;
  /** What was left out or filled in, for people. */
  readonly notes: readonly string[];
}

/**
 * Makes points of a table: finds its columns of numbers, and deals with what is missing.
 *
 * @param table The table.
 * @param options Which columns, and what becomes of missing values.
 * @returns The points.
 * @throws {DataError} If a column does not exist or is not one of numbers, or nothing is left.
 * @throws {TypeError | RangeError} If the table is none, or an option is of a wrong type or out of
 * range.
 *
 * @example A column of text is left out, a row with a missing value is dropped
 * ```ts
 * import { featuresOf, readTable, toRows } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const table = await readTable(new TextEncoder().encode("who,x\nann,1\nbob,\ncy,3\n"));
 * const { points, notes } = await featuresOf(table);
 * assert.deepEqual(toRows(points), [[1], [3]]);
 * assert.deepEqual(notes, [
 *   "left out: who (text)",
 *   "1 of 3 rows dropped, as values are missing in x",
 * ]);
 * ```
 */
export async function featuresOf(table: Table, options: FeatureOptions = {}): Promise<Features> {
  requireTable("find the features", table);
  requireOptions("find the features", options, {
    label: { is: "text" },
    weights: { is: "text" },
    missing: { is: "word", words: MISSING_NAMES },
  });
  const { columns, rows } = table;
  const label = options.label === undefined ? undefined : await findColumn(columns, options.label);
  const weights = options.weights === undefined
    ? undefined
    : await findColumn(columns, options.weights);
  if (weights !== undefined && weights === label) {
    throw new DataError(
      `column '${quotable(columns[label].name)}' is both the label and the weights`,
    );
  }
  const notes: string[] = [];
  let chosen: number[];
  if (options.columns !== undefined) {
    chosen = typeof options.columns === "string"
      ? await findColumns(columns, options.columns)
      : indicesOf(options.columns, columns.length);
    for (const [other, what] of [[label, "label"], [weights, "weights"]] as const) {
      if (other === undefined || !chosen.includes(other)) continue;
      const column = quotable(columns[other].name);
      throw new DataError(`column '${column}' is both a feature and the ${what}`);
    }
  } else {
    columns.forEach((column, i) => {
      if (column.fault !== undefined && i !== label) requireNumbers(column);
    });
    const why = columns.map((_, i) => i === label || i === weights ? NAMED : leftOut(table, i));
    chosen = [...columns.keys()].filter((i) => why[i] === undefined);
    if (chosen.length === 0) {
      chosen = [...columns.keys()].filter((i) => why[i]?.isNumeric);
      if (chosen.length === 0) throw noNumbers(columns, why);
    }
    const left = [...columns.keys()].filter((i) => why[i] !== NAMED && !chosen.includes(i));
    if (left.length > 0) notes.push(leftOutNote(columns, left, why));
  }
  for (const i of chosen) requireNumbers(columns[i]);
  const truths = chosen.filter((i) => columns[i].truths).map((i) => quotable(columns[i].name));
  if (truths.length > 0) notes.push(`true and false count as 1 and 0: ${listed(truths)}`);
  notes.push(...understood(chosen.map((i) => columns[i])));

  const weightOf = weights === undefined ? undefined : weightsIn(table, weights);
  const data = table.numbers(chosen);
  if (!isInstance(data, Float64Array) || data.length !== rows * chosen.length) {
    throw new TypeError(
      `Cannot find the features as 'table' must give a number for each cell: ${shown(data)}`,
    );
  }
  const gaps = chosen.filter((i) => columns[i].missing > 0);
  const names = chosen.map((i) => columns[i].name);
  const result = (points: number, kept?: Uint32Array): Features => ({
    names,
    points: {
      data: data.subarray(0, points * chosen.length),
      rows: points,
      columns: chosen.length,
    },
    ...(kept && { rows: kept }),
    ...(label !== undefined && { label }),
    ...(weightOf && { weights: kept ? Float64Array.from(kept, (row) => weightOf[row]) : weightOf }),
    notes,
  });
  if (gaps.length === 0) return result(rows);
  const where = listed(gaps.map((i) => quotable(columns[i].name)));
  switch (options.missing) {
    case "error": {
      const first = gaps.reduce((a, b) =>
        columns[b].firstMissing < columns[a].firstMissing ? b : a
      );
      throw new DataError(
        "a value is missing, and every row must have all",
        placeOf(columns[first].firstMissing, columns[first].name),
      );
    }
    case "mean": {
      const filled = fillWithMeans(data, chosen.length);
      notes.push(`${filled} missing values filled with the means of ${where}`);
      return result(rows);
    }
    default: {
      const kept = dropRows(data, chosen.length);
      if (kept.length === 0) {
        throw new DataError(
          `every row lacks a value, in ${where}: leave columns out with --columns, or choose --missing mean`,
        );
      }
      const dropped = rows - kept.length;
      notes.push(
        `${dropped} of ${rows} rows dropped, as values are missing in ${where}`,
      );
      return result(kept.length, kept);
    }
  }
}

/** The indices of columns that are chosen, each once. */
function indicesOf(chosen: readonly number[], columns: number): number[] {
  const action = "find the features";
  requireArray(action, "columns", chosen);
  const seen = new Set<number>();
  const length = readable(action, "columns", chosen, () => chosen.length);
  for (let at = 0; at < length; at++) {
    const i = readable(action, "columns", chosen, () => chosen[at]);
    if (Number.isInteger(i) && i >= 0 && i < columns && !seen.has(i)) seen.add(i);
    else {
      throw new RangeError(
        `Cannot ${action} as 'columns' must be indices from 0 to ${columns - 1}, each once: ${
          shown(i)
        }`,
      );
    }
  }
  if (seen.size > 0) return [...seen];
  throw new RangeError(
    `Cannot ${action} as 'columns' must be indices from 0 to ${columns - 1}: none`,
  );
}

/** How the numbers of columns were understood that are not written plainly, for people. */
export function understood(columns: readonly Column[]): string[] {
  const read = columns.flatMap(({ name, example }) =>
    example ? [`'${quotable(example[0])}' as ${example[1]} in ${quotable(name)}`] : []
  );
  return read.length > 0 ? [`read ${listed(read, ", ", 3)}`] : [];
}

/** Which columns are left out, and how to have those that hold numbers. */
function leftOutNote(
  columns: readonly Column[],
  left: readonly number[],
  why: readonly (LeftOut | undefined)[],
): string {
  const told = listed(left.map((i) => `${quotable(columns[i].name)} (${why[i]!.why})`));
  const toHave = left.find((i) => why[i]!.isNumeric);
  if (toHave === undefined) return `left out: ${told}`;
  return `left out: ${told}; to have one, name all features with --columns`;
}

function noNumbers(columns: readonly Column[], why: readonly (LeftOut | undefined)[]): DataError {
  const found = columns.map(({ name, other }, i) =>
    `${quotable(name)} is ${why[i]?.why === "row names" ? "text" : why[i]?.why}${
      other === "" ? "" : `, as '${quotable(other)}'`
    }`
  );
  // One column of numbers with a mark between them was not cut where it should be.
  const isUncut = columns.length === 1 &&
    /^[-+\d.,]+[^\w\s.,+\-/"'()%]+[-+\d.,]+/.test(columns[0].other);
  return new DataError(
    `no column holds numbers: ${listed(found, "; ", 3)}${
      isUncut ? ": say what stands between values with --delimiter" : ""
    }`,
  );
}

/** A list that names a few and counts the others. */
function listed(items: readonly string[], separator = ", ", most = 8): string {
  if (items.length <= most + 1) return items.join(separator);
  return `${items.slice(0, most).join(separator)}${separator}and ${items.length - most} more`;
}
