import { distance, isSafe, safeScaleOf, squaredDistance, times } from "../distance.ts";
import { type Matrix, type Rows, toMatrix } from "../matrix.ts";
import { toLabels } from "../labels.ts";
import { countLabels } from "../update.ts";
import { toWeights, type WeightOptions } from "../weights.ts";

/** How many labels there are at the most: each fits into four bytes. */
const MOST_LABELS = 2 ** 32;

/**
 * The mean silhouette of a clustering: how much nearer points are to their own cluster than to the
 * next, from −1 to 1. A point alone in its cluster counts 0.
 *
 * P. J. Rousseeuw, "Silhouettes: A Graphical Aid to the Interpretation and Validation of Cluster
 * Analysis", Journal of Computational and Applied Mathematics 20, 1987.
 *
 * @param points M points × N features; the time it takes grows with M².
 * @param labels M labels, whole numbers from 0 to 2³² − 1.
 * @param options Its `signal` ends the work early; it is asked for each point. Each point counts by its
 * weight in `weights`, in means of distances and of silhouettes.
 * @returns The mean; `NaN` where all points are in one cluster.
 * @throws {TypeError} If a table is ragged or empty, or there is not one label a point.
 * @throws {RangeError} If a value is not finite, or a label is out of range.
 * @throws The signal's reason, if it aborts.
 *
 * @example Two pairs far apart
 * ```ts
 * import { silhouette } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * assert(silhouette([[0], [1], [100], [101]], [0, 0, 1, 1]) > 0.98);
 * ```
 */
export function silhouette(
  points: Rows | Matrix,
  labels: ArrayLike<number>,
  options: WeightOptions & { signal?: AbortSignal } = {},
): number {
  const { signal } = options;
  const checked = toMatrix(points);
  const p = times(checked, safeScaleOf(checked));
  const own = numbered(toLabels(labels, p.rows, MOST_LABELS));
  const k = own.reduce((most, label) => Math.max(most, label + 1), 0);
  const weights = toWeights("measure the silhouette", options.weights, p.rows);
  const counts = countLabels(own, k, weights);
  if (counts.filter((count) => count > 0).length < 2) return NaN;
  const of = weights?.of ?? new Float64Array(p.rows).fill(1);
  const totals = new Float64Array(k);
  for (let i = 0; i < p.rows; i++) totals[own[i]] += of[i];
  const sums = new Float64Array(k);
  let total = 0;
  for (let i = 0; i < p.rows; i++) {
    signal?.throwIfAborted();
    if (of[i] === 0 || counts[own[i]] === 1) continue;
    sums.fill(0);
    for (let j = 0; j < p.rows; j++) {
      const square = squaredDistance(p, i, p, j);
      sums[own[j]] += of[j] * (isSafe(square) ? Math.sqrt(square) : distance(p, i, p, j));
    }
    const within = sums[own[i]] / (totals[own[i]] - of[i]);
    let next = Infinity;
    for (let c = 0; c < k; c++) {
      if (c !== own[i] && counts[c] > 0) next = Math.min(next, sums[c] / totals[c]);
    }
    const larger = Math.max(within, next);
    if (larger > 0) total += of[i] * (next - within) / larger;
  }
  return total / totals.reduce((sum, weight) => sum + weight, 0);
}

/** Labels numbered from 0 on without gaps, in their order. */
function numbered(labels: Uint32Array): Uint32Array {
  const found = [...new Set(labels)].sort((a, b) => a - b);
  const numbers = new Map(found.map((label, number) => [label, number]));
  return labels.map((label) => numbers.get(label)!);
}
