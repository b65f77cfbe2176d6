import assert from "node:assert/strict";
import {
  assign,
  type ClusterFigures,
  type Fit,
  KMeans,
  type KMeansOptions,
  type Step,
  toRows,
} from "../../mod.ts";
import { checkRun, type PlainStep } from "../../src/conform/checker.ts";
import { titleOf } from "../../src/conform/clauses.ts";
import { inertiaOf, type Table } from "../../src/conform/reference.ts";

/** A run of our K-means in plain numbers, every clause checked. */
export interface CheckedRun {
  readonly kmeans: KMeans;
  readonly steps: Required<PlainStep>[];
  readonly fit: Fit;
}

/** Options with the start, where it is given, as plain rows. */
export type PlainOptions = KMeansOptions & { init?: string | Table };

/** Runs K-means and holds every step and the result to the clauses. */
export function run(points: Table, options: PlainOptions): CheckedRun {
  const kmeans = new KMeans(points, options);
  const steps = [];
  for (const step of kmeans.steps()) {
    steps.push(plain(step));
  }
  const start = typeof options.init === "object" ? options.init : steps[0].centroids;
  checkRun(points, start, steps, options);
  const fit = kmeans.fit();
  checkFit(points, steps, fit, options);
  return { kmeans, steps, fit };
}

/** A step in plain numbers, copied. */
export function plain({ iteration, centroids, labels, inertia, clusters }: Step) {
  return {
    iteration,
    centroids: toRows(centroids),
    labels: [...labels],
    inertia,
    clusters: [...clusters],
  };
}

function checkFit(
  points: Table,
  steps: Required<PlainStep>[],
  fit: Fit,
  { maxIterations = 10_000, tol = 0 }: PlainOptions,
): void {
  const last = steps[steps.length - 1];
  assert.equal(fit.iterations, last.iteration, titleOf("§5.1"));
  assert.deepEqual(toRows(fit.centroids), last.centroids, titleOf("§5.1"));
  assert.deepEqual([...fit.clusters], last.clusters, titleOf("§5.1"));
  assert.deepEqual(fit.labels, assign(points, fit.centroids), titleOf("§5.2"));
  const measured = inertiaOf(points, last.centroids, [...fit.labels]);
  assert(isAbout(fit.inertia, measured), `${titleOf("§6.3")}: ${fit.inertia}, not ${measured}`);

  const sum = (of: (one: ClusterFigures) => number) =>
    fit.figures.reduce((total, one) => total + of(one), 0);
  assert.equal(fit.figures.length, fit.centroids.rows, titleOf("§5.4"));
  assert.equal(sum(({ size }) => size), points.length, titleOf("§5.4"));
  assert(isAbout(sum(({ inertia }) => inertia), fit.inertia), titleOf("§5.4"));

  const isLast = ({ centroids }: PlainStep) =>
    JSON.stringify(centroids) === JSON.stringify(last.centroids);
  const rested = steps.length > 1 && isLast(steps[steps.length - 2]);
  const stopped = rested
    ? "converged"
    : tol > 0 && fit.stopped === "tolerance"
    ? "tolerance"
    : last.iteration === maxIterations
    ? "limit"
    : steps.slice(0, -1).some(isLast)
    ? "cycle"
    : "stall";
  assert.equal(fit.stopped, stopped, titleOf("§6.2"));
  assert.equal(fit.converged, rested, titleOf("§6.2"));
  if (rested) {
    assert.deepEqual([...fit.labels], last.labels, titleOf("§5.1"));
    assert.equal(fit.inertia, last.inertia, titleOf("§5.1"));
  }
}

/** Equal but for the rounding of a sum. */
function isAbout(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-12 * b + 2 ** -1000;
}
