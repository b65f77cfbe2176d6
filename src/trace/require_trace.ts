import { isArray, readable, requireObject, requireOptions, shown } from "../checks.ts";
import { type Matrix, requireMatrix, toMatrix } from "../kmeans/matrix.ts";
import { toWeights } from "../kmeans/weights.ts";
import { toLabels } from "../kmeans/labels.ts";
import { requireNames } from "../kmeans/names.ts";
import { requireProjection } from "./projection.ts";
import { requireScaling } from "./trace_scaling.ts";
import { isTrusted, trusted } from "./trusted.ts";
import type { Trace } from "./trace.ts";

/**
 * Refuses what is no trace of a run. One that Lloyd has made or checked before is not looked through
 * again.
 *
 * @param action What cannot be done otherwise.
 * @throws {TypeError} If something in it is of a wrong type or shape.
 * @throws {RangeError} If a number in it is out of range.
 */
export function requireTrace(action: string, trace: Trace): void {
  requireObject(action, "'trace'", trace);
  if (isTrusted(trace)) return;
  requireOptions(action, trace, { converged: { is: "boolean" }, recipe: { is: "json" } });
  const { recipe, features, projection, scaling, points, weights, steps, converged } = readable(
    action,
    "trace",
    trace,
    () => ({ ...trace }),
  );
  if (recipe === undefined || converged === undefined || !isArray(steps)) {
    throw new TypeError(
      `Cannot ${action} as 'trace' must have points, steps, a recipe, features and 'converged': ${
        shown(trace)
      }`,
    );
  }
  const { rows, columns } = toMatrix(requireMatrix(points, "points of the trace"));
  toWeights(action, weights, rows);
  requireNames(action, "features", features, columns);
  if (projection !== undefined) requireProjection(action, projection, columns);
  if (scaling !== undefined) requireScaling(action, scaling, columns);
  if (steps.length === 0) throw new TypeError(`Cannot ${action} as 'trace.steps' has none: 0`);
  for (const [i, step] of steps.entries()) requireStep(action, step, i, points, steps[0]);
  trusted(trace);
}

function requireStep(
  action: string,
  step: Trace["steps"][number],
  i: number,
  points: Matrix,
  first: Trace["steps"][number],
): void {
  const name = `trace.steps[${i}]`;
  requireObject(action, `'${name}'`, step);
  requireOptions(action, step, { inertia: { is: "number", least: 0, most: Infinity } });
  const { iteration, centroids, labels, clusters, inertia } = readable(
    action,
    name,
    step,
    () => ({ ...step }),
  );
  const wrong = (what: string, wanted: string, value: unknown) => {
    const Kind = typeof value === "number" ? RangeError : TypeError;
    throw new Kind(`Cannot ${action} as '${name}.${what}' must be ${wanted}: ${shown(value)}`);
  };
  if (iteration !== i) wrong("iteration", `${i}, as iterations count from 0`, iteration);
  if (inertia === undefined) wrong("inertia", "a number of 0 or more", inertia);
  const { rows, columns } = toMatrix(requireMatrix(centroids, "centroids of the trace"));
  if (columns !== points.columns) {
    wrong("centroids.columns", `${points.columns}, as of the points`, columns);
  }
  for (const [what, numbers] of [["labels", labels], ["clusters", clusters]] as const) {
    if (!(numbers instanceof Uint32Array)) wrong(what, "a Uint32Array", numbers);
  }
  toLabels(labels, points.rows, rows);
  const k = first.centroids.rows;
  if (clusters.length !== rows) {
    wrong("clusters.length", `${rows}, one a centroid`, clusters.length);
  }
  const astray = clusters.find((cluster, j) => cluster >= k || j > 0 && cluster <= clusters[j - 1]);
  if (astray !== undefined) wrong("clusters", `ascending and below ${k}`, astray);
}
