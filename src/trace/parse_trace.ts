import { requireOption, shown } from "../checks.ts";
import { inertia } from "../kmeans/inertia.ts";
import type { Step } from "../kmeans/kmeans.ts";
import { type Matrix, toMatrix } from "../kmeans/matrix.ts";
import { project } from "./project.ts";
import type { Metric, ProjectedAxis, Projection } from "./projection.ts";
import { trusted } from "./trusted.ts";
import { hasConverged, type Trace } from "./trace.ts";

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
  const trace = object(jsonOf(text), "the trace");
  if (trace.format !== "lloyd-trace") refuse("format", trace.format, `"lloyd-trace"`);
  if (trace.version !== 1) refuse("version", trace.version, "1, the only one there is");
  const points = matrix(trace.points, "points");
  const { columns } = points;
  const features = array(trace.features ?? [], "features").map((name, i) =>
    typeof name === "string" ? name : refuse(`features[${i}]`, name, "a name")
  );
  if (features.length !== 0 && features.length !== columns) {
    refuse("features", features, `a name for each of the ${columns} features, or none`);
  }
  const projection = trace.projection === undefined
    ? undefined
    : projectionOf(trace.projection, columns);
  const steps: Step[] = [];
  for (const step of array(trace.steps, "steps")) steps.push(stepOf(step, points, steps));
  if (steps.length === 0) refuse("steps", [], "one at the least");
  if (projection) requireFinite(projection, [points, ...steps.map(({ centroids }) => centroids)]);
  const converged = trace.converged ?? hasConverged(steps);
  if (typeof converged !== "boolean") refuse("converged", converged, "true or false");
  return trusted({
    recipe: object(trace.recipe ?? {}, "recipe"),
    features,
    ...(projection && { projection }),
    points,
    steps,
    converged,
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(`Cannot read the trace as 'text' must be JSON: ${shown(text)}`);
  }
}

function stepOf(value: unknown, points: Matrix, before: readonly Step[]): Step {
  const iteration = before.length;
  const place = `steps[${iteration}]`;
  const step = object(value, place);
  if ((step.iteration ?? iteration) !== iteration) {
    refuse(`${place}.iteration`, step.iteration, `${iteration}, as iterations count from 0`);
  }
  const centroids = matrix(step.centroids, `${place}.centroids`);
  if (centroids.columns !== points.columns) {
    refuse(
      `${place}.centroids[0]`,
      array(step.centroids, place)[0],
      `${points.columns} numbers, as points have`,
    );
  }
  const labels = wholes(step.labels, `${place}.labels`, centroids.rows);
  if (labels.length !== points.rows) {
    refuse(`${place}.labels`, step.labels, `one for each of the ${points.rows} points`);
  }
  // JSON has no Infinity: null stands for it.
  const measured = step.inertia ?? inertia(points, centroids, labels);
  if (typeof measured !== "number" || !(measured >= 0)) {
    refuse(`${place}.inertia`, measured, "a number of 0 or more");
  }
  const k = before.length > 0 ? before[0].centroids.rows : centroids.rows;
  const clusters = wholes(
    step.clusters ?? Array.from({ length: k }, (_, cluster) => cluster),
    `${place}.clusters`,
    k,
  );
  if (clusters.length !== centroids.rows) {
    refuse(
      step.clusters === undefined ? `${place}.centroids` : `${place}.clusters`,
      step.clusters ?? step.centroids,
      step.clusters === undefined
        ? `${k} centroids as in step 0, or "clusters" with the index there of each`
        : `an index for each of the ${centroids.rows} centroids`,
    );
  }
  const repeated = clusters.findIndex((cluster, i) => i > 0 && cluster <= clusters[i - 1]);
  if (repeated > 0) {
    refuse(`${place}.clusters[${repeated}]`, clusters[repeated], "more than the one before it");
  }
  return { iteration, centroids, labels, inertia: measured, clusters };
}

function projectionOf(value: unknown, columns: number): Projection {
  const { axes, metric } = object(value, "projection");
  const read = array(axes, "projection.axes").map((axis, i): ProjectedAxis => {
    const place = `projection.axes[${i}]`;
    const { name, offset, weights } = object(axis, place);
    if (typeof name !== "string") refuse(`${place}.name`, name, "a name");
    return {
      name,
      offset: finite(offset, `${place}.offset`),
      weights: numbers(weights, `${place}.weights`, columns),
    };
  });
  if (read.length !== 1 && read.length !== 2) refuse("projection.axes", axes, "one or two");
  if (metric === undefined) return { axes: read };
  const scales = numbers(metric, "projection.metric", 2);
  const astray = scales.findIndex((scale) => scale <= 0);
  if (astray >= 0) refuse(`projection.metric[${astray}]`, scales[astray], "more than 0");
  return { axes: read, metric: scales as unknown as Metric };
}

/** Refuses a projection by which a place would not be a finite number. */
function requireFinite(projection: Projection, matrices: readonly Matrix[]): void {
  for (const matrix of matrices) {
    const astray = project(matrix, projection).find((value) => !Number.isFinite(value));
    if (astray !== undefined) {
      refuse("projection.axes", String(astray), "such that all places are finite numbers");
    }
  }
}

function object(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  return refuse(place, value, "an object");
}

function array(value: unknown, place: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(place, value, "an array");
}

function finite(value: unknown, place: string): number {
  return Number.isFinite(value) ? value as number : refuse(place, value, "a finite number");
}

function numbers(value: unknown, place: string, length: number): readonly number[] {
  const read = array(value, place).map((item, i) => finite(item, `${place}[${i}]`));
  return read.length === length ? read : refuse(place, value, `${length} numbers`);
}

/** An array of indices, each below a number. */
function wholes(value: unknown, place: string, below: number): Uint32Array {
  return Uint32Array.from(array(value, place), (item, i) => {
    if (Number.isInteger(item) && item as number >= 0 && item as number < below) {
      return item as number;
    }
    return refuse(`${place}[${i}]`, item, `a whole number from 0 to ${below - 1}`);
  });
}

function matrix(value: unknown, place: string): Matrix {
  const rows = array(value, place);
  if (rows.length === 0) refuse(place, value, "one row at the least");
  const columns = array(rows[0], `${place}[0]`).length;
  if (columns === 0) refuse(`${place}[0]`, rows[0], "one number at the least");
  return toMatrix(rows.map((row, i) => numbers(row, `${place}[${i}]`, columns)));
}

function refuse(place: string, value: unknown, wanted: string): never {
  const text = JSON.stringify(value) ?? "missing";
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  throw new TypeError(`Cannot read the trace as ${place} must be ${wanted}: it is ${short}`);
}
