import { requireOptions, type Rules } from "../../checks.ts";
import { type Choice, requireChoices } from "./choices.ts";
import { KMeans, type KMeansOptions } from "../kmeans.ts";
import { type Matrix, type Rows, toMatrix } from "../matrix.ts";
import { Random } from "../random.ts";
import { pickRows } from "../pick_rows.ts";
import { silhouette } from "./silhouette.ts";

/** Which numbers of clusters are tried, and how. */
export interface ElbowOptions extends Omit<KMeansOptions, "k"> {
  /** The least number of clusters. Default 1. */
  from?: number;
  /** The greatest. Default 12. */
  to?: number;
  /** The most points the silhouette is computed over. Default 1,000. */
  sample?: number;
}

/** What the options may be beside those of K-means. */
const ELBOW_RULES = {
  from: { is: "number", least: 1, most: Number.MAX_SAFE_INTEGER, isWhole: true },
  to: { is: "number", least: 1, most: Number.MAX_SAFE_INTEGER, isWhole: true },
  sample: { is: "number", least: 1, most: Number.MAX_SAFE_INTEGER, isWhole: true },
} as const satisfies Rules;

/**
 * Tries one number of clusters after another, each with several starts.
 *
 * @param points M points × N features.
 * @param options How to try. By default `init` is `"kmeans++"` and `nInit` is 10.
 * @returns A generator of one {@link Choice} a number of clusters, ascending.
 * @throws {TypeError | RangeError} As {@link KMeans} does for the greatest number of clusters, or if
 * a number is out of range.
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
export function elbow(points: Rows | Matrix, options: ElbowOptions = {}): Generator<Choice, void> {
  requireOptions("try numbers of clusters", options, ELBOW_RULES);
  const { from = 1, to = 12, sample = 1000, ...rest } = options;
  const all = toMatrix(points);
  if (to < from) {
    throw new RangeError(
      `Cannot try numbers of clusters as 'to' must be 'from' or more: ${to}, from ${from}`,
    );
  }
  const isDrawn = typeof (rest.init ?? "") === "string";
  const nInit = isDrawn && rest.restarts === undefined ? 10 : undefined;
  const how: KMeansOptions = { init: "kmeans++", nInit, ...rest };
  // Options of K-means are checked before the first of many runs.
  new KMeans(all, { ...how, k: to });
  return trials(all, how, [from, to], sample);
}

function* trials(
  all: Matrix,
  options: KMeansOptions,
  [from, to]: readonly [from: number, to: number],
  size: number,
): Generator<Choice, void> {
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
    const { inertia, labels } = new KMeans(all, { ...options, k }).fit();
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
 * @throws {TypeError} If they are no choices.
 * @throws {RangeError} If their numbers of clusters do not ascend, or a measure is out of range.
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
  requireChoices("find the knee", choices);
  if (choices.length === 0) return undefined;
  const first = choices[0];
  const last = choices[choices.length - 1];
  let knee: Choice | undefined;
  let farthest = 0;
  for (const choice of choices) {
    const along = (choice.k - first.k) / (last.k - first.k);
    const height = (choice.inertia - last.inertia) / (first.inertia - last.inertia);
    const below = 1 - along - height;
    if (below > farthest + 1e-12) {
      farthest = below;
      knee = choice;
    }
  }
  return knee;
}
