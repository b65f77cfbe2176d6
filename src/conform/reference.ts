// K-means in its plainest arithmetic, by which everything else is judged. It shares no code with
// what it judges: where squares or sums underflow or overflow, it computes exactly.

import { exactSquaredDistance, numberOf, quotientOf, rounded, UNIT, unitsOf } from "./exact.ts";

/** A table as plain arrays of rows. */
export type Table = readonly (readonly number[])[];

/** The index of the nearest centroid; where several are equally near, the lowest. */
export function nearest(point: readonly number[], centroids: Table): number {
  let best = 0;
  for (let k = 1; k < centroids.length; k++) {
    if (isNearer(point, centroids[k], centroids[best])) best = k;
  }
  return best;
}

/**
 * Whether each feature is far: its largest magnitude is more than 2,048 times its spread, and more
 * than 8 times for each point. Numbers below 2^-1021 are never far.
 */
export function areFar(points: Table): boolean[] {
  return points[0].map((_, j) => {
    const values = points.map((point) => unitsOf(point[j]));
    const low = values.reduce((a, b) => b < a ? b : a);
    const high = values.reduce((a, b) => b > a ? b : a);
    const magnitude = -low > high ? -low : high;
    return magnitude >= unitsOf(2 ** -1021) &&
      magnitude > BigInt(Math.max(2048, 8 * points.length)) * (high - low);
  });
}

/**
 * The mean of a cluster's points: of far features exact and rounded once, of equal values that value,
 * of others summed in order.
 */
export function mean(cluster: Table, far: readonly boolean[]): number[] {
  return cluster[0].map((_, j) => {
    const values = cluster.map((point) => point[j]);
    if (far[j]) return exactMeanOf(values);
    return values.every((value) => value === values[0]) ? values[0] : meanOf(values);
  });
}

/** The number nearest to the mean; of two that are equally near, the even one. */
export function exactMeanOf(values: readonly number[]): number {
  return quotientOf(values.reduce((sum, value) => sum + unitsOf(value), 0n), values.length, UNIT);
}

/** The sum of the squared distances of the points to the centroids that their labels name. */
export function inertiaOf(points: Table, centroids: Table, labels: readonly number[]): number {
  const own = labels.map((label) => centroids[label]);
  const plain = points.reduce((sum, point, i) => sum + squareInRange(point, own[i]), 0);
  if (!Number.isNaN(plain)) return plain;
  const exact = points.reduce((sum, point, i) => sum + exactSquaredDistance(point, own[i]), 0n);
  return numberOf(exact, 2 * UNIT);
}

/** The squared Euclidean distance, summed in the order of the features. */
export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, j) => sum + (value - b[j]) * (value - b[j]), 0);
}

/** Whether `a` is strictly nearer to the point than `b`. */
export function isNearer(
  point: readonly number[],
  a: readonly number[],
  b: readonly number[],
): boolean {
  const [toA, toB] = [squareInRange(point, a), squareInRange(point, b)];
  return Number.isNaN(toA + toB)
    ? exactSquaredDistance(point, a) < exactSquaredDistance(point, b)
    : toA < toB;
}

/**
 * Whether two different centroids are so nearly equally near that rounding decides which is nearer,
 * in whatever way a program brings huge or tiny differences into the range of squares. Where they
 * are in that range, plain arithmetic decides, and this is never so.
 */
export function isLeftToRounding(
  point: readonly number[],
  a: readonly number[],
  b: readonly number[],
): boolean {
  if (!Number.isNaN(squareInRange(point, a) + squareInRange(point, b))) return false;
  if (a.every((value, j) => value === b[j])) return false;
  const [toA, toB] = [a, b].map((centroid) => exactSquaredDistance(point, centroid));
  const [less, more] = toA < toB ? [toA, toB] : [toB, toA];
  // Each square rounds up to four times in units of 2^-53, each sum once a feature.
  return (more - less << 52n) <= BigInt(point.length + 4) * more;
}

/** Whether a label names a nearest centroid: the lowest of those, unless rounding decides. */
export function isLabelOf(point: readonly number[], centroids: Table, label: number): boolean {
  const best = nearest(point, centroids);
  return label === best || isLeftToRounding(point, centroids[best], centroids[label]);
}

function meanOf(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (Number.isFinite(sum)) return sum / values.length;
  // The sum is beyond the largest number: it is rounded after each addition as floats are.
  const total = values.reduce((units, value) => rounded(units + unitsOf(value)), 0n);
  const spare = 64;
  return numberOf((total << BigInt(spare)) / BigInt(values.length), UNIT + spare);
}

/** The squared distance; `NaN` where the square of a difference might underflow or overflow. */
function squareInRange(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) {
    const size = Math.abs(a[j] - b[j]);
    if (size !== 0 && !(size >= 2 ** -500 && size <= 2 ** 500)) return NaN;
    sum += size * size;
  }
  return sum;
}
