import { requireOptions, type Rules, shown } from "../checks.ts";
import { type ClusterFigures, clusterFigures } from "./cluster_figures.ts";
import { isSafe, safeScaleOf, times } from "./distance.ts";
import { fillEmpty, type Taken } from "./empty_clusters.ts";
import { engineFor } from "./engines/engine_for.ts";
import { farFeatures } from "./far.ts";
import { sumOfSquares } from "./inertia.ts";
import { Labelling } from "./labelling.ts";
import { type Matrix, requireSameFeatures, type Rows, toMatrix } from "./matrix.ts";
import { Random, SEED_RULE } from "./random.ts";
import { pickRows } from "./pick_rows.ts";
import { EMPTY_POLICIES, type EmptyPolicy } from "./empty_policies.ts";
import type { Init } from "./starts/inits.ts";
import { MOST_CANDIDATES } from "./starts/kmeans_plus_plus.ts";
import { starts } from "./starts/start.ts";
import { Tolerance } from "./tolerance.ts";
import { means } from "./update.ts";

/** The most starts that are tried: more would take for ever. */
const MOST_RESTARTS = 1_000_000;

/** What the options may be whose values are not looked at otherwise. */
const KMEANS_RULES = {
  k: { is: "number", least: 1, most: Number.MAX_SAFE_INTEGER, isWhole: true },
  candidates: { is: "number", least: 1, most: MOST_CANDIDATES, isWhole: true },
  seed: SEED_RULE,
  empty: { is: "word", words: Object.keys(EMPTY_POLICIES) },
  maxIterations: { is: "number", least: 0, most: Infinity },
  nInit: { is: "number", least: 1, most: MOST_RESTARTS, isWhole: true },
  tol: { is: "number", least: 0, most: Infinity },
  restarts: { is: "number", least: 1, most: MOST_RESTARTS, isWhole: true },
  onIteration: { is: "function" },
  signal: { is: "signal" },
} as const satisfies Rules;

/** How a {@link KMeans} runs. */
export interface KMeansOptions {
  /** How many clusters, K. Not needed where `init` gives the centroids. */
  k?: number;
  /** How the initial centroids are drawn, or the centroids themselves. Default `"random"`. */
  init?: Init | Rows | Matrix;
  /**
   * How many candidates `"kmeans++"` draws for each pick, from 1 to 100: the best is taken. 1 is the
   * paper's. Default 2 + ⌊ln K⌋.
   */
  candidates?: number;
  /** Where the random numbers start, an integer from 0 to 2³² − 1. Default 0. */
  seed?: number;
  /** What happens to a cluster without points. Default `"keep"`. */
  empty?: EmptyPolicy;
  /**
   * The iteration after which a run stops; `Infinity` is none. 0 gives the start and its labels.
   * Default 10,000.
   */
  maxIterations?: number;
  /**
   * A run ends where the sum of the squared moves of the centroids is at most so many times the mean
   * variance of the features, as in scikit-learn; 0 or more. Default 0: none.
   */
  tol?: number;
  /**
   * How many runs there are, from 1 to 1,000,000, each from a start of its own; the one of lowest
   * inertia is kept. Given centroids are one start. Default 1.
   */
  nInit?: number;
  /** Another name of `nInit`. */
  restarts?: number;
  /** Called after each iteration, those of restarts that are not kept included. */
  onIteration?: (iteration: number) => void;
  /** Ends the run early, with its reason. It is asked in each iteration and for each pick of a start. */
  signal?: AbortSignal;
}

/** The iteration after which a run stops if nothing else is said. */
export const MOST_ITERATIONS = 10_000;

/** After how many iterations inertia must have fallen. */
const PATIENCE = 100;

/**
 * Why a run ended: it converged, moved no farther than `tol` allows, reached `maxIterations`, came back
 * to earlier centroids, or went on for 100 iterations and its inertia did not fall. The last two are
 * what rounding can make it do.
 */
export type Stopped = "converged" | "tolerance" | "limit" | "cycle" | "stall";

/** One step of a run. Its arrays belong to whoever receives it. */
export interface Step {
  /** 0 for the start, then 1, 2, … */
  readonly iteration: number;
  /** K centroids × N features, moved to the means of the points by `labels` (initial ones in step 0). */
  readonly centroids: Matrix;
  /** M labels, given by the centroids of the step before (in step 0: by its own). */
  readonly labels: Uint32Array;
  /** The sum of squared distances of the points to this step's centroids by this step's labels. */
  readonly inertia: number;
  /** For each centroid, its index in step 0: 0 … K − 1 unless the policy `drop` removed some. */
  readonly clusters: Uint32Array;
}

