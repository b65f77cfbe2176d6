import { type ClauseId, titleOf } from "./clauses.ts";
import { exactSquaredDistance, numberOf, UNIT } from "./exact.ts";
import {
  areFar,
  inertiaOf,
  isLeftToRounding,
  isNearer,
  mean,
  nearest,
  squaredDistance,
  type Table,
} from "./reference.ts";

/** One step of anybody's run, as plain numbers. */
export interface PlainStep {
  readonly iteration: number;
  readonly centroids: Table;
  readonly labels: readonly number[];
  readonly inertia?: number;
  /** For each centroid its index in step 0, where clusters can vanish. */
  readonly clusters?: readonly number[];
}

/** What kind of run is checked, and how strictly. */
export interface CheckOptions {
  /** What was done with empty clusters. Default `keep`. */
  empty?: "keep" | "drop" | "farthest" | "error";
  /** The iteration limit of the run, if it had one. */
  maxIterations?: number;
  /** The tolerance at which the run ends, if it had one. */
  tol?: number;
  /**
   * How far a mean computed in another order may deviate, relative to the largest value of its
   * feature. Above 0, a label may also name a centroid that is farther only by rounding. Default 0:
   * the same to the last bit.
   */
  tolerance?: number;
}

/** A clause that a run breaks, and where. */
export class Violation extends Error {
  override name = "Violation";
  constructor(readonly clause: ClauseId, readonly iteration: number, readonly details: string) {
    super(`${titleOf(clause)}: iteration ${iteration}, ${details}`);
  }
}

/**
 * Checks a whole run by the clauses. It uses no implementation but the reference, so that any
 * implementation can be checked.
 *
 * @throws {Violation} At the first step that breaks a clause.
 */
export function checkRun(
  points: Table,
  start: Table,
  steps: readonly PlainStep[],
  options: CheckOptions = {},
): void {
  if (steps.length === 0) throw new Violation("§4.1", 0, "there are no steps");
  const largest = largestOf(points, start);
  const far = areFar(points);
  let reseedAt = Infinity;
  steps.forEach((step, i) => {
    const before = i > 0 ? steps[i - 1] : { ...step, centroids: start, clusters: undefined };
    const fail: Fail = (clause, details) => {
      throw new Violation(clause, i, details);
    };
    const check = {
      tolerance: 0,
      ...options,
      points,
      far,
      largest,
      first: i === 0,
      before,
      step,
      fail,
    };
    if (step.iteration !== i) fail("§4.3", `numbered ${step.iteration}`);
    checkShape(check);
    checkClusters(check);
    const assigned = options.empty === "farthest" && !check.first ? beforeFilling(check) : step;
    checkLabels({ ...check, step: assigned });

    let expected = check.first ? start : means(check, assigned.labels);
    if (assigned !== step) {
      const distances = distancesOf({ ...check, step: assigned }, expected);
      const reached = distances.reduce((sum, distance) => sum + distance, 0);
      const isUndecided = isExtreme(check) && Math.abs(reached - reseedAt) <= 1e-12 * reached;
      let labels = reached < reseedAt || isUndecided
        ? filled(check, assigned.labels, distances)
        : assigned.labels;
      if (isUndecided && labels.join() !== step.labels.join()) labels = assigned.labels;
      const astray = labels.findIndex((label, p) => label !== step.labels[p]);
      if (astray >= 0) {
        fail("§12.4", `label ${astray} is ${step.labels[astray]}, not ${labels[astray]}`);
      }
      if (labels !== assigned.labels) {
        reseedAt = reached;
        expected = means({ ...check, before: { ...before, centroids: expected } }, labels);
      }
    }
    checkCentroids(check, expected);

    checkInertia(check);
    if (!check.first && step !== steps.at(-1) && same(before.centroids, step.centroids)) {
      fail("§4.4", `no centroid moved, and there is an iteration ${i + 1}`);
    }
  });
  checkEnd(points, steps, options);
}

type Fail = (clause: ClauseId, details: string) => void;

interface Check extends CheckOptions {
  points: Table;
  /** Whether the mean of each feature is exact. */
  far: readonly boolean[];
  largest: number;
  tolerance: number;
  first: boolean;
  before: PlainStep;
  step: PlainStep;
  fail: Fail;
}

function checkShape({ points, step: { centroids, labels }, fail }: Check): void {
  if (labels.length !== points.length) {
    fail("§2.3", `${labels.length} labels for ${points.length} points`);
  }
  labels.forEach((label, p) => {
    if (!(label in centroids)) fail("§2.3", `label ${p} is ${label} of ${centroids.length}`);
  });
  centroids.forEach((centroid, k) => {
    if (centroid.length !== points[0].length || !centroid.every(Number.isFinite)) {
      fail("§3.1", `centroid ${k} is ${centroid}`);
    }
  });
}

