import { KMeans, type KMeansOptions, type Step } from "../kmeans/kmeans.ts";
import { type Matrix, type Rows, toMatrix } from "../kmeans/matrix.ts";
import { requireOptions, type Rules } from "../checks.ts";
import { requireNames } from "../kmeans/names.ts";
import { trusted } from "./trusted.ts";
import { keptSteps } from "./kept_steps.ts";
import { type Projection, requireProjection } from "./projection.ts";

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
  /** M points × N features. */
  readonly points: Matrix;
  /**
   * The steps, iteration 0 first. Labels are computed when they are read: read them once a step, and
   * copy them before changing them.
   */
  readonly steps: readonly Step[];
  /** Whether the last step moved no centroid. */
  readonly converged: boolean;
}

/** What a trace says about a run. */
export interface TraceOptions {
  /** What the run was made with. Default: its options, but for given centroids. */
  recipe?: Recipe;
  /** The N names of the features. Default: none. */
  features?: readonly string[];
  /** How the points are laid out in the plane. Default: one or two features as they are. */
  projection?: Projection;
}

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
  options: KMeansOptions,
  about: TraceOptions = {},
): Trace {
  const matrix = toMatrix(points);
  requireOptions("record the run", about, ABOUT_RULES);
  const { features = [], projection } = about;
  requireNames("record the run", "features", features, matrix.columns);
  if (projection !== undefined) requireProjection("record the run", projection, matrix.columns);
  return traceOf(matrix, keptSteps(new KMeans(matrix, options).steps({ copy: false })), {
    ...about,
    recipe: about.recipe ?? recipeOf(options),
  });
}

/**
 * The trace of a run whose steps are known.
 *
 * @throws {TypeError} If there is not one name a feature.
 */
export function traceOf(matrix: Matrix, steps: readonly Step[], about: TraceOptions = {}): Trace {
  const { recipe = {}, features = [], projection } = about;
  if (features.length !== 0 && features.length !== matrix.columns) {
    throw new TypeError(
      `Cannot name the features as there must be one name a feature: ${features.length} names, ${matrix.columns} features`,
    );
  }
  return trusted({
    recipe,
    features,
    ...(projection && { projection }),
    points: matrix,
    steps,
    converged: hasConverged(steps),
  });
}

/** The options that a recipe holds: all but given centroids and callbacks. */
function recipeOf({ init, onIteration: _, ...options }: KMeansOptions): Recipe {
  return typeof init === "string" ? { ...options, init } : options;
}

/** Whether the last two steps have the same centroids. */
export function hasConverged(steps: readonly Step[]): boolean {
  const last = steps[steps.length - 1].centroids.data;
  const before = steps.at(-2)?.centroids.data;
  return before?.length === last.length && last.every((value, i) => value === before[i]);
}
