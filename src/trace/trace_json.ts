import { clusterFigures } from "../kmeans/cluster_figures.ts";
import { toRows } from "../kmeans/matrix.ts";
import { requireTrace } from "./require_trace.ts";
import type { Trace } from "./trace.ts";

/**
 * Writes a trace as JSON: a line for each point and each step, so that it can be read by people
 * and compared line by line. The last step has the figures of the clusters.
 *
 * @param trace The trace.
 * @returns The JSON text.
 * @throws {TypeError | RangeError} If it is no trace of a run.
 *
 * @example Steps with their centroids and labels
 * ```ts
 * import { record, traceToJson } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const { format, steps } = JSON.parse(traceToJson(record([[1], [2], [9]], { k: 2 })));
 * assert.equal(format, "lloyd-trace");
 * assert.deepEqual(Object.keys(steps[0]), ["iteration", "centroids", "labels", "inertia"]);
 * ```
 */
export function traceToJson(trace: Trace): string {
  requireTrace("write the trace", trace);
  const { recipe, features, projection, scaling, points, steps, converged, stopped } = trace;
  const k = steps[0].centroids.rows;
  const lines = (items: unknown[]) =>
    `[\n    ${items.map((item) => JSON.stringify(item)).join(",\n    ")}\n  ]`;
  const stepLines = steps.map(({ iteration, centroids, labels, inertia, clusters }, i) => ({
    iteration,
    centroids: toRows(centroids),
    labels: [...labels],
    // JSON has no Infinity.
    inertia: Number.isFinite(inertia) ? inertia : null,
    ...(centroids.rows < k && { clusters: [...clusters] }),
    ...(i === steps.length - 1 && {
      figures: clusterFigures(points, centroids, labels, clusters),
    }),
  }));
  return `{
  "format": "lloyd-trace",
  "version": 1,
  "recipe": ${JSON.stringify(recipe)},
  "features": ${JSON.stringify(features)},${
    projection ? `\n  "projection": ${JSON.stringify(projection)},` : ""
  }${scaling ? `\n  "scaling": ${JSON.stringify(scaling)},` : ""}
  "points": ${lines(toRows(points))},
  "steps": ${lines(stepLines)},
  "converged": ${converged}${stopped ? `,\n  "stopped": ${JSON.stringify(stopped)}` : ""}
}
`;
}