function checkClusters({ first, before, step, empty, fail }: Check): void {
  const clusters = clustersOf(step);
  const owners = new Set(step.labels);
  const expected = empty === "drop" && !first
    ? clustersOf(before).filter((id) => owners.has(clusters.indexOf(id)))
    : clustersOf(before);
  if (clusters.length !== step.centroids.length || clusters.join() !== expected.join()) {
    fail(
      first ? "§4.1" : empty === "drop" ? "§12.3" : "§3.3",
      `${step.centroids.length} centroids, of clusters ${clusters}, not ${expected}`,
    );
  }
  if (empty === "error" && !first && owners.size < clusters.length) {
    fail("§12.5", `${clusters.length - owners.size} clusters have no points`);
  }
}

function checkLabels({ points, tolerance, first, before, step, fail }: Check): void {
  const indexBefore = clustersOf(step).map((id) => clustersOf(before).indexOf(id));
  points.forEach((point, p) => {
    const own = indexBefore[step.labels[p]];
    const best = nearest(point, before.centroids);
    if (own === best) return;
    const [a, b] = [before.centroids[best], before.centroids[own]];
    if (isLeftToRounding(point, a, b)) return;
    const excess = squaredDistance(point, b) - squaredDistance(point, a);
    if (tolerance > 0 && !isExact(point, a, b) && excess <= roundingOf([point, a, b])) return;
    fail(
      !isNearer(point, a, b) ? "§2.2" : !(excess > 0) ? "§2.4" : first ? "§2.1" : "§4.2",
      `label ${p} is centroid ${own}, not ${best} (squared distance +${excess})`,
    );
  });
}

function checkCentroids(check: Check, expected: Table): void {
  const { points, largest, tolerance, first, step, empty, fail } = check;
  const spans = expected[0].map((_, j) =>
    largestOf(points.map((point) => [point[j]]), expected.map((centroid) => [centroid[j]]))
  );
  step.centroids.forEach((centroid, k) => {
    centroid.forEach((value, j) => {
      const off = Math.abs(value - expected[k][j]);
      if (off <= tolerance * spans[j]) return;
      const isRounding = tolerance < 1e-12 && off <= 1e-12 * largest;
      const clauseOfMean = !isRounding ? "§3.1" : check.far[j] ? "§3.5" : "§3.2";
      const clauseOfEmpty = empty === "farthest" ? "§12.4" : "§3.3";
      fail(
        first ? "§4.1" : step.labels.includes(k) ? clauseOfMean : clauseOfEmpty,
        `centroid ${k}, feature ${j} is ${value}, not ${expected[k][j]}`,
      );
    });
  });
}

function checkInertia({ points, largest, tolerance, first, before, step, fail }: Check): void {
  const slack = (inertia: number) => Math.max(1e-12, tolerance) * inertia + 2 ** -1000;
  const measured = inertiaOf(points, step.centroids, step.labels);
  const { inertia = measured } = step;
  if (inertia !== measured && !(Math.abs(inertia - measured) <= slack(measured))) {
    fail("§8.1", `inertia is ${inertia}, not ${measured}`);
  }
  if (first) return;
  // A mean of M values is off by up to M roundings of the largest value, and so are the distances.
  const off = points.length * 2 ** -52 * largest;
  const rounding = points.length * points[0].length * off * off;
  // Where rounding decides a label, it can choose the farther centroid.
  const chosen = tolerance > 0
    ? points.length * roundingOf([...points, ...before.centroids, ...step.centroids])
    : 0;
  const { inertia: limit = inertiaOf(points, before.centroids, before.labels) } = before;
  if (!(inertia <= limit + slack(limit) + rounding + chosen)) {
    fail("§8.2", `inertia is ${inertia} after ${limit}`);
  }
}

/** After so many iterations in which inertia has not fallen a run ends. */
const PATIENCE = 100;

function checkEnd(
  points: Table,
  steps: readonly PlainStep[],
  { maxIterations = 10_000, tol = 0 }: CheckOptions,
): void {
  const end = steps.length - 1;
  if (end === 0 && maxIterations > 0) throw new Violation("§4.5", 0, "the run ends");
  if (end > maxIterations) throw new Violation("§6.1", end, `the limit was ${maxIterations}`);
  const near = tol > 0 ? steps.findIndex((_, i) => i > 0 && isWithin(points, steps, i, tol)) : -1;
  if (near >= 0 && near < end) {
    throw new Violation("§4.9", near, `there is an iteration ${near + 1}`);
  }
  if (end === maxIterations || near === end) return;
  const inertia = ({ centroids, labels }: PlainStep) => inertiaOf(points, centroids, labels);
  const isStalled = end >= 2 * PATIENCE && end % PATIENCE === 0 &&
    !(inertia(steps[end]) < inertia(steps[end - PATIENCE]));
  if (isStalled) return;
  if (!steps.slice(0, end).some((step) => same(step.centroids, steps[end].centroids))) {
    throw new Violation("§4.4", end, "the run ends, and centroids moved");
  }
}

