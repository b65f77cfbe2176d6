import { requireObject } from "../checks.ts";
import { isNearer, isSafe, liesOn } from "./distance.ts";
import { type Matrix, requireSameFeatures, type Rows, toMatrix } from "./matrix.ts";
import { toWeights, type WeightOptions } from "./weights.ts";

/**
 * Labels every point with the index of its nearest centroid by squared Euclidean distance;
 * where several are equally near, the lowest index.
 *
 * @param points M points × N features.
 * @param centroids K centroids × N features.
 * @param options The `weights` of the points are checked; they change no label.
 * @returns M labels, each from 0 to K − 1.
 * @throws {TypeError} If a table is ragged or empty, or the numbers of features differ.
 * @throws {RangeError} If a value is not finite.
 *
 * @example A tie goes to the lower index
 * ```ts
 * import { assign } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const labels = assign([[0, 0], [1, 0], [2, 0]], [[0, 0], [2, 0]]);
 * assert.deepEqual([...labels], [0, 0, 1]);
 * ```
 */
export function assign(
  points: Rows | Matrix,
  centroids: Rows | Matrix,
  options: WeightOptions = {},
): Uint32Array {
  requireObject("assign the points", "the options", options);
  const p = toMatrix(points);
  const c = toMatrix(centroids, "centroids");
  requireSameFeatures(p, c);
  toWeights("assign the points", options.weights, p.rows);
  const labels = new Uint32Array(p.rows);
  assignInto(labels, p, c);
  return labels;
}

/** {@link assign} for tables already checked, into an existing array. */
export function assignInto(labels: Uint32Array, points: Matrix, centroids: Matrix): void {
  const { data: p, rows, columns: n } = points;
  const { data: c } = centroids;
  for (let i = 0; i < rows; i++) {
    const row = i * n;
    let nearest = 0;
    let least = Infinity;
    for (let at = 0, k = 0; at < c.length; at += n, k++) {
      let distance = 0;
      for (let j = 0; j < n; j++) {
        const difference = p[row + j] - c[at + j];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        nearest = k;
      }
    }
    labels[i] = confirmedNearest(nearest, least, points, i, centroids);
  }
}

/**
 * The index of the nearest centroid of point `i`, given the one with the least squared distance.
 * That is the answer unless its square may have underflowed or overflowed, in which case all
 * centroids are compared again, scaled.
 */
export function confirmedNearest(
  nearest: number,
  least: number,
  points: Matrix,
  i: number,
  centroids: Matrix,
): number {
  return isSafe(least) || (least === 0 && liesOn(points, i, centroids, nearest))
    ? nearest
    : nearestOf(points, i, centroids);
}

/** The nearest centroid, by comparisons that hold where squares underflow or overflow. */
function nearestOf(points: Matrix, i: number, centroids: Matrix): number {
  let nearest = 0;
  for (let k = 1; k < centroids.rows; k++) {
    if (isNearer(points, centroids, [i, k], [i, nearest])) nearest = k;
  }
  return nearest;
}
