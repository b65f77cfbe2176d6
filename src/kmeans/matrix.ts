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
  const matrix = isMatrix(table) ? table : flatten(table, name);
  const { data, rows, columns } = matrix;
  if (rows < 1) throw new TypeError(`Cannot use ${name} as there are none: 0 rows`);
  if (columns < 1) throw new TypeError(`Cannot use ${name} as they have no features: 0 columns`);
  if (data.length !== rows * columns) {
    throw new TypeError(
      `Cannot use ${name} as ${rows} rows of ${columns} need ${
        rows * columns
      } values: ${data.length}`,
    );
  }
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
  const { data, rows, columns } = matrix;
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

function isMatrix(table: Rows | Matrix): table is Matrix {
  return "data" in table && table.data instanceof Float64Array;
}

function flatten(table: Rows, name: string): Matrix {
  const rows = table.length;
  for (let i = 0; i < rows; i++) {
    if (typeof table[i]?.length !== "number") {
      throw new TypeError(
        `Cannot use ${name} as they must be rows of numbers: row ${i} is ${table[i]}`,
      );
    }
  }
  const columns = rows > 0 ? table[0].length : 0;
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const row = table[i];
    if (row.length !== columns) {
      throw new TypeError(
        `Cannot use ${name} as all rows must be of one length: row ${i} has ${row.length}, row 0 has ${columns}`,
      );
    }
    for (let j = 0; j < columns; j++) {
      data[i * columns + j] = typeof row[j] === "number" ? row[j] : NaN;
    }
  }
  return { data, rows, columns };
}
