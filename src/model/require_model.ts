import { isArray, readable, requireObject, shown } from "../checks.ts";
import { requireNames } from "../kmeans/names.ts";
import { toMatrix } from "../kmeans/matrix.ts";
import { requireScaling } from "../trace/trace_scaling.ts";
import type { Model } from "./model.ts";

/**
 * Refuses what is no model.
 *
 * @param action What cannot be done otherwise.
 * @throws {TypeError} If something in it is of a wrong type or shape.
 * @throws {RangeError} If a number in it is out of range.
 */
export function requireModel(action: string, model: Model): void {
  requireObject(action, "'model'", model);
  const { features, scaling, centroids, clusters, recipe } = readable(
    action,
    "model",
    model,
    () => ({ ...model }),
  );
  const { rows, columns } = toMatrix(centroids, "centroids of the model");
  requireNames(action, "model.features", features, columns);
  if (scaling !== undefined) requireScaling(action, scaling, columns);
  requireObject(action, "'model.recipe'", recipe);
  if (isArray(clusters) && clusters.length === rows) return;
  throw new TypeError(
    `Cannot ${action} as 'model.clusters' must be figures for each of ${rows} clusters: ${
      shown(clusters)
    }`,
  );
}
