import { safeScaleOf, times } from "./distance.ts";
import type { Matrix } from "./matrix.ts";

/**
 * Tells whether centroids have moved so little that a run may end: the sum of their squared moves is
 * at most `tol` times the mean variance of the features, as in scikit-learn.
 */
export class Tolerance {
  readonly #scale: number;
  readonly #most: number;

  /**
   * @param points The points.
   * @param tol A share of their mean variance, above 0.
   * @param weights Their weights; each is above 0.
   */
  constructor(points: Matrix, tol: number, weights?: Float64Array) {
    this.#scale = safeScaleOf(points);
    const variance = meanVariance(times(points, this.#scale), weights);
    this.#most = variance > 0 ? tol * variance : 0;
  }

  /** Whether centroids have moved no farther; never where clusters have vanished. */
  allows(before: Matrix, after: Matrix): boolean {
    if (before.rows !== after.rows) return false;
    let sum = 0;
    for (let at = 0; at < after.data.length; at++) {
      sum += (after.data[at] * this.#scale - before.data[at] * this.#scale) ** 2;
    }
    return sum <= this.#most;
  }
}

/** The mean of the variances of the features. */
function meanVariance(
  { data, rows, columns }: Matrix,
  weights: Float64Array = new Float64Array(rows).fill(1),
): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let total = 0;
  for (let j = 0; j < columns; j++) {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += weights[i] * data[i * columns + j];
    const mean = sum / all;
    let squares = 0;
    for (let i = 0; i < rows; i++) squares += weights[i] * (data[i * columns + j] - mean) ** 2;
    total += squares / all;
  }
  return total / columns;
}
