import { requireOption } from "../../checks.ts";
import type { Matrix } from "../../kmeans/matrix.ts";

/** How features are made comparable: not at all, to z-scores, or to values from 0 to 1. */
export type Scale = "none" | "zscore" | "minmax";

/** The ways to make features comparable. */
export const SCALE_NAMES: readonly Scale[] = ["none", "zscore", "minmax"];

/** What was done to each feature: `(value - offset) / unit`. */
export interface Scaling {
  /** What was subtracted. */
  readonly offset: Float64Array;
  /** What it was divided by. */
  readonly unit: Float64Array;
}

/**
 * Finds what makes the features of points comparable. A feature that is constant keeps its unit.
 *
 * @param points The points.
 * @param scale How.
 * @returns What is to be done to each feature.
 * @throws {RangeError} If `scale` is none of its words.
 *
 * @example Two features that count alike
 * ```ts
 * import { rescale, scalingOf, toMatrix, toRows } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const points = toMatrix([[1, 100], [3, 500]]);
 * const scaling = scalingOf(points, "minmax");
 * assert.deepEqual(toRows(rescale(points, scaling)), [[0, 0], [1, 1]]);
 * ```
 */
export function scalingOf(points: Matrix, scale: Scale): Scaling {
  requireOption("scale the points", "scale", scale, { is: "word", words: SCALE_NAMES });
  const { columns } = points;
  const offset = new Float64Array(columns);
  const unit = new Float64Array(columns).fill(1);
  if (scale === "none") return { offset, unit };
  for (let j = 0; j < columns; j++) {
    const { mean, deviation, low, high } = spreadOf(points, j);
    offset[j] = scale === "minmax" ? low : mean;
    unit[j] = (scale === "minmax" ? high - low : deviation) || 1;
  }
  return { offset, unit };
}

/**
 * Puts points or centroids into the units of a scaling: `(value - offset) / unit`.
 *
 * @param matrix M rows × N features, in their own units.
 * @param scaling What is done to each of the N features.
 * @returns The same rows in scaled units, in a fresh matrix.
 *
 * @example Centroids scaled as their points were
 * ```ts
 * import { rescale, scalingOf, toMatrix, toRows } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const scaling = scalingOf(toMatrix([[0, 100], [4, 300]]), "minmax");
 * assert.deepEqual(toRows(rescale(toMatrix([[1, 200]]), scaling)), [[0.25, 0.5]]);
 * ```
 */
export function rescale(matrix: Matrix, { offset, unit }: Scaling): Matrix {
  const n = matrix.columns;
  return { ...matrix, data: matrix.data.map((value, i) => (value - offset[i % n]) / unit[i % n]) };
}

/**
 * Puts points or centroids back into their own units: `value * unit + offset`.
 *
 * @param matrix M rows × N features, in scaled units.
 * @param scaling What was done to each of the N features.
 * @returns The same rows in their own units, in a fresh matrix.
 *
 * @example Final centroids in the units of the data
 * ```ts
 * import { scalingOf, toMatrix, toRows, unscale } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const scaling = scalingOf(toMatrix([[0, 100], [4, 300]]), "minmax");
 * assert.deepEqual(toRows(unscale(toMatrix([[0.25, 0.5]]), scaling)), [[1, 200]]);
 * ```
 */
export function unscale(matrix: Matrix, { offset, unit }: Scaling): Matrix {
  const n = matrix.columns;
  return { ...matrix, data: matrix.data.map((value, i) => value * unit[i % n] + offset[i % n]) };
}

/** How a feature's values are spread. */
export interface Spread {
  readonly mean: number;
  /** The standard deviation, of all points. */
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

/** How the values of feature `j` are spread. */
export function spreadOf({ data, rows, columns }: Matrix, j: number): Spread {
  let low = Infinity;
  let high = -Infinity;
  let mean = 0;
  let squares = 0;
  for (let i = 0, at = j; i < rows; i++, at += columns) {
    const value = data[at];
    if (value < low) low = value;
    if (value > high) high = value;
    const difference = value - mean;
    mean += difference / (i + 1);
    squares += difference * (value - mean);
  }
  return { mean, deviation: Math.sqrt(squares / rows), low, high };
}
