import { requireOption } from "../checks.ts";
import { inertia } from "../kmeans/inertia.ts";
import type { Step } from "../kmeans/kmeans.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import { Fields } from "./fields.ts";
import { project } from "./project.ts";
import type { Metric, ProjectedAxis, Projection } from "./projection.ts";
import { hasConverged, type Trace, UNCONVERGED, type Unconverged } from "./trace.ts";
import { scalingIn } from "./trace_scaling.ts";
import { trusted } from "./trusted.ts";

const fields: Fields = new Fields("trace");

/**
 * Reads a trace, also one that another program wrote. Required are `format`, `version`, `points` and
 * `steps`, and of each step `centroids` and `labels`; the rest is computed where it is left out.
 *
 * @param text JSON, as `traceToJson` writes it.
 * @returns The trace.
 * @throws {SyntaxError} If it is not JSON.
 * @throws {TypeError} If it is no text, or breaks the format; the message names the place.
 *
 * @example There and back
 * ```ts
 * import { parseTrace, record, traceToJson } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const trace = record([[1], [2], [8], [9]], { k: 2, seed: 1 });
 * assert.deepEqual(parseTrace(traceToJson(trace)), trace);
 * ```
 */
export function parseTrace(text: string): Trace {
  requireOption("read the trace", "text", text, { is: "text" });
  const trace = fields.object(fields.parsed(text), "the trace");
  if (trace.format !== "lloyd-trace") fields.refuse("format", trace.format, `"lloyd-trace"`);
  if (trace.version !== 1) fields.refuse("version", trace.version, "1, the only one there is");
  const points = fields.matrix(trace.points, "points");
  const { columns } = points;
  const features = fields.names(trace.features ?? [], "features", columns);
  const projection = trace.projection === undefined
    ? undefined
    : projectionOf(trace.projection, columns);
  const scaling = scalingIn(trace.scaling, columns, fields);
  const steps: Step[] = [];
  for (const step of fields.array(trace.steps, "steps")) steps.push(stepOf(step, points, steps));
  if (steps.length === 0) fields.refuse("steps", [], "one at the least");
  if (projection) requireFinite(projection, [points, ...steps.map(({ centroids }) => centroids)]);
  const converged = trace.converged ?? hasConverged(steps);
  if (typeof converged !== "boolean") fields.refuse("converged", converged, "true or false");
  const { stopped } = trace;
  if (stopped !== undefined && (converged || !UNCONVERGED.includes(stopped as Unconverged))) {
    fields.refuse(
      "stopped",
      stopped,
      `one of ${UNCONVERGED.join(", ")}, where "converged" is false`,
    );
  }
  return trusted({
    recipe: fields.object(trace.recipe ?? {}, "recipe"),
    features,
    ...(projection && { projection }),
    ...(scaling && { scaling }),
    points,
    steps,
    converged,
    ...(stopped !== undefined && { stopped: stopped as Unconverged }),
  });
}

function stepOf(value: unknown, points: Matrix, before: readonly Step[]): Step {
  const iteration = before.length;
  const place = `steps[${iteration}]`;
  const step = fields.object(value, place);
  if ((step.iteration ?? iteration) !== iteration) {
    fields.refuse(`${place}.iteration`, step.iteration, `${iteration}, as iterations count from 0`);
  }
  const centroids = fields.matrix(step.centroids, `${place}.centroids`);
  if (centroids.columns !== points.columns) {
    fields.refuse(
      `${place}.centroids[0]`,
      fields.array(step.centroids, place)[0],
      `${points.columns} numbers, as points have`,
    );
  }
  const labels = fields.wholes(step.labels, `${place}.labels`, centroids.rows);
  if (labels.length !== points.rows) {
    fields.refuse(`${place}.labels`, step.labels, `one for each of the ${points.rows} points`);
  }
  // JSON has no Infinity: null stands for it.
  const measured = step.inertia ?? inertia(points, centroids, labels);
  if (typeof measured !== "number" || !(measured >= 0)) {
    fields.refuse(`${place}.inertia`, measured, "a number of 0 or more");
  }
  const k = before.length > 0 ? before[0].centroids.rows : centroids.rows;
  const clusters = fields.wholes(
    step.clusters ?? Array.from({ length: k }, (_, cluster) => cluster),
    `${place}.clusters`,
    k,
  );
  if (clusters.length !== centroids.rows) {
    fields.refuse(
      step.clusters === undefined ? `${place}.centroids` : `${place}.clusters`,
      step.clusters ?? step.centroids,
      step.clusters === undefined
        ? `${k} centroids as in step 0, or "clusters" with the index there of each`
        : `an index for each of the ${centroids.rows} centroids`,
    );
  }
  const repeated = clusters.findIndex((cluster, i) => i > 0 && cluster <= clusters[i - 1]);
  if (repeated > 0) {
    fields.refuse(
      `${place}.clusters[${repeated}]`,
      clusters[repeated],
      "more than the one before it",
    );
  }
  return { iteration, centroids, labels, inertia: measured, clusters };
}

function projectionOf(value: unknown, columns: number): Projection {
  const { axes, metric, aspect } = fields.object(value, "projection");
  const read = fields.array(axes, "projection.axes").map((axis, i): ProjectedAxis => {
    const place = `projection.axes[${i}]`;
    const { name, offset, weights } = fields.object(axis, place);
    if (typeof name !== "string") fields.refuse(`${place}.name`, name, "a name");
    return {
      name,
      offset: fields.finite(offset, `${place}.offset`),
      weights: fields.numbers(weights, `${place}.weights`, columns),
    };
  });
  if (read.length !== 1 && read.length !== 2) fields.refuse("projection.axes", axes, "one or two");
  const positive = (number: number, place: string) => {
    if (number <= 0) fields.refuse(place, number, "more than 0");
  };
  const scales = metric === undefined ? [] : fields.numbers(metric, "projection.metric", 2);
  scales.forEach((scale, i) => positive(scale, `projection.metric[${i}]`));
  const shape = aspect === undefined ? 1 : fields.finite(aspect, "projection.aspect");
  positive(shape, "projection.aspect");
  return {
    axes: read,
    ...(metric !== undefined && { metric: scales as unknown as Metric }),
    ...(aspect !== undefined && { aspect: shape }),
  };
}

/** Refuses a projection by which a place would not be a finite number. */
function requireFinite(projection: Projection, matrices: readonly Matrix[]): void {
  for (const matrix of matrices) {
    const astray = project(matrix, projection).find((value) => !Number.isFinite(value));
    if (astray !== undefined) {
      fields.refuse("projection.axes", String(astray), "such that all places are finite numbers");
    }
  }
}
