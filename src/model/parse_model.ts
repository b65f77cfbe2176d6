import { requireOption } from "../checks.ts";
import type { ClusterFigures } from "../kmeans/cluster_figures.ts";
import { Fields } from "../trace/fields.ts";
import { parseTrace } from "../trace/parse_trace.ts";
import { scalingIn } from "../trace/trace_scaling.ts";
import type { Model } from "./model.ts";
import { modelOf } from "./model_of.ts";

const fields: Fields = new Fields("model");

/**
 * Reads a model, or a trace, of which it takes what that run found.
 *
 * @param text JSON, as `modelToJson` or `traceToJson` writes it.
 * @returns The model.
 * @throws {SyntaxError} If it is not JSON.
 * @throws {TypeError} If it breaks the format; the message names the place.
 *
 * @example What another program found
 * ```ts
 * import { parseModel, predict } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const text = `{ "format": "lloyd-model", "version": 1, "centroids": [[1], [8]] }`;
 * assert.deepEqual([...predict([[2], [7]], parseModel(text)).labels], [0, 1]);
 * ```
 */
export function parseModel(text: string): Model {
  requireOption("read the model", "text", text, { is: "text" });
  const model = fields.object(fields.parsed(text), "the model");
  if (model.format === "lloyd-trace") return modelOf(parseTrace(text));
  if (model.format !== "lloyd-model") {
    fields.refuse("format", model.format, `"lloyd-model" or "lloyd-trace"`);
  }
  if (model.version !== 1) fields.refuse("version", model.version, "1, the only one there is");
  const centroids = fields.matrix(model.centroids, "centroids");
  const scaling = scalingIn(model.scaling, centroids.columns, fields);
  return {
    features: fields.names(model.features ?? [], "features", centroids.columns),
    ...(scaling && { scaling }),
    centroids,
    clusters: figuresIn(model.clusters, centroids.rows),
    recipe: fields.object(model.recipe ?? {}, "recipe"),
  };
}

/** The figures of the clusters; what another program leaves out is 0. */
function figuresIn(value: unknown, k: number): ClusterFigures[] {
  if (value === undefined) {
    return Array.from({ length: k }, () => ({ size: 0, weight: 0, inertia: 0 }));
  }
  const all = fields.array(value, "clusters");
  if (all.length !== k) fields.refuse("clusters", value, `one for each of the ${k} centroids`);
  return all.map((one, i) => {
    const place = `clusters[${i}]`;
    const { cluster, size = 0, weight = size, inertia = 0 } = fields.object(one, place);
    const figures = {
      size: figure(size, `${place}.size`),
      weight: figure(weight, `${place}.weight`),
      // JSON has no Infinity: null stands for it.
      inertia: inertia === null ? Infinity : figure(inertia, `${place}.inertia`),
    };
    if (cluster === undefined) return figures;
    return Number.isSafeInteger(cluster) && cluster as number >= i
      ? { cluster: cluster as number, ...figures }
      : fields.refuse(`${place}.cluster`, cluster, `a whole number of ${i} or more`);
  });
}

function figure(value: unknown, place: string): number {
  const number = fields.finite(value, place);
  return number >= 0 ? number : fields.refuse(place, value, "0 or more");
}
