import { distance, isSafe, safeScaleOf, squaredDistance, times } from "../distance.ts";
import { type Matrix, type Rows, toMatrix } from "../matrix.ts";
import { toLabels } from "../labels.ts";
import { countLabels } from "../update.ts";

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
 * @param options Its `signal` ends the work early; it is asked for each point.
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
  { signal }: { signal?: AbortSignal } = {},
): number {
  const checked = toMatrix(points);
  const p = times(checked, safeScaleOf(checked));
  const own = numbered(toLabels(labels, p.rows, MOST_LABELS));
  const k = own.reduce((most, label) => Math.max(most, label + 1), 0);
  const counts = countLabels(own, k);
  if (k < 2) return NaN;
  const sums = new Float64Array(k);
  let total = 0;
  for (let i = 0; i < p.rows; i++) {
    signal?.throwIfAborted();
    if (counts[own[i]] === 1) continue;
    sums.fill(0);
    for (let j = 0; j < p.rows; j++) {
      const square = squaredDistance(p, i, p, j);
      sums[own[j]] += isSafe(square) ? Math.sqrt(square) : distance(p, i, p, j);
    }
    const within = sums[own[i]] / (counts[own[i]] - 1);
    let next = Infinity;
    for (let c = 0; c < k; c++) {
      if (c !== own[i]) next = Math.min(next, sums[c] / counts[c]);
    }
    const larger = Math.max(within, next);
    if (larger > 0) total += (next - within) / larger;
  }
  return total / p.rows;
}

/** Labels numbered from 0 on without gaps, in their order. */
function numbered(labels: Uint32Array): Uint32Array {
  const found = [...new Set(labels)].sort((a, b) => a - b);
  const numbers = new Map(found.map((label, number) => [label, number]));
  return labels.map((label) => numbers.get(label)!);
}
