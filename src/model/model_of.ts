import { assign } from "../kmeans/assign.ts";
import { clusterFigures } from "../kmeans/cluster_figures.ts";
import { requireTrace } from "../trace/require_trace.ts";
import type { Trace } from "../trace/trace.ts";
import type { Model } from "./model.ts";

/**
 * What a run found: the last centroids, and what it takes to label new rows by them.
 *
 * @param trace The run.
 * @returns Its model.
 * @throws {TypeError | RangeError} If it is no trace.
 *
 * @example New points labelled by an earlier run
 * ```ts
 * import { modelOf, predict, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const model = modelOf(record([[1], [2], [8], [9]], { k: 2, init: [[1], [8]] }));
 * assert.deepEqual(model.clusters.map(({ size }) => size), [2, 2]);
 * assert.deepEqual([...predict([[0], [10]], model).labels], [0, 1]);
 * ```
 */
export function modelOf(trace: Trace): Model {
  requireTrace("make a model", trace);
  const { points, steps, features, scaling, recipe } = trace;
  const { centroids, clusters } = steps[steps.length - 1];
  const labels = assign(points, centroids);
  return {
    features,
    ...(scaling && { scaling }),
    centroids,
    clusters: clusterFigures(points, centroids, labels, clusters),
    recipe,
  };
}
