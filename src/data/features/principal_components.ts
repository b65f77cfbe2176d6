import { safeScaleOf, times } from "../../kmeans/distance.ts";
import { type Matrix, toMatrix } from "../../kmeans/matrix.ts";
import { largestEigenvectors, type Symmetric } from "./eigenvectors.ts";

/** The directions in which points vary most. */
export interface PrincipalComponents {
  /** The mean of each feature. */
  readonly mean: Float64Array;
  /** The directions, of length 1 and at right angles, the one of most variance first. */
  readonly directions: readonly Float64Array[];
  /** The share of the variance of all features that lies in each. */
  readonly shares: readonly number[];
}

/**
 * Finds the first two principal components of points: the eigenvectors of their covariance. Their
 * largest weight is positive, so that the same points give the same picture everywhere.
 *
 * @param points Points of two features or more.
 * @param options Its `signal` ends the work early; it is asked for each point.
 * @returns The components.
 * @throws {TypeError} If they are no matrix of two features or more.
 * @throws {RangeError} If a value is not finite.
 * @throws The signal's reason, if it aborts.
 *
 * @example Points along a diagonal
 * ```ts
 * import { principalComponents, toMatrix } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const { directions, shares } = principalComponents(toMatrix([[0, 0, 5], [1, 1, 5], [2, 2, 5]]));
 * assert.deepEqual([...directions[0]].map((weight) => weight.toFixed(3)), ["0.707", "0.707", "0.000"]);
 * assert.equal(shares[0].toFixed(9), "1.000000000");
 * ```
 */
export function principalComponents(
  points: Matrix,
  { signal }: { signal?: AbortSignal } = {},
): PrincipalComponents {
  const matrix = toMatrix(points);
  if (matrix.columns < 2) {
    throw new TypeError("Cannot find components as 'points' must have two features or more: 1");
  }
  const scale = safeScaleOf(matrix);
  const { data, rows, columns } = times(matrix, scale);
  const mean = meansOf({ data, rows, columns });
  const centred = data.map((value, i) => value - mean[i % columns]);
  let variance = 0;
  for (const value of centred) variance += value * value;

  // Points and features may change places: the products of either have the same eigenvalues.
  const wide = columns > rows;
  const inner = products(centred, rows, columns, wide, signal);
  const { values, vectors } = largestEigenvectors(inner, 2, signal);
  const first = unit(wide ? combined(centred, columns, vectors[0]) : vectors[0], 0);
  // Where all lies on a line, any direction across it will do.
  const isLine = !(values[1] > 1e-13 * values[0]);
  const next = isLine ? new Float64Array(columns) : vectors[1];
  const second = across(isLine || !wide ? next : combined(centred, columns, next), first);
  const directions = [first, second];
  return {
    mean: mean.map((value) => value / scale),
    directions,
    shares: [0, 1].map((i) =>
      variance > 0 ? Math.min(1, Math.max(0, values[i] ?? 0) / variance) : 0
    ),
  };
}

function meansOf({ data, rows, columns }: Matrix): Float64Array {
  const mean = new Float64Array(columns);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, at++) mean[j] += (data[at] - mean[j]) / (i + 1);
  }
  return mean;
}

/** The inner products of all pairs of columns, or of rows. */
function products(
  data: Float64Array,
  rows: number,
  columns: number,
  ofRows: boolean,
  signal?: AbortSignal,
): Symmetric {
  const size = ofRows ? rows : columns;
  const matrix = new Float64Array(size * size);
  if (ofRows) {
    for (let a = 0; a < rows; a++) {
      signal?.throwIfAborted();
      for (let b = 0; b <= a; b++) {
        let sum = 0;
        for (let j = 0; j < columns; j++) sum += data[a * columns + j] * data[b * columns + j];
        matrix[a * size + b] = matrix[b * size + a] = sum;
      }
    }
    return { size, matrix };
  }
  for (let i = 0; i < rows; i++) {
    signal?.throwIfAborted();
    const row = i * columns;
    for (let a = 0; a < columns; a++) {
      const value = data[row + a];
      for (let b = 0; b <= a; b++) matrix[a * size + b] += value * data[row + b];
    }
  }
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) matrix[b * size + a] = matrix[a * size + b];
  }
  return { size, matrix };
}

/** The sum of rows, each with a weight. */
function combined(data: Float64Array, columns: number, weights: Float64Array): Float64Array {
  const sum = new Float64Array(columns);
  weights.forEach((weight, i) => {
    for (let j = 0; j < columns; j++) sum[j] += weight * data[i * columns + j];
  });
  return sum;
}

/** A direction at right angles to another. */
function across(vector: Float64Array, first: Float64Array): Float64Array {
  const least = first.reduce((best, x, j) => Math.abs(x) < Math.abs(first[best]) ? j : best, 0);
  const along = unit(vector, least);
  const dot = along.reduce((sum, x, j) => sum + x * first[j], 0);
  return unit(along.map((x, j) => x - dot * first[j]), least);
}

/** A direction of length 1, its largest weight positive; that of feature `j` where it has none. */
function unit(vector: Float64Array, j: number): Float64Array {
  let length = 0;
  let largest = 0;
  for (const value of vector) {
    length += value * value;
    if (Math.abs(value) > Math.abs(largest) * (1 + 1e-9)) largest = value;
  }
  if (!(length > 0)) return vector.map((_, i) => i === j ? 1 : 0);
  const scale = Math.sign(largest) / Math.sqrt(length);
  return vector.map((value) => value * scale + 0);
}