/** Where a run ended. */
export interface Fit {
  /** The final centroids, K × N. */
  readonly centroids: Matrix;
  /** The labels these centroids give, M of them. */
  readonly labels: Uint32Array;
  /** The sum of squared distances of the points to their centroids. */
  readonly inertia: number;
  /** For each centroid, its index among the initial ones. */
  readonly clusters: Uint32Array;
  /** Of each centroid the size, weight and inertia of its cluster, by these labels. */
  readonly figures: readonly ClusterFigures[];
  /** The iteration of the last step. */
  readonly iterations: number;
  /** Whether the last iteration moved no centroid. */
  readonly converged: boolean;
  /** Why the run ended. */
  readonly stopped: Stopped;
}

/**
 * K-means by Lloyd's algorithm, one step at a time, in any number of features.
 *
 * S. P. Lloyd, "Least Squares Quantization in PCM", IEEE Transactions on Information Theory 28(2),
 * 1982.
 *
 * @example Step through a run
 * ```ts
 * import { KMeans, toRows } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const points = [[1, 1], [2, 1], [4, 3], [5, 4]];
 * const kmeans = new KMeans(points, { init: [[1, 1], [2, 1]] });
 * const steps = [...kmeans.steps()];
 *
 * assert.deepEqual([...steps[0].labels], [0, 1, 1, 1]);
 * assert.deepEqual(toRows(steps[3].centroids), [[1.5, 1], [4.5, 3.5]]);
 * assert.equal(steps.length, 4);
 * ```
 *
 * @example Just the result
 * ```ts
 * import { KMeans } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const { labels, converged } = new KMeans([[0], [1], [9]], { k: 2, init: "maxmin" }).fit();
 * assert.equal(labels[0], labels[1]);
 * assert(converged);
 * ```
 */
export class KMeans {
  readonly #points: Matrix;
  readonly #k: number;
  readonly #init: Init | Matrix;
  readonly #candidates: number | undefined;
  readonly #seed: number;
  readonly #empty: EmptyPolicy;
  readonly #maxIterations: number;
  readonly #tol: number;
  readonly #nInit: number;
  readonly #onIteration: KMeansOptions["onIteration"];
  readonly #signal: AbortSignal | undefined;
  #start?: Matrix;
  #far?: readonly number[];
  #scale?: number;

  /**
   * Checks the points and the options; nothing runs yet.
   *
   * @param points M points × N features; a {@link Matrix} is not copied and must stay as it is.
   * @param options How to run.
   * @throws {TypeError} If a table is ragged or empty, points and given centroids differ in their
   * number of features, or an option is of a wrong type.
   * @throws {RangeError} If a value is not finite, `k` is less than 1 or, where the start is drawn
   * from the points, more than M, or another option is out of range.
   */
  constructor(points: Rows | Matrix, options: KMeansOptions = {}) {
    requireOptions("run K-means", options, KMEANS_RULES);
    const { init = "random", seed = 0, empty = "keep" } = options;
    const { maxIterations = MOST_ITERATIONS, signal } = options;
    const checked = toMatrix(points);
    const given = typeof init === "string" ? undefined : toMatrix(init, "centroids");
    if (given) requireSameFeatures(checked, given);
    else if (!Object.hasOwn(starts, init as string)) {
      throw new RangeError(
        `Cannot start as 'init' must be centroids or one of ${Object.keys(starts).join(", ")}: ${
          shown(init)
        }`,
      );
    }
    if (options.candidates !== undefined && init !== "kmeans++") {
      throw new RangeError(
        `Cannot run K-means as 'candidates' are those of init 'kmeans++' alone: ${options.candidates}`,
      );
    }
    this.#candidates = options.candidates;
    this.#k = requireK(options.k ?? given?.rows, checked.rows, given?.rows);
    if (maxIterations !== Infinity && !Number.isInteger(maxIterations)) {
      throw new RangeError(
        `Cannot run K-means as 'maxIterations' must be a whole number or Infinity: ${maxIterations}`,
      );
    }
    this.#seed = seed;
    this.#points = checked;
    this.#init = given ?? init as Init;
    this.#empty = empty;
    this.#maxIterations = maxIterations;
    this.#tol = options.tol ?? 0;
    this.#nInit = runsOf(options, given !== undefined);
    this.#onIteration = options.onIteration;
    this.#signal = signal;
  }

