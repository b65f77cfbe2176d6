import type { Matrix } from "../../kmeans/matrix.ts";
import { DataError } from "../data_error.ts";

/**
 * Divides each row by its Euclidean length. Squared distances between such rows are 2 − 2 cos of the
 * angle between them, so that K-means clusters directions: of embeddings, or of words in texts.
 *
 * @throws {RangeError} If a row has only zeros.
 */
export function toUnitLength(matrix: Matrix): Matrix {
  const { rows, columns } = matrix;
  const zero = zeroRow(matrix);
  if (zero !== undefined) {
    throw new RangeError(`Cannot give row ${zero} the length 1 as all of its values are 0`);
  }
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const row = matrix.data.subarray(i * columns, (i + 1) * columns);
    // Squares of what is far from 1 would overflow, or vanish: the largest value becomes 1 first.
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const length = Math.sqrt(row.reduce((sum, value) => sum + (value / largest) ** 2, 0));
    for (let j = 0; j < columns; j++) data[i * columns + j] = row[j] / largest / length;
  }
  return { data, rows, columns };
}

/**
 * Checks that each point has a length to be divided by.
 *
 * @param rows The row of each point in its table, counted from 0. Default: every row is a point.
 * @throws {DataError} If one has only zeros.
 */
export function requireLengths(points: Matrix, rows?: Uint32Array): void {
  const zero = zeroRow(points);
  if (zero === undefined) return;
  throw new DataError(
    "all of its features are 0, so that it has no length to be divided by: leave it out, or choose another --scale",
    `row ${(rows?.[zero] ?? zero) + 1}`,
  );
}

/** The index of the first row that has only zeros; `undefined` if there is none. */
function zeroRow({ data, rows, columns }: Matrix): number | undefined {
  for (let i = 0; i < rows; i++) {
    if (data.subarray(i * columns, (i + 1) * columns).every((value) => value === 0)) return i;
  }
}
