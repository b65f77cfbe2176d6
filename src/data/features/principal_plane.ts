import { type Matrix, toMatrix } from "../../kmeans/matrix.ts";
import { safeScaleOf } from "../../kmeans/distance.ts";
import { inUnit } from "./in_unit.ts";
import { principalComponents } from "./principal_components.ts";

/** An axis of the plane: its name, and how its values come from features. */
export interface PlaneAxis {
  /** What it is called; empty where it has no name. */
  readonly name: string;
  /** What is added to the weighted sum of the features. */
  readonly offset: number;
  /** The weight of each feature, N of them. */
  readonly weights: readonly number[];
}

/**
 * How points of many features are drawn: along their first two principal components, which keep
 * more of their spread than any other plane.
 *
 * K. Pearson, "On Lines and Planes of Closest Fit to Systems of Points in Space", Philosophical
 * Magazine 2(11), 1901.
 *
 * @param points M points × N features, N at least 2.
 * @param options Its `signal` ends the work early.
 * @returns The two axes, as a trace's `projection` takes them. Where values are beyond about 2^±400,
 * those on the axes are multiplied by a power of two, which their names tell.
 * @throws {TypeError} If the points are no matrix of two features or more.
 * @throws {RangeError} If a value is not finite.
 * @throws The signal's reason, if it aborts.
 *
 * @example The plane of three features
 * ```ts
 * import { principalPlane, record, toMatrix } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const points = toMatrix([[0, 0, 5], [1, 1, 5], [2, 2, 6], [9, 9, 5]]);
 * const trace = record(points, { k: 2 }, { projection: principalPlane(points) });
 * assert.equal(trace.projection!.axes.length, 2);
 * ```
 */
export function principalPlane(
  points: Matrix,
  options: { signal?: AbortSignal } = {},
): { axes: PlaneAxis[] } {
  const matrix = toMatrix(points);
  const { mean, directions, shares } = principalComponents(matrix, options);
  // Sums of values near the largest number are none, and those near the least are rounded.
  const scale = safeScaleOf(matrix);
  return {
    axes: directions.map((direction, i) => {
      const weights = Array.from(direction, (weight) => weight * scale);
      return {
        name: inUnit(`PC ${i + 1} (${Math.round(shares[i] * 100)} % of variance)`, scale),
        offset: -weights.reduce((sum, weight, j) => sum + weight * mean[j], 0),
        weights,
      };
    }),
  };
}
