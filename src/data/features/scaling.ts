import { readable, requireObject, requireOption, shown } from "../../checks.ts";
import { isConstant } from "./constant.ts";
import { toUnitLength } from "./unit_length.ts";
import { safeScaleFor } from "../../kmeans/distance.ts";
import { type Matrix, requireMatrix, toMatrix } from "../../kmeans/matrix.ts";

/**
 * How features are made comparable: not at all, to z-scores, or to values from 0 to 1; or how rows are,
 * each divided by its length, so that directions are clustered: what the cosine compares.
 */
export type Scale = "none" | "zscore" | "minmax" | "unit";

/** The ways to make features or rows comparable. */
export const SCALE_NAMES: readonly Scale[] = ["none", "zscore", "minmax", "unit"];

/**
 * What was done to each feature: `(value * factor - center) / scale`. Where `kind` is `unit`, each row
 * was divided by its length instead.
 */
export interface Scaling {
  /** How: `none`, `zscore`, `minmax`, `unit`, or another program's word. */
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
 * Finds what makes the features of points comparable. A feature that is constant but for rounding keeps
 * its unit.
 *
 * @param points The points.
 * @param kind How.
 * @returns What is to be done to each feature.
 * @throws {TypeError} If the points are no matrix.
 * @throws {RangeError} If a value is not finite, or `kind` is none of its words.
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
  const matrix = toMatrix(points);
  const { columns } = matrix;
  const center = new Float64Array(columns);
  const scale = new Float64Array(columns).fill(1);
  if (kind === "none" || kind === "unit") return { kind, center, scale };
  const factor = new Float64Array(columns).fill(1);
  for (let j = 0; j < columns; j++) {
    const own = spreadOf(matrix, j);
    factor[j] = factorFor(Math.max(-own.low, own.high));
    const { mean, deviation, low, high } = factor[j] === 1 ? own : spreadOf(matrix, j, factor[j]);
    center[j] = kind === "minmax" ? low : mean;
    if (isConstant(low, high)) continue;
    scale[j] = kind === "minmax" ? high - low : deviation;
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
 * @throws {TypeError} If they are no matrix, or there is not one number a feature in the scaling.
 * @throws {RangeError} If rows are divided by their lengths, and one has none.
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
export function rescale(matrix: Matrix, scaling: Scaling): Matrix {
  const { kind, center, scale, factor } = scalingFor(requireMatrix(matrix, "matrix"), scaling);
  if (kind === "unit") return toUnitLength(matrix);
  const n = matrix.columns;
  const own = factor ? matrix.data.map((value, i) => value * factor[i % n]) : matrix.data;
  return { ...matrix, data: own.map((value, i) => (value - center[i % n]) / scale[i % n]) };
}

/**
 * Puts points or centroids back into their own units: `(value * scale + center) / factor`.
 *
 * @param matrix M rows × N features, in scaled units.
 * @param scaling What was done to each of the N features.
 * @returns The same rows in their own units, in a fresh matrix; those that were divided by their
 * lengths stay as they are.
 * @throws {TypeError} If they are no matrix, or there is not one number a feature in the scaling.
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
export function unscale(matrix: Matrix, scaling: Scaling): Matrix {
  const { center, scale, factor } = scalingFor(requireMatrix(matrix, "matrix"), scaling);
  const n = matrix.columns;
  const data = matrix.data.map((value, i) => value * scale[i % n] + center[i % n]);
  if (!factor) return { ...matrix, data };
  // The mean of the largest numbers may be rounded to more than them.
  return { ...matrix, data: data.map((value, i) => within(value / factor[i % n])) };
}

/**
 * A scaling that has been read.
 *
 * @throws {TypeError} If it is none, or is one of another number of features.
 */
function scalingFor({ columns }: Matrix, scaling: Scaling): Scaling {
  const action = "scale the matrix";
  requireObject(action, "'scaling'", scaling);
  const read = readable(action, "scaling", scaling, () => {
    const { kind, center, scale, factor } = scaling;
    return { kind, center, scale, ...(factor !== undefined && { factor }) };
  });
  const numbers = (name: "center" | "scale" | "factor") => {
    const values = read[name]!;
    const place = `scaling.${name}`;
    const length = readable(action, place, values, () => values.length);
    if (length !== columns) {
      throw new TypeError(
        `Cannot ${action} as '${place}' must be ${columns} numbers: ${shown(length ?? values)}`,
      );
    }
    return readable(action, place, values, () => Float64Array.from(values));
  };
  return {
    kind: read.kind,
    center: numbers("center"),
    scale: numbers("scale"),
    ...("factor" in read && { factor: numbers("factor") }),
  };
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
  const plain = spreadTimes(points, j, 1);
  // Squares of what is beyond about 2^±400 would overflow, or vanish.
  const scale = safeScaleFor(Math.max(-plain.low, plain.high));
  if (scale === 1) return plain;
  const { mean, deviation, low, high } = spreadTimes(points, j, scale);
  // One power of two: alone, either could lead beyond what numbers can be.
  const power = factor / scale;
  return {
    mean: mean * power,
    deviation: deviation * power,
    low: low * power,
    high: high * power,
  };
}

/** How the values of feature `j` are spread when they are multiplied by a power of two. */
function spreadTimes({ data, rows, columns }: Matrix, j: number, scale: number): Spread {
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
  return { mean, deviation: Math.sqrt(squares / rows), low, high };
}
