import { requireOptions, type Rules } from "../checks.ts";
import { candidatesFor } from "../kmeans/starts/kmeans_plus_plus.ts";
import { KMeans, type KMeansOptions, type Step, type Stopped } from "../kmeans/kmeans.ts";
import { type Matrix, type Rows, toMatrix } from "../kmeans/matrix.ts";
import { requireNames } from "../kmeans/names.ts";
import { KeptSteps } from "./kept_steps.ts";
import { type Projection, requireProjection } from "./projection.ts";
import { requireScaling, type TraceScaling } from "./trace_scaling.ts";
import { trusted } from "./trusted.ts";

/** The options needed to make the same artifact again, by name. */
export type Recipe = Readonly<Record<string, unknown>>;

/** The record of one run: its points, every step, and how it was made. */
export interface Trace {
  /** What the run was made with. */
  readonly recipe: Recipe;
  /** The N names of the features; empty where they have none. */
  readonly features: readonly string[];
  /** How its points are laid out in the plane. Default: one or two features as they are. */
  readonly projection?: Projection;
  /** How the features were scaled; `undefined` if the points are in their own units. */
  readonly scaling?: TraceScaling;
  /** M points × N features. */
  readonly points: Matrix;
  /**
   * The steps, iteration 0 first. Labels are computed when they are read: read them once a step, and
   * copy them before changing them.
   */
  readonly steps: readonly Step[];
  /** Whether the last step moved no centroid. */
  readonly converged: boolean;
  /** Why the run ended before it converged, where that is known. */
  readonly stopped?: Unconverged;
}

/** Why a run ended before it converged: as `Fit` says, or its steps took more than `maxBytes`. */
export type Unconverged = Exclude<Stopped, "converged"> | "memory";

/** The reasons for which a run ends before it converges. */
export const UNCONVERGED: readonly Unconverged[] = [
  "tolerance",
  "limit",
  "cycle",
  "stall",
  "memory",
];

/** How {@link record} runs, and how much it keeps. */
export interface RecordOptions extends KMeansOptions {
  /**
   * The run stops where its steps take more memory than this, in bytes; `Infinity` is no limit.
   * Default 1 GiB.
   */
  maxBytes?: number;
}

/** The most memory that the steps of a run take if nothing else is said, in bytes. */
export const MOST_BYTES = 2 ** 30;

/** What a trace says about a run. */
export interface TraceOptions {
  /** What the run was made with. Default: its options, but for given centroids. */
  recipe?: Recipe;
  /** The N names of the features. Default: none. */
  features?: readonly string[];
  /** How the points are laid out in the plane. Default: one or two features as they are. */
  projection?: Projection;
  /** How the features were scaled before the run. Default: not at all. */
  scaling?: TraceScaling;
  /** Why the run ended before it converged. Default: not said. */
  stopped?: Unconverged;
}

/** What the options may be that are not those of K-means. */
const RECORD_RULES = {
  maxBytes: { is: "number", least: 0, most: Infinity },
} as const satisfies Rules;

/** What can be said about a run, but for names and projection, which depend on its features. */
const ABOUT_RULES = { recipe: { is: "json" } } as const satisfies Rules;

/**
 * Runs K-means and keeps every step.
 *
 * @param points M points × N features; a matrix is not copied.
 * @param options How to run.
 * @param about What the trace says about the run.
 * @returns The trace of the run.
 * @throws {TypeError | RangeError} As {@link KMeans} does.
 * @throws The signal's reason, if it aborts.
 *
 * @example Count the steps
 * ```ts
 * import { record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const trace = record([[1], [2], [8], [9]], { k: 2, seed: 1 });
 * assert.equal(trace.steps.at(-1)!.inertia, 1);
 * assert(trace.converged);
 * ```
 */
export function record(
  points: Rows | Matrix,
  options: RecordOptions,
  about: TraceOptions = {},
): Trace {
  const run = recording(points, options, about);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}

/** {@link record}, with a pause after each step. */
export function* recording(
  points: Rows | Matrix,
  options: RecordOptions,
  about: TraceOptions = {},
): Generator<void, Trace> {
  requireOptions("record the run", options, RECORD_RULES);
  const { maxBytes = MOST_BYTES, ...how } = options;
  const matrix = toMatrix(points);
  requireOptions("record the run", about, ABOUT_RULES);
  const { features = [], projection, scaling } = about;
  requireNames("record the run", "features", features, matrix.columns);
  if (projection !== undefined) requireProjection("record the run", projection, matrix.columns);
  if (scaling !== undefined) requireScaling("record the run", scaling, matrix.columns);
  const kept = new KeptSteps();
  let stopped = "memory" as Stopped | "memory";
  const onEnd = (why: Stopped) => stopped = why;
  for (const step of new KMeans(matrix, how).steps({ copy: false, onEnd })) {
    // There is always an iteration 1.
    if (kept.steps.length > 1 && kept.bytes > maxBytes) break;
    kept.add(step);
    yield;
  }
  return traceOf(matrix, kept.steps, {
    ...about,
    recipe: about.recipe ?? recipeOf(how),
    ...(stopped !== "converged" && { stopped }),
  });
}

/**
 * The trace of a run whose steps are known.
 *
 * @throws {TypeError} If there is not one name a feature.
 */
export function traceOf(matrix: Matrix, steps: readonly Step[], about: TraceOptions = {}): Trace {
  const { recipe = {}, features = [], projection, scaling, stopped } = about;
  if (features.length !== 0 && features.length !== matrix.columns) {
    throw new TypeError(
      `Cannot name the features as there must be one name a feature: ${features.length} names, ${matrix.columns} features`,
    );
  }
  return trusted({
    recipe,
    features,
    ...(projection && { projection }),
    ...(scaling && { scaling }),
    points: matrix,
    steps,
    converged: hasConverged(steps),
    ...(stopped && { stopped }),
  });
}

/** The options that a recipe holds: all but given centroids, callbacks and signals. */
function recipeOf(
  { init, onIteration: _, signal: __, nInit, ...options }: KMeansOptions,
): Recipe {
  return {
    ...options,
    ...(typeof init === "string" && { init }),
    // A recipe without them is one of before, when there was one.
    ...(init === "kmeans++" && { candidates: options.candidates ?? candidatesFor(options.k!) }),
    // The name in recipes, as it was before it was called `nInit`.
    ...(nInit !== undefined && { restarts: nInit }),
  };
}

/** Whether the last two steps have the same centroids. */
export function hasConverged(steps: readonly Step[]): boolean {
  const last = steps[steps.length - 1].centroids.data;
  const before = steps.at(-2)?.centroids.data;
  return before?.length === last.length && last.every((value, i) => value === before[i]);
}