  /**
   * Runs step by step: first iteration 0 with the initial centroids, then iteration after
   * iteration, up to and including the first that moves no centroid. Asked again, it starts afresh.
   *
   * @param options With `copy: false` the labels of a step are overwritten by the next one: for many
   * points, that saves the time and the memory that copies take. `onEnd` is told why the run ended,
   * after the last step.
   * @returns A generator of steps.
   * @throws {TypeError} If `copy` is not true or false.
   * @throws {RangeError} If a cluster falls empty and the policy is `error`.
   * @throws The signal's reason, if it aborts.
   */
  steps(
    options: { copy?: boolean; onEnd?: (stopped: Stopped) => void } = {},
  ): Generator<Step, void> {
    requireOptions("run K-means", options, {
      copy: { is: "boolean" },
      onEnd: { is: "function" },
    });
    return this.#steps(options.copy ?? true, options.onEnd);
  }

  *#steps(copy: boolean, onEnd?: (stopped: Stopped) => void): Generator<Step, void> {
    const run = this.#run(this.#best());
    for (let next = run.next();; next = run.next()) {
      if (next.done) return onEnd?.(next.value);
      const { iteration, centroids, labels, clusters } = next.value;
      yield {
        iteration,
        centroids: { ...centroids, data: centroids.data.slice() },
        labels: copy ? labels.slice() : labels,
        inertia: sumOfSquares(this.#points, centroids, labels),
        clusters: clusters.slice(),
      };
    }
  }

