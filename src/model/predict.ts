import { rescale } from "../data/features/scaling.ts";
import { assignInto } from "../kmeans/assign.ts";
import { distance } from "../kmeans/distance.ts";
import { type Matrix, requireSameFeatures, type Rows, toMatrix } from "../kmeans/matrix.ts";
import type { Model } from "./model.ts";
import { requireModel } from "./require_model.ts";

/** New points, labelled by an earlier run. */
export interface Prediction {
  /** M labels: of each point the index of its nearest centroid, the lowest of equally near ones. */
  readonly labels: Uint32Array;
  /** M distances, each of a point to that centroid, in the space of the run. */
  readonly distances: Float64Array;
}

/**
 * Labels new points by the centroids of an earlier run. They are scaled as the points of that run
 * were, by its centers and scales and not by their own.
 *
 * @param points M points × N features, in their own units; a matrix is not changed.
 * @param model What the run found.
 * @returns M labels and M distances.
 * @throws {TypeError} If the points are ragged or empty or have not N features, or the model is none.
 * @throws {RangeError} If a value is not finite.
 *
 * @example Scaled as the run was
 * ```ts
 * import { modelOf, predict, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const scaling = { kind: "zscore", center: [50], scale: [10] };
 * const model = modelOf(record([[-1], [1]], { k: 2, init: [[-1], [1]] }, { scaling }));
 * const { labels, distances } = predict([[35], [60]], model);
 * assert.deepEqual([...labels], [0, 1]);
 * assert.deepEqual([...distances], [0.5, 0]);
 * ```
 */
export function predict(points: Rows | Matrix, model: Model): Prediction {
  requireModel("predict", model);
  const { centroids, scaling } = model;
  const own = toMatrix(points);
  requireSameFeatures(own, centroids);
  const scaled = scaling ? rescale(own, scaling) : own;
  const labels = new Uint32Array(own.rows);
  assignInto(labels, scaled, centroids);
  return {
    labels,
    distances: Float64Array.from(labels, (k, i) => distance(scaled, i, centroids, k)),
  };
}
