import { requireObject } from "../checks.ts";
import { isSafe, scaleFor, squaredDistance } from "./distance.ts";
import { type Matrix, requireSameFeatures, type Rows, toMatrix } from "./matrix.ts";
import { toLabels } from "./labels.ts";
import { toWeights, type WeightOptions, type Weights } from "./weights.ts";

/**
 * The within-cluster sum of squared distances: of each point to the centroid that its label names.
 *
 * @param points M points × N features.
 * @param centroids K centroids × N features.
 * @param labels M labels, each from 0 to K − 1.
 * @param options The `weights` of the points: each square counts so many times.
 * @returns The sum over all points, in squared units of the data; `Infinity` where it is beyond the
 * largest number.
 * @throws {TypeError} If a table is ragged or empty, the numbers of features differ, or there is
 * not one label a point.
 * @throws {RangeError} If a value is not finite or a label is not the index of a centroid.
 *
 * @example Two points, one unit from their centroid each
 * ```ts
 * import { inertia } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * assert.equal(inertia([[0, 0], [2, 0]], [[1, 0]], [0, 0]), 2);
 * ```
 */
export function inertia(
  points: Rows | Matrix,
  centroids: Rows | Matrix,
  labels: ArrayLike<number>,
  options: WeightOptions = {},
): number {
  requireObject("measure the inertia", "the options", options);
  const p = toMatrix(points);
  const c = toMatrix(centroids, "centroids");
  requireSameFeatures(p, c);
  const checked = toLabels(labels, p.rows, c.rows);
  return sumOfSquares(p, c, checked, toWeights("measure the inertia", options.weights, p.rows));
}

/** {@link inertia} for tables already checked. */
export function sumOfSquares(
  points: Matrix,
  centroids: Matrix,
  labels: Uint32Array,
  weights?: Weights,
): number {
  if (weights) return sumOfWeighted(points, centroids, labels, weights);
  const sum = points.columns === 2
    ? sumOfPairs(points, centroids, labels)
    : sumOfRows(points, centroids, labels);
  return isSafe(sum) ? sum : sumOfExtremeSquares(points, centroids, labels);
}

function sumOfRows(
  { data: p, rows, columns: n }: Matrix,
  { data: c }: Matrix,
  labels: Uint32Array,
): number {
  let sum = 0;
  for (let i = 0, from = 0; i < rows; i++) {
    let square = 0;
    let to = Math.imul(labels[i], n);
    for (const end = from + n; from < end; from++, to++) {
      const difference = p[from] - c[to];
      square += difference * difference;
    }
    sum += square;
  }
  return sum;
}

/** The same for two features, the usual case: without an inner loop it takes a quarter of the time. */
function sumOfPairs({ data: p, rows }: Matrix, { data: c }: Matrix, labels: Uint32Array): number {
  let sum = 0;
  for (let i = 0, from = 0; i < rows; i++, from += 2) {
    const to = labels[i] << 1;
    const dx = p[from] - c[to];
    const dy = p[from + 1] - c[to + 1];
    sum += dx * dx + dy * dy;
  }
  return sum;
}

/** Each square times its weight. */
function sumOfWeighted(
  points: Matrix,
  centroids: Matrix,
  labels: Uint32Array,
  { of, unit }: Weights,
): number {
  let sum = 0;
  for (let i = 0; i < points.rows; i++) {
    if (of[i] > 0) sum += of[i] * squaredDistance(points, i, centroids, labels[i]);
  }
  return (isSafe(sum) ? sum : sumOfExtremeSquares(points, centroids, labels, of)) * unit;
}

/** The same where squares underflow or overflow: differences are scaled by a power of two first. */
function sumOfExtremeSquares(
  points: Matrix,
  centroids: Matrix,
  labels: Uint32Array,
  weights?: Float64Array,
): number {
  const n = points.columns;
  const weightAt = (at: number) => weights ? weights[Math.floor(at / n)] : 1;
  const difference = (at: number) =>
    points.data[at] - centroids.data[labels[Math.floor(at / n)] * n + at % n];
  let largest = 0;
  for (let at = 0; at < points.data.length; at++) {
    if (weightAt(at) > 0) largest = Math.max(largest, Math.abs(difference(at)));
  }
  const scale = scaleFor(largest);
  let sum = 0;
  for (let at = 0; at < points.data.length; at++) {
    if (weightAt(at) > 0) sum += weightAt(at) * (difference(at) * scale) ** 2;
  }
  return sum / scale / scale;
}