  /**
   * Runs to the end.
   *
   * @returns The last step's centroids and iteration, and the labels these centroids give.
   * @throws {RangeError} If a cluster falls empty and the policy is `error`.
   * @throws The signal's reason, if it aborts.
   */
  fit(): Fit {
    const fit = this.#fit(this.#best());
    const { centroids, labels, clusters } = fit;
    return { ...fit, figures: clusterFigures(this.#points, centroids, labels, clusters) };
  }

  /** The start whose run ends with the lowest inertia; the first of those that are equal. */
  #best(): Matrix {
    if (this.#start) return this.#start;
    if (typeof this.#init !== "string") return this.#start = this.#init;
    const random = new Random(this.#seed);
    let best: Matrix | undefined;
    let lowest = Infinity;
    for (let i = 0; i < this.#nInit; i++) {
      const start = starts[this.#init](
        this.#points,
        this.#k,
        random,
        this.#signal,
        this.#candidates,
      );
      if (this.#nInit === 1) return this.#start = start;
      const { inertia } = this.#fit(start);
      if (best === undefined || inertia < lowest) {
        lowest = inertia;
        best = start;
      }
    }
    return this.#start = best!;
  }

  /** Runs to the end from a start. */
  #fit(start: Matrix): Omit<Fit, "figures"> {
    const run = this.#run(start, true);
    let next = run.next();
    let last = next.value as State;
    for (; !next.done; next = run.next()) last = next.value;
    const { iteration, centroids, labels, clusters } = last;
    const stopped = next.value;
    return {
      centroids,
      labels,
      inertia: sumOfSquares(this.#points, centroids, labels),
      clusters,
      iterations: iteration,
      converged: stopped === "converged",
      stopped,
    };
  }

  /**
   * Yields one step after another, and returns why the run ended.
   *
   * @param start The initial centroids.
   * @param settles Whether to assign the points once more at the end, to the last centroids.
   */
  *#run(start: Matrix, settles = false): Generator<State, Stopped> {
    const points = this.#points;
    const tolerance = this.#tol > 0 ? new Tolerance(points, this.#tol) : undefined;
    const far = this.#far ??= farFeatures(points);
    this.#signal?.throwIfAborted();
    let centroids: Matrix = { ...start, data: start.data.slice() };
    let clusters = Uint32Array.from({ length: centroids.rows }, (_, i) => i);
    let engine = engineFor(points, centroids);
    let labelling = new Labelling(points.rows, centroids.rows);
    engine.assign(labelling, centroids);
    yield { iteration: 0, centroids, labels: labelling.labels, clusters };
    if (this.#maxIterations === 0) return "limit";

    let lastReseed: number | undefined;
    let landmark = centroids;
    let patient: Reached | undefined;
    for (let iteration = 1;; iteration++) {
      this.#signal?.throwIfAborted();
      if (iteration > 1) engine.assign(labelling, centroids);
      let before = centroids;
      const emptied = labelling.counts.indexOf(0);
      if (emptied >= 0 && this.#empty === "error") {
        throw new RangeError(
          `Cannot go on as the policy for empty clusters is 'error': cluster ${emptied} has no points in iteration ${iteration}`,
        );
      }
      if (emptied >= 0 && this.#empty === "drop") {
        const kept = labelling.occupied();
        before = pickRows(centroids, kept);
        clusters = kept.map((k) => clusters[k]);
        labelling = labelling.of(kept);
        engine = engineFor(points, before);
      }
      const { labels, counts } = labelling;
      let moved = means(points, labels, before, counts, far, labelling.changed);
      labelling.changed.fill(0);
      let taken: readonly Taken[] = [];
      if (emptied >= 0 && this.#empty === "farthest") {
        // Filling them again only where inertia has fallen since the last time makes every run end:
        // inertia cannot fall forever.
        const reached = this.#scaledInertia(moved, labels);
        if (lastReseed === undefined || reached < lastReseed) {
          taken = fillEmpty(points, moved, labelling);
          if (taken.length > 0) {
            lastReseed = reached;
            moved = means(points, labels, moved, counts, far, labelling.changed);
          }
        }
      }
      const converged = sameValues(moved, centroids);
      const isNear = tolerance?.allows(centroids, moved);
      centroids = moved;
      this.#onIteration?.(iteration);
      yield { iteration, centroids, labels, clusters };
      // Engines go on from the labels that they gave.
      for (const { point, from } of taken) labelling.give(point, from);
      if (converged) return "converged";
      // Brent's cycle detection: each step is compared with a landmark, which is replaced by the
      // current step at every power of two.
      let stopped: Stopped | undefined = isNear
        ? "tolerance"
        : iteration >= this.#maxIterations
        ? "limit"
        : sameValues(centroids, landmark)
        ? "cycle"
        : undefined;
      if (!stopped && iteration % PATIENCE === 0) {
        const reached = this.#reached(centroids, labels);
        if (reached.unit === patient?.unit && reached.inertia >= patient.inertia) stopped = "stall";
        patient = reached;
      }
      if (stopped) {
        if (settles) engine.assign(labelling, centroids);
        return stopped;
      }
      if ((iteration & (iteration - 1)) === 0) landmark = centroids;
    }
  }

  /** The inertia, to be compared with that of other iterations. */
  #reached(centroids: Matrix, labels: Uint32Array): Reached {
    const inertia = sumOfSquares(this.#points, centroids, labels);
    if (isSafe(inertia)) return { inertia, unit: 1 };
    return { inertia: this.#scaledInertia(centroids, labels), unit: this.#scale! };
  }

  /** The inertia in a unit in which no square overflows or vanishes. */
  #scaledInertia(centroids: Matrix, labels: Uint32Array): number {
    const scale = this.#scale ??= safeScaleOf(this.#points);
    return sumOfSquares(times(this.#points, scale), times(centroids, scale), labels);
  }
}

/** A step without inertia. The next step overwrites its labels. */
type State = Omit<Step, "inertia">;

/** An inertia, and what points are multiplied by before it is measured. */
interface Reached {
  readonly inertia: number;
  readonly unit: number;
}

function sameValues(a: Matrix, b: Matrix): boolean {
  return a.data.length === b.data.length && a.data.every((value, i) => value === b.data[i]);
}

function requireK(k: number | undefined, points: number, given: number | undefined): number {
  if (k === undefined) throw new RangeError("Cannot run K-means as 'k' is not given: undefined");
  if (!(Number.isInteger(k) && k >= 1)) {
    throw new RangeError(`Cannot run K-means as 'k' must be a positive integer: ${shown(k)}`);
  }
  if (given !== undefined && k !== given) {
    throw new RangeError(
      `Cannot run K-means as 'k' and the number of given centroids must agree: ${k} and ${given}`,
    );
  }
  if (given === undefined && k > points) {
    throw new RangeError(
      `Cannot run K-means as there must be at least k points to start from: k is ${k}, points are ${points}`,
    );
  }
  return k;
}

/** How many runs there are, by either of the two names. */
function runsOf({ nInit, restarts }: KMeansOptions, isGiven: boolean): number {
  if (nInit !== undefined && restarts !== undefined && nInit !== restarts) {
    throw new RangeError(
      `Cannot run K-means as 'nInit' and 'restarts' are the same option: ${nInit} and ${restarts}`,
    );
  }
  const runs = nInit ?? restarts ?? 1;
  if (!isGiven || runs === 1) return runs;
  throw new RangeError(
    `Cannot run K-means as '${
      nInit === undefined ? "restarts" : "nInit"
    }' must be 1 where 'init' is the centroids: ${runs}`,
  );
}