/** Whether the centroids of a step have moved no farther than a tolerance allows, in plain arithmetic. */
function isWithin(points: Table, steps: readonly PlainStep[], i: number, tol: number): boolean {
  const [before, after] = [steps[i - 1].centroids, steps[i].centroids];
  if (before.length !== after.length || same(before, after)) return false;
  const variances = points[0].map((_, j) => {
    const mean = points.reduce((sum, point) => sum + point[j], 0) / points.length;
    return points.reduce((sum, point) => sum + (point[j] - mean) ** 2, 0) / points.length;
  });
  const variance = variances.reduce((sum, one) => sum + one, 0) / variances.length;
  const moved = after.reduce((sum, row, k) => sum + squaredDistance(row, before[k]), 0);
  return moved <= tol * variance;
}

/** The means of the points by labels; an empty cluster keeps its centroid. */
function means({ points, far, before, step }: Check, labels: readonly number[]): Table {
  return clustersOf(step).map((id, k) => {
    const cluster = points.filter((_, p) => labels[p] === k);
    return cluster.length > 0
      ? mean(cluster, far)
      : before.centroids[clustersOf(before).indexOf(id)];
  });
}

/** Each point's squared distance from its own centroid: of extreme values in a unit near the largest. */
function distancesOf(check: Check, centroids: Table): number[] {
  const { points, largest, step } = check;
  const shift = 2 * (UNIT + Math.floor(Math.log2(largest)));
  return points.map((point, p) => {
    const own = centroids[step.labels[p]];
    return isExtreme(check)
      ? numberOf(exactSquaredDistance(point, own), shift)
      : squaredDistance(point, own);
  });
}

/** Whether values are so large or small that sums of squares might leave the range of floats. */
function isExtreme({ largest }: Check): boolean {
  return largest > 0 && Math.abs(Math.log2(largest)) > 400;
}

/** A step as it was before empty clusters were given points: those went to a cluster without any. */
function beforeFilling({ points, before, step }: Check): PlainStep {
  const given = points.map((point) => nearest(point, before.centroids));
  const occupied = new Set(given);
  const wasFilled = (p: number) =>
    !occupied.has(step.labels[p]) && same([points[p]], [step.centroids[step.labels[p]]]);
  return { ...step, labels: step.labels.map((own, p) => wasFilled(p) ? given[p] : own) };
}

/** The labels when each empty cluster has been given the point farthest from its own centroid. */
function filled(
  { points, step, ...check }: Check,
  before: readonly number[],
  distances: readonly number[],
): readonly number[] {
  const labels = [...before];
  const isEmpty = (k: number) => !labels.includes(k);
  for (const k of step.centroids.keys()) {
    if (!isEmpty(k)) continue;
    const can = [...points.keys()].filter((p) =>
      labels[p] === before[p] && labels.indexOf(labels[p]) !== labels.lastIndexOf(labels[p])
    );
    const most = can.reduce((most, p) => Math.max(most, distances[p]), 0);
    if (most === 0) break;
    // Of extreme points that are equally far but for rounding, any may be taken.
    const taken = isExtreme({ ...check, points, step })
      ? can.find((p) => distances[p] >= most * (1 - 1e-14) && step.labels[p] === k)
      : undefined;
    labels[taken ?? can.find((p) => distances[p] === most)!] = k;
  }
  return labels.some((label, p) => label !== before[p]) ? labels : before;
}

function clustersOf({ clusters, centroids }: PlainStep): readonly number[] {
  return clusters ?? [...centroids.keys()];
}

function same(a: Table, b: Table): boolean {
  return a.length === b.length && a.every((row, k) => row.every((value, j) => value === b[k][j]));
}

/**
 * How much rounding alone can change the difference of two squared distances, by either of the usual
 * formulas: |x − c|², and |x|² − 2xc + |c|², whose terms are as large as the squares of the values.
 */
function roundingOf(rows: Table): number {
  const features = rows[0].length;
  return (8 + 4 * features) * 2 ** -52 * features * largestOf(rows) ** 2;
}

/** Whether all are small multiples of 1/256, of which any arithmetic computes squared distances exactly. */
function isExact(...rows: Table): boolean {
  return rows.flat().every((value) => Number.isInteger(value * 256) && Math.abs(value) <= 4096);
}

function largestOf(...tables: Table[]): number {
  return tables.flat(2).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
