// K-means in its plainest arithmetic, by which everything else is judged. It imports nothing.

/** A table as plain arrays of rows. */
export type Table = readonly (readonly number[])[];

/** The index of the nearest centroid; of equally near ones, the lowest. */
export function nearest(point: readonly number[], centroids: Table): number {
  let best = 0;
  for (let k = 1; k < centroids.length; k++) {
    if (isNearer(point, centroids[k], centroids[best])) best = k;
  }
  return best;
}

/** The mean of a cluster's points, summed in order. */
export function mean(cluster: Table): number[] {
  return cluster[0].map((_, j) => meanOf(cluster.map((point) => point[j])));
}

/** The sum of the squared distances of the points to the centroids that their labels name. */
export function inertiaOf(points: Table, centroids: Table, labels: readonly number[]): number {
  const differences = points.flatMap((point, i) => subtract(point, centroids[labels[i]]));
  const plain = sumOfSquares(differences);
  if (isSafe(plain)) return plain;
  const scale = scaleFor(differences);
  return sumOfSquares(differences, scale) / scale / scale;
}

/** The squared Euclidean distance, summed in the order of the features. */
export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return sumOfSquares(subtract(a, b));
}

/** Whether `a` is strictly nearer to the point than `b`, even where squares overflow or vanish. */
export function isNearer(
  point: readonly number[],
  a: readonly number[],
  b: readonly number[],
): boolean {
  const toA = squaredDistance(point, a);
  const toB = squaredDistance(point, b);
  if (isSafe(toA) && isSafe(toB)) return toA < toB;
  const unit = [toA, toB].includes(Infinity) ? 0.5 : 1;
  const differences = [a, b].map((c) =>
    subtract(point.map((x) => x * unit), c.map((x) => x * unit))
  );
  const scale = scaleFor(differences.flat());
  return sumOfSquares(differences[0], scale) < sumOfSquares(differences[1], scale);
}

function meanOf(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (Number.isFinite(sum)) return sum / values.length;
  return meanOf(values.map((value) => value * 2 ** -64)) * 2 ** 64;
}

function subtract(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, j) => value - b[j]);
}

function sumOfSquares(values: readonly number[], scale = 1): number {
  let sum = 0;
  for (const value of values) sum += (value * scale) * (value * scale);
  return sum;
}

/** Whether no square that matters for a sum overflowed or lost digits. */
function isSafe(sum: number): boolean {
  return sum > 2 ** -900 && sum < Infinity;
}

/** A power of two that brings the largest of the values near 1. Multiplying by it is exact. */
export function scaleFor(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const exponent = Math.floor(Math.log2(largest));
  return 2 ** Math.max(-1000, Math.min(1000, -exponent));
}
