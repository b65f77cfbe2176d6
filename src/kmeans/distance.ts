import type { Matrix } from "./matrix.ts";

/** The squared Euclidean distance of row `i` of one table and row `k` of another. */
export function squaredDistance(a: Matrix, i: number, b: Matrix, k: number): number {
  const n = a.columns;
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const difference = a.data[i * n + j] - b.data[k * n + j];
    sum += difference * difference;
  }
  return sum;
}

/** The Euclidean distance of the same rows where the square may underflow or overflow. */
export function distance(a: Matrix, i: number, b: Matrix, k: number): number {
  const n = a.columns;
  const difference = (j: number) => a.data[i * n + j] - b.data[k * n + j];
  let largest = 0;
  for (let j = 0; j < n; j++) largest = Math.max(largest, Math.abs(difference(j)));
  if (largest === 0) return 0;
  const scale = scaleFor(largest);
  let sum = 0;
  for (let j = 0; j < n; j++) sum += (difference(j) * scale) ** 2;
  return Math.sqrt(sum) / scale;
}

/**
 * Whether a sum of squares can be trusted: none overflowed, and the sum is so far above the smallest
 * number that squares lost to underflow do not matter.
 */
export function isSafe(sum: number): boolean {
  return sum > 2 ** -900 && sum < Infinity;
}

/** Whether point `i` and centroid `k` are in the same place. */
export function liesOn(points: Matrix, i: number, centroids: Matrix, k: number): boolean {
  for (let j = 0; j < points.columns; j++) {
    if (points.data[i * points.columns + j] !== centroids.data[k * points.columns + j]) {
      return false;
    }
  }
  return true;
}

/** A row of one table and a row of another. */
export type Pair = readonly [i: number, k: number];

/**
 * Whether one point and centroid are nearer to each other than another pair, whatever their
 * magnitude. Where a square may underflow or overflow, the differences are first multiplied by a
 * power of two that brings the largest near 1; that does not round them.
 */
export function isNearer(points: Matrix, centroids: Matrix, one: Pair, other: Pair): boolean {
  const pairs = [one, other];
  const [near, far] = pairs.map(([i, k]) => squaredDistance(points, i, centroids, k));
  if (isSafe(near) && isSafe(far)) return near < far;
  const n = points.columns;
  // Of two huge values with opposite signs the difference overflows; of their halves it does not.
  const unit = near === Infinity || far === Infinity ? 0.5 : 1;
  const differences = pairs.map(([i, k]) =>
    Array.from(
      { length: n },
      (_, j) => points.data[i * n + j] * unit - centroids.data[k * n + j] * unit,
    )
  );
  const largest = differences.flat().reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const scale = scaleFor(largest);
  const [scaledNear, scaledFar] = differences.map((all) =>
    all.reduce((sum, difference) => sum + (difference * scale) * (difference * scale), 0)
  );
  return scaledNear < scaledFar;
}

/**
 * The power of two to multiply points by before their distances are squared, so that no square
 * underflows or overflows: 1 unless the largest value is beyond about 2^±400.
 */
export function safeScaleOf(points: Matrix): number {
  let largest = 0;
  for (const value of points.data) largest = Math.max(largest, Math.abs(value));
  return safeScaleFor(largest);
}

/** The same for values of which the largest is known. */
export function safeScaleFor(largest: number): number {
  const scale = scaleFor(largest);
  return largest === 0 || Math.abs(Math.log2(scale)) <= 400 ? 1 : scale;
}

/** A matrix multiplied by a number: the matrix itself where that is 1, else a copy. */
export function times(matrix: Matrix, scale: number): Matrix {
  return scale === 1 ? matrix : { ...matrix, data: matrix.data.map((value) => value * scale) };
}

/** The power of two that brings a value near 1, or as near as 2^±1000 can. */
export function scaleFor(largest: number): number {
  const exponent = Math.floor(Math.log2(largest));
  return 2 ** Math.max(-1000, Math.min(1000, -exponent));
}
