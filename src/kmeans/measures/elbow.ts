import { KMeans, type KMeansOptions } from "../kmeans.ts";
import { type Matrix, type Rows, toMatrix } from "../matrix.ts";
import { Random } from "../random.ts";
import { pickRows } from "../pick_rows.ts";
import { silhouette } from "./silhouette.ts";

/** How well one number of clusters fits. */
export interface Choice {
  /** How many clusters. */
  readonly k: number;
  /** The lowest inertia of several runs. */
  readonly inertia: number;
  /** The mean silhouette of that run over a sample of the points; `NaN` for one cluster. */
  readonly silhouette: number;
}

/** Which numbers of clusters are tried, and how. */
export interface ElbowOptions extends Omit<KMeansOptions, "k"> {
  /** The least number of clusters. Default 1. */
  from?: number;
  /** The greatest. Default 12. */
  to?: number;
  /** The most points the silhouette is computed over. Default 1,000. */
  sample?: number;
}

/**
 * Tries one number of clusters after another, each with several starts.
 *
 * @param points M points × N features.
 * @param options How to try. By default `init` is `"kmeans++"` and `restarts` is 10.
 * @returns A generator of one {@link Choice} a number of clusters, ascending.
 * @throws {TypeError | RangeError} As {@link KMeans} does.
 * @throws The signal's reason, if it aborts.
 *
 * @example Two clusters fit best
 * ```ts
 * import { elbow } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const choices = [...elbow([[0], [1], [2], [100], [101], [102]], { to: 4 })];
 * assert.deepEqual(choices.map(({ inertia }) => inertia), [15004, 4, 2.5, 1]);
 * assert(choices[1].silhouette > choices[2].silhouette);
 * ```
 */
export function* elbow(points: Rows | Matrix, options: ElbowOptions = {}): Generator<Choice, void> {
  const { from = 1, to = 12, sample: size = 1000, ...rest } = options;
  const all = toMatrix(points);
  const random = new Random(options.seed ?? 0, 2);
  const indices = Uint32Array.from({ length: all.rows }, (_, i) => i);
  const count = Math.min(size, all.rows);
  for (let i = 0; i < count && count < all.rows; i++) {
    const j = i + random.integer(all.rows - i);
    [indices[i], indices[j]] = [indices[j], indices[i]];
  }
  const sample = indices.subarray(0, count);
  const sampled = pickRows(all, sample);
  for (let k = from; k <= to; k++) {
    const { inertia, labels } = new KMeans(all, { init: "kmeans++", restarts: 10, ...rest, k })
      .fit();
    const own = sample.map((i) => labels[i]);
    yield { k, inertia, silhouette: silhouette(sampled, own, { signal: options.signal }) };
  }
}

/**
 * The knee of the inertia: the number of clusters after which more of them gain little. It is
 * where the curve lies farthest below the line between its ends.
 *
 * V. Satopää and others, "Finding a 'Kneedle' in a Haystack", ICDCS Workshops 2011.
 *
 * @param choices One a number of clusters, ascending.
 * @returns The choice at the knee; `undefined` where there is none.
 *
 * @example The knee of three pairs far apart
 * ```ts
 * import { elbow, kneeOf } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const choices = [...elbow([[0], [1], [50], [51], [100], [101]], { to: 6 })];
 * assert.equal(kneeOf(choices)!.k, 3);
 * ```
 */
export function kneeOf(choices: readonly Choice[]): Choice | undefined {
  const first = choices[0];
  const last = choices[choices.length - 1];
  // An inertia beyond the largest number counts as that, so that differences are numbers.
  const inertiaOf = (choice: Choice) => Math.min(choice.inertia, Number.MAX_VALUE);
  let knee: Choice | undefined;
  let farthest = 0;
  for (const choice of choices) {
    const along = (choice.k - first.k) / (last.k - first.k);
    const height = (inertiaOf(choice) - inertiaOf(last)) / (inertiaOf(first) - inertiaOf(last));
    const below = 1 - along - height;
    if (below > farthest + 1e-12) {
      farthest = below;
      knee = choice;
    }
  }
  return knee;
}
