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
   */
  constructor(points: Matrix, tol: number) {
    this.#scale = safeScaleOf(points);
    const variance = meanVariance(times(points, this.#scale));
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
function meanVariance({ data, rows, columns }: Matrix): number {
  let total = 0;
  for (let j = 0; j < columns; j++) {
    let sum = 0;
    for (let at = j; at < data.length; at += columns) sum += data[at];
    const mean = sum / rows;
    let squares = 0;
    for (let at = j; at < data.length; at += columns) squares += (data[at] - mean) ** 2;
    total += squares / rows;
  }
  return total / columns;
}
