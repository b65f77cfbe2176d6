import { readable, requireOption, shown } from "../checks.ts";

/**
 * A table of numbers, flat and row-major: value `j` of row `i` is `data[i * columns + j]`.
 * Points are a matrix of M points × N features, centroids one of K centroids × N features.
 */
export interface Matrix {
  /** All values, row after row. */
  readonly data: Float64Array;
  /** How many rows: points or centroids. */
  readonly rows: number;
  /** How many columns: features. */
  readonly columns: number;
}

/** A table as arrays of rows, `[[1, 2], [3, 4]]`: what functions take besides a {@link Matrix}. */
export type Rows = ArrayLike<ArrayLike<number>>;

/**
 * Checks a table and converts it to a {@link Matrix}. Rows are copied; a matrix is checked and
 * returned as it is.
 *
 * @param table Rows of equal length, every value finite.
 * @param name What the rows are, for messages.
 * @returns The table as a matrix.
 * @throws {TypeError} If there are no rows, no columns, or rows of unlike length.
 * @throws {RangeError} If a value is not finite; the message names its row and column from 0.
 *
 * @example Flatten rows
 * ```ts
 * import { toMatrix } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const { data, rows, columns } = toMatrix([[1, 2], [3, 4], [5, 6]]);
 * assert.deepEqual([...data], [1, 2, 3, 4, 5, 6]);
 * assert.deepEqual([rows, columns], [3, 2]);
 * ```
 */
export function toMatrix(table: Rows | Matrix, name = "points"): Matrix {
  requireOption("use the table", "name", name, { is: "text" });
  const matrix = readable(`use ${name}`, name, table, () => matrixOf(table, name));
  if (matrix instanceof Error) throw matrix;
  const { data, columns } = matrix;
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i])) {
      const row = Math.floor(i / columns);
      throw new RangeError(
        `Cannot use ${name} as every value must be a finite number: row ${row}, column ${
          i % columns
        } is ${data[i]}`,
      );
    }
  }
  return matrix;
}

/**
 * Converts a matrix to arrays of rows. All arrays are new.
 *
 * @param matrix The matrix.
 * @returns Its rows.
 * @throws {TypeError} If it is no matrix.
 *
 * @example Back to rows
 * ```ts
 * import { toMatrix, toRows } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(toRows(toMatrix([[1, 2], [3, 4]])), [[1, 2], [3, 4]]);
 * ```
 */
export function toRows(matrix: Matrix): number[][] {
  const { data, rows, columns } = requireMatrix(matrix, "matrix");
  return Array.from({ length: rows }, (_, i) => [
    ...data.subarray(i * columns, (i + 1) * columns),
  ]);
}

/** Throws unless both tables have the same number of features. */
export function requireSameFeatures(points: Matrix, centroids: Matrix): void {
  if (points.columns !== centroids.columns) {
    throw new TypeError(
      `Cannot compare points and centroids as they must have the same number of features: ${points.columns} and ${centroids.columns}`,
    );
  }
}

/**
 * Refuses what is no matrix; its values may be any numbers.
 *
 * @throws {TypeError} If it is none.
 */
export function requireMatrix(matrix: Matrix, name: string): Matrix {
  const found = readable(
    `use ${name}`,
    name,
    matrix,
    () =>
      isMatrix(matrix) ? shaped(matrix, name) : new TypeError(
        `Cannot use ${name} as it must be a matrix of data, rows and columns: ${shown(matrix)}`,
      ),
  );
  if (found instanceof Error) throw found;
  return found;
}

function isMatrix(table: unknown): table is Matrix {
  return typeof table === "object" && table !== null &&
    (table as Partial<Matrix>).data instanceof Float64Array;
}

/** The matrix that a table is; the error, where it is none. */
function matrixOf(table: Rows | Matrix, name: string): Matrix | TypeError {
  if (isMatrix(table)) return shaped(table, name);
  if (typeof table === "object" && table !== null && typeof table.length === "number") {
    return flatten(table, name);
  }
  return new TypeError(`Cannot use ${name} as they must be rows of numbers: ${shown(table)}`);
}

/** A matrix as it is; the error, where its rows and columns are not those of its data. */
function shaped(matrix: Matrix, name: string): Matrix | TypeError {
  const { data, rows, columns } = matrix;
  if (rows === 0) return new TypeError(`Cannot use ${name} as there are none: 0 rows`);
  if (columns === 0) {
    return new TypeError(`Cannot use ${name} as they have no features: 0 columns`);
  }
  for (const count of [rows, columns]) {
    if (Number.isInteger(count) && count > 0) continue;
    return new TypeError(
      `Cannot use ${name} as rows and columns must be positive integers: ${shown(count)}`,
    );
  }
  if (data.length === rows * columns) return matrix;
  return new TypeError(
    `Cannot use ${name} as ${rows} rows of ${columns} need ${
      rows * columns
    } values: ${data.length}`,
  );
}

/** The most values that rows are converted to: 4 GB. */
const MOST_VALUES = 2 ** 29;

function flatten(table: Rows, name: string): Matrix | TypeError {
  const rows = table.length;
  for (let i = 0; i < rows; i++) {
    if (typeof table[i]?.length !== "number" || typeof table[i] === "string") {
      return new TypeError(
        `Cannot use ${name} as they must be rows of numbers: row ${i} is ${shown(table[i])}`,
      );
    }
  }
  const columns = rows > 0 ? table[0].length : 0;
  for (let i = 0; i < rows; i++) {
    if (table[i].length !== columns) {
      return new TypeError(
        `Cannot use ${name} as all rows must be of one length: row ${i} has ${
          table[i].length
        }, row 0 has ${columns}`,
      );
    }
  }
  // A length can say anything: what has no last value is not made room for.
  const isThere = !(rows > 0 && columns > 0) || columns - 1 in table[rows - 1];
  if (!isThere || rows * columns > MOST_VALUES) {
    return new TypeError(
      isThere
        ? `Cannot use ${name} as rows can hold ${MOST_VALUES} values: ${rows * columns}`
        : `Cannot use ${name} as a value is missing: row ${rows - 1}, column ${columns - 1}`,
    );
  }
  if (!(Number.isInteger(rows) && Number.isInteger(columns) && rows * columns >= 0)) {
    return shaped({ data: new Float64Array(0), rows, columns }, name) as TypeError;
  }
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const row = table[i];
    for (let j = 0; j < columns; j++) {
      data[i * columns + j] = typeof row[j] === "number" ? row[j] : NaN;
    }
  }
  return shaped({ data, rows, columns }, name);
}
