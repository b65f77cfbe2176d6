import { toRows } from "../kmeans/matrix.ts";
import type { Model } from "./model.ts";
import { requireModel } from "./require_model.ts";

/**
 * Writes a model as JSON, a line a centroid and a line a cluster. An inertia beyond the largest number
 * is null there, as JSON has no Infinity.
 *
 * @param model The model.
 * @returns The JSON text.
 * @throws {TypeError | RangeError} If it is none.
 *
 * @example There and back
 * ```ts
 * import { modelOf, modelToJson, parseModel, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const model = modelOf(record([[1], [2], [8], [9]], { k: 2, seed: 1 }));
 * assert.deepEqual(parseModel(modelToJson(model)), model);
 * ```
 */
export function modelToJson(model: Model): string {
  requireModel("write the model", model);
  const { features, scaling, centroids, clusters, recipe } = model;
  const lines = (items: readonly unknown[]) =>
    `[\n    ${items.map((item) => JSON.stringify(item)).join(",\n    ")}\n  ]`;
  return `{
  "format": "lloyd-model",
  "version": 1,
  "features": ${JSON.stringify(features)},
  "scaling": ${JSON.stringify(scaling ?? null)},
  "centroids": ${lines(toRows(centroids))},
  "clusters": ${lines(clusters)},
  "recipe": ${JSON.stringify(recipe)}
}
`;
}
