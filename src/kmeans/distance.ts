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

/** Whether a sum of squares is one in which none overflowed, and none that counts vanished. */
export function isSafe(sum: number): boolean {
  return sum > 2 ** -900 && sum < Infinity;
}

/** Whether point `i` and centroid `k` are the same. */
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
 * Whether one point and centroid are nearer to each other than another two, whatever their
 * magnitude: where squares are not safe, differences are brought near 1 first. Multiplying by a
 * power of two is exact.
 */
export function isNearer(points: Matrix, centroids: Matrix, one: Pair, other: Pair): boolean {
  const pairs = [one, other];
  const [near, far] = pairs.map(([i, k]) => squaredDistance(points, i, centroids, k));
  if (isSafe(near) && isSafe(far)) return near < far;
  const n = points.columns;
  // Halves keep the difference of two huge values of unlike sign from overflowing.
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
 * The power of two that points must be multiplied by for the squares of their differences to be
 * safe: 1 unless they are extreme.
 */
export function moderationOf(points: Matrix): number {
  let largest = 0;
  for (const value of points.data) largest = Math.max(largest, Math.abs(value));
  const scale = scaleFor(largest);
  return largest === 0 || Math.abs(Math.log2(scale)) <= 400 ? 1 : scale;
}

/** A matrix times a number: itself where that is 1, else a copy. */
export function times(matrix: Matrix, scale: number): Matrix {
  return scale === 1 ? matrix : { ...matrix, data: matrix.data.map((value) => value * scale) };
}

/** A power of two that brings a value near 1. */
export function scaleFor(largest: number): number {
  const exponent = Math.floor(Math.log2(largest));
  return 2 ** Math.max(-1000, Math.min(1000, -exponent));
}
