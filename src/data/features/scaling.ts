import { requireOption } from "../../checks.ts";
import { safeScaleFor } from "../../kmeans/distance.ts";
import type { Matrix } from "../../kmeans/matrix.ts";

/** How features are made comparable: not at all, to z-scores, or to values from 0 to 1. */
export type Scale = "none" | "zscore" | "minmax";

/** The ways to make features comparable. */
export const SCALE_NAMES: readonly Scale[] = ["none", "zscore", "minmax"];

/** What was done to each feature: `(value * factor - center) / scale`. */
export interface Scaling {
  /** How: `none`, `zscore`, `minmax`, or another program's word. */
  readonly kind: string;
  /** What was subtracted, N numbers. */
  readonly center: ArrayLike<number>;
  /** What it was divided by, N numbers. */
  readonly scale: ArrayLike<number>;
  /**
   * What values were multiplied by first, powers of two: only where a feature comes near the largest
   * or the least number there is, so that its width is none. Default: 1.
   */
  readonly factor?: ArrayLike<number>;
}

/**
 * Finds what makes the features of points comparable. A feature that is constant keeps its unit.
 *
 * @param points The points.
 * @param kind How.
 * @returns What is to be done to each feature.
 * @throws {RangeError} If `kind` is none of its words.
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
export function scalingOf(points: Matrix, kind: Scale): Scaling {
  requireOption("scale the points", "scale", kind, { is: "word", words: SCALE_NAMES });
  const { columns } = points;
  const center = new Float64Array(columns);
  const scale = new Float64Array(columns).fill(1);
  if (kind === "none") return { kind, center, scale };
  const factor = new Float64Array(columns).fill(1);
  for (let j = 0; j < columns; j++) {
    factor[j] = factorFor(largestOf(points, j));
    const { mean, deviation, low, high } = spreadOf(points, j, factor[j]);
    center[j] = kind === "minmax" ? low : mean;
    scale[j] = (kind === "minmax" ? high - low : deviation) || 1;
  }
  return { kind, center, scale, ...(factor.some((power) => power !== 1) && { factor }) };
}

/** Features whose largest value is beyond these have no width, center or scale that is a plain number. */
const [LEAST, MOST] = [2 ** -960, 2 ** 1020];

function factorFor(largest: number): number {
  return largest !== 0 && (largest < LEAST || largest > MOST) ? safeScaleFor(largest) : 1;
}

/**
 * Puts points or centroids into the units of a scaling: `(value * factor - center) / scale`.
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
export function rescale(matrix: Matrix, { center, scale, factor }: Scaling): Matrix {
  const n = matrix.columns;
  const own = factor ? matrix.data.map((value, i) => value * factor[i % n]) : matrix.data;
  return { ...matrix, data: own.map((value, i) => (value - center[i % n]) / scale[i % n]) };
}

/**
 * Puts points or centroids back into their own units: `(value * scale + center) / factor`.
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
export function unscale(matrix: Matrix, { center, scale, factor }: Scaling): Matrix {
  const n = matrix.columns;
  const data = matrix.data.map((value, i) => value * scale[i % n] + center[i % n]);
  if (!factor) return { ...matrix, data };
  // The mean of the largest numbers may be rounded to more than them.
  return { ...matrix, data: data.map((value, i) => within(value / factor[i % n])) };
}

function within(value: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}

/** How a feature's values are spread. */
export interface Spread {
  readonly mean: number;
  /** The standard deviation, of all points. */
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How the values of feature `j` are spread.
 *
 * @param factor What they are multiplied by first, a power of two.
 */
export function spreadOf(points: Matrix, j: number, factor = 1): Spread {
  const { data, rows, columns } = points;
  // Squares of what is beyond about 2^±400 would overflow, or vanish.
  const scale = safeScaleFor(largestOf(points, j));
  let low = Infinity;
  let high = -Infinity;
  let mean = 0;
  let squares = 0;
  for (let i = 0, at = j; i < rows; i++, at += columns) {
    const value = data[at] * scale;
    if (value < low) low = value;
    if (value > high) high = value;
    const difference = value - mean;
    mean += difference / (i + 1);
    squares += difference * (value - mean);
  }
  // One power of two: alone, either could lead beyond what numbers can be.
  const power = factor / scale;
  const own = (scaled: number) => scaled * power;
  return {
    mean: own(mean),
    deviation: own(Math.sqrt(squares / rows)),
    low: own(low),
    high: own(high),
  };
}

function largestOf({ data, columns }: Matrix, j: number): number {
  let largest = 0;
  for (let at = j; at < data.length; at += columns) largest = Math.max(largest, Math.abs(data[at]));
  return largest;
}
