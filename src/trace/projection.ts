import type { Matrix } from "../kmeans/matrix.ts";

/** One axis of a picture: its name, and how the value of a row on it is computed. */
export interface ProjectedAxis {
  /** Its name; empty where it has none. */
  readonly name: string;
  /** What is added to the weighted sum of a row. */
  readonly offset: number;
  /** The weight of each feature. */
  readonly weights: readonly number[];
}

/** How long a unit of x and a unit of y are in the distances that the clustering measures. */
export type Metric = readonly [x: number, y: number];

/** How points of any number of features are laid out: on a line by one axis, in the plane by two. */
export interface Projection {
  /** One axis or two. */
  readonly axes: readonly ProjectedAxis[];
  /** The metric of the plane, given only where distances in it are those of the clustering. */
  readonly metric?: Metric;
  /**
   * How many times as long a unit upwards is drawn as one to the right. Default: whatever fills the
   * picture.
   */
  readonly aspect?: number;
}

/**
 * Lays out points or centroids.
 *
 * @param matrix Rows of features.
 * @param projection The axes.
 * @returns A value on each axis, row after row.
 *
 * @example The sum and the second of two features
 * ```ts
 * import { project, toMatrix } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const axes = [
 *   { name: "sum", offset: 0, weights: [1, 1] },
 *   { name: "second", offset: 0, weights: [0, 1] },
 * ];
 * assert.deepEqual([...project(toMatrix([[1, 2], [3, 4]]), { axes })], [3, 2, 7, 4]);
 * ```
 */
export function project({ data, rows, columns }: Matrix, { axes }: Projection): Float64Array {
  const places = new Float64Array(rows * axes.length);
  axes.forEach(({ offset, weights }, axis) => {
    const used = [...weights.keys()].filter((j) => weights[j] !== 0);
    for (let i = 0, to = axis; i < rows; i++, to += axes.length) {
      let sum = 0;
      for (const j of used) sum += weights[j] * data[i * columns + j];
      places[to] = sum + offset;
    }
  });
  return places;
}
