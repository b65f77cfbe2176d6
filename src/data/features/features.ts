import { requireOptions } from "../../checks.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { DataError, quotable } from "../data_error.ts";
import { type Missing, MISSING_NAMES } from "./missing.ts";
import { findColumn, findColumns } from "./find_columns.ts";
import { hasDecimalComma, hasThousands, notANumber } from "../read/number_text.ts";
import type { Column, Table } from "../read/table.ts";

/** Which columns of a table become features, and what becomes of rows with missing values. */
export interface FeatureOptions {
  /**
   * The columns: names or numbers from 1 in a list such as `a,b`, or indices from 0. Default: those
   * of numbers.
   */
  columns?: string | readonly number[];
  /** A column that is none, by name or number: the true class of the rows. */
  label?: string;
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
 * @throws {TypeError | RangeError} If an option is of a wrong type or out of range.
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
  requireOptions("find the features", options, {
    label: { is: "text" },
    missing: { is: "word", words: MISSING_NAMES },
  });
  const { columns, rows } = table;
  const label = options.label === undefined ? undefined : await findColumn(columns, options.label);
  const notes: string[] = [];
  let chosen: number[];
  if (options.columns !== undefined) {
    chosen = typeof options.columns === "string"
      ? await findColumns(columns, options.columns)
      : [...options.columns];
    const astray = chosen.find((i) => !Object.hasOwn(columns, i));
    if (astray !== undefined || chosen.length === 0) {
      throw new RangeError(
        `Cannot find the features as 'columns' must be indices from 0 to ${columns.length - 1}: ${
          astray ?? "none"
        }`,
      );
    }
    if (label !== undefined && chosen.includes(label)) {
      throw new DataError(
        `column '${quotable(columns[label].name)}' is both a feature and the label`,
      );
    }
  } else {
    columns.forEach((column, i) => {
      if (column.fault !== undefined && i !== label) requireNumbers(column);
    });
    const why = columns.map((_, i) => i === label ? "the label" : whyNot(table, i));
    chosen = [...columns.keys()].filter((i) => why[i] === undefined);
    if (chosen.length === 0) {
      chosen = [...columns.keys()].filter((i) => /^(always|row numbers)/.test(why[i] ?? ""));
      if (chosen.length === 0) throw noNumbers(columns, why);
    }
    const taken = new Set(chosen);
    const left = columns.flatMap(({ name }, i) =>
      i !== label && !taken.has(i) ? [`${quotable(name)} (${why[i]})`] : []
    );
    if (left.length > 0) notes.push(`left out: ${listed(left)}`);
  }
  for (const i of chosen) requireNumbers(columns[i]);
  const truths = chosen.filter((i) => columns[i].truths).map((i) => quotable(columns[i].name));
  if (truths.length > 0) notes.push(`true and false count as 1 and 0: ${listed(truths)}`);

  const data = table.numbers(chosen);
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
        place(columns[first].firstMissing, columns[first].name),
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

/** Why a column is no feature; nothing if it is one. */
function whyNot(table: Table, i: number): string | undefined {
  const { columns, named, rows } = table;
  const { name, numbers, low, high, missing, others, other } = columns[i];
  if (table.index?.includes(i)) return "row names";
  if (table.points && !table.points.includes(i)) return "not a coordinate";
  if (missing === rows) return "empty";
  if (others >= numbers && !hasDecimalComma(other) && !hasThousands(other)) {
    return i === 0 && (!named || name === "column 1") && others === rows ? "row names" : "text";
  }
  if (others > 0) return undefined;
  if (i === 0 && named && /^(column 1|unnamed: 0|rownames?|index|id|row|no\.?|#)$/i.test(name)) {
    const values = table.numbers([0]);
    if (values.length > 1 && values.every((value, j) => j === 0 || value === values[j - 1] + 1)) {
      return "row numbers";
    }
  }
  return low === high ? `always ${low}` : undefined;
}

function noNumbers(columns: readonly Column[], why: readonly (string | undefined)[]): DataError {
  const found = columns.map(({ name, other }, i) =>
    `${quotable(name)} is ${why[i] === "row names" ? "text" : why[i]}${
      other === "" ? "" : `, as '${quotable(other)}'`
    }`
  );
  return new DataError(`no column holds numbers: ${listed(found, "; ", 3)}`);
}

/**
 * Checks that a column holds numbers and nothing else.
 *
 * @param canBeEmpty Whether all of them can be missing.
 * @throws {DataError} If it does not; the message names the row and what stands there.
 */
export function requireNumbers(column: Column, canBeEmpty = false): void {
  const { name, title, numbers, missing, others, firstOther, other, fault } = column;
  if (fault !== undefined) throw new DataError(fault, place(firstOther, name));
  if (others > 0) {
    const hint = other === title ? ": the header is repeated there" : "";
    throw new DataError(notANumber(other, quotable(other)) + hint, place(firstOther, name));
  }
  if (numbers === 0 && !canBeEmpty) {
    throw new DataError(
      `it has no values, only ${missing} that are missing`,
      `column ${quotable(name)}`,
    );
  }
}

function place(row: number, column: string): string {
  return `row ${row}, ${/^column \d+$/.test(column) ? "" : "column "}${quotable(column)}`;
}

/** A list that names a few and counts the others. */
function listed(items: readonly string[], separator = ", ", most = 8): string {
  if (items.length <= most + 1) return items.join(separator);
  return `${items.slice(0, most).join(separator)}${separator}and ${items.length - most} more`;
}

/** Moves the whole rows to the front; gives their indices. */
function dropRows(data: Float64Array, width: number): Uint32Array {
  const kept = new Uint32Array(data.length / width);
  let count = 0;
  for (let from = 0, row = 0; from < data.length; from += width, row++) {
    let j = 0;
    while (j < width && !Number.isNaN(data[from + j])) j++;
    if (j < width) continue;
    data.copyWithin(count * width, from, from + width);
    kept[count++] = row;
  }
  return kept.slice(0, count);
}

/** Puts the mean of its column in every gap; gives how many there were. */
function fillWithMeans(data: Float64Array, width: number): number {
  let filled = 0;
  for (let j = 0; j < width; j++) {
    let mean = 0;
    let count = 0;
    for (let at = j; at < data.length; at += width) {
      if (Number.isNaN(data[at])) continue;
      const difference = data[at] - mean;
      // Of two huge values with opposite signs the difference overflows; of their shares it does not.
      mean += Number.isFinite(difference)
        ? difference / ++count
        : data[at] / ++count - mean / count;
    }
    for (let at = j; at < data.length; at += width) {
      if (!Number.isNaN(data[at])) continue;
      data[at] = mean;
      filled++;
    }
  }
  return filled;
}
