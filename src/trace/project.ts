import { type Projection, requireProjection } from "./projection.ts";
import { type Matrix, requireMatrix } from "../kmeans/matrix.ts";

/**
 * Lays out points or centroids.
 *
 * @param matrix Rows of features.
 * @param projection The axes.
 * @returns A value on each axis, row after row.
 * @throws {TypeError} If they are no matrix and no projection of its features.
 * @throws {RangeError} If a number of the projection is not finite.
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
export function project(matrix: Matrix, projection: Projection): Float64Array {
  const { data, rows, columns } = requireMatrix(matrix, "matrix");
  requireProjection("project the matrix", projection, columns);
  const { axes } = projection;
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
