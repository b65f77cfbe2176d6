import {
  isArray,
  readable,
  requireObject,
  requireOption,
  requireOptions,
  type Rules,
  shown,
} from "../checks.ts";
import { requireNames } from "../kmeans/names.ts";
import { toMatrix } from "../kmeans/matrix.ts";
import { requireScaling } from "../trace/trace_scaling.ts";
import type { Model } from "./model.ts";

const FIGURES = {
  cluster: { is: "number", least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true },
  size: { is: "number", least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true },
  weight: { is: "number", least: 0, most: Infinity },
  inertia: { is: "number", least: 0, most: Infinity },
} as const satisfies Rules;

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
  requireOption(action, "model.recipe", recipe, { is: "json" });
  if (!isArray(clusters) || clusters.length !== rows) {
    throw new TypeError(
      `Cannot ${action} as 'model.clusters' must be figures for each of ${rows} clusters: ${
        shown(clusters)
      }`,
    );
  }
  for (const one of clusters) {
    requireObject(action, "'model.clusters'", one);
    requireOptions(action, one, FIGURES);
  }
}
