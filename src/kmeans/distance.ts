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

/**
 * Whether point `i` is nearer to centroid `a` than to centroid `b`, whatever their magnitude:
 * where squares are not safe, differences are brought near 1 first. Multiplying by a power of two
 * is exact.
 */
export function isNearer(
  points: Matrix,
  i: number,
  centroids: Matrix,
  a: number,
  b: number,
): boolean {
  const toA = squaredDistance(points, i, centroids, a);
  const toB = squaredDistance(points, i, centroids, b);
  if (isSafe(toA) && isSafe(toB)) return toA < toB;
  // Halves keep the difference of two huge values of unlike sign from overflowing.
  const unit = toA === Infinity || toB === Infinity ? 0.5 : 1;
  const differencesTo = (k: number) =>
    Array.from({ length: points.columns }, (_, j) =>
      points.data[i * points.columns + j] * unit -
      centroids.data[k * points.columns + j] * unit);
  const differences = [differencesTo(a), differencesTo(b)];
  const scale = scaleFor(Math.max(...differences.flat().map(Math.abs)));
  const [nearA, nearB] = differences.map((all) =>
    all.reduce((sum, difference) => sum + (difference * scale) * (difference * scale), 0)
  );
  return nearA < nearB;
}

/** A power of two that brings a value near 1. */
export function scaleFor(largest: number): number {
  const exponent = Math.floor(Math.log2(largest));
  return 2 ** Math.max(-1000, Math.min(1000, -exponent));
}
