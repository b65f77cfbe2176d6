import type { Matrix } from "../../kmeans/matrix.ts";
import { readable, requireArray, requireOptions, type Rules, shown } from "../../checks.ts";
import { Random, SEED_RULE } from "../../kmeans/random.ts";

/** What {@link blobs} makes. */
export interface BlobsOptions {
  /** How many clusters. Default 12. */
  clusters?: number;
  /** How many points a cluster has. Default 100. */
  points?: number;
  /** The variance of a cluster in each feature, as a share of the width of the bounds. Default 0.01. */
  spread?: number;
  /** Between which values the clusters' centres lie, in both features. Default −4 and 4. */
  bounds?: readonly [low: number, high: number];
  /** Where the random numbers start, an integer from 0 to 2³² − 1. Default 0. */
  seed?: number;
}

/**
 * Gaussian clusters in the plane: centres uniform in a square, points normal about them.
 *
 * @param options How many, how wide, where.
 * @returns `clusters` × `points` points × 2 features, cluster after cluster.
 * @throws {TypeError} If an option is of a wrong type.
 * @throws {RangeError} If an option is out of range, or there would be more than 100,000,000 points.
 *
 * @example 3 clusters of 5 points
 * ```ts
 * import { blobs } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const points = blobs({ clusters: 3, points: 5, seed: 7 });
 * assert.deepEqual([points.rows, points.columns], [15, 2]);
 * ```
 */
export function blobs(options: BlobsOptions = {}): Matrix {
  const { clusters, points, spread, bounds: [low, high], seed } = settled(options);
  const random = new Random(seed, 1);
  const deviation = Math.sqrt(spread * (high - low));
  const data = new Float64Array(clusters * points * 2);
  for (let at = 0; at < data.length;) {
    const x = low + (high - low) * random.uniform();
    const y = low + (high - low) * random.uniform();
    for (let i = 0; i < points; i++) {
      data[at++] = x + deviation * random.normal();
      data[at++] = y + deviation * random.normal();
    }
  }
  return generated(data);
}

/** The most points that are generated, so that they fit into memory. */
const MOST_POINTS = 100_000_000;

const COUNT = { is: "number", least: 1, most: MOST_POINTS, isWhole: true } as const;

/** What the options may be, but for the bounds. */
const BLOBS_RULES = {
  clusters: COUNT,
  points: COUNT,
  spread: { is: "number", least: 0, most: Number.MAX_VALUE },
  seed: SEED_RULE,
} as const satisfies Rules;

const ACTION = "make clusters";

/**
 * The options with their defaults, checked.
 *
 * @throws {TypeError} If one is of a wrong type.
 * @throws {RangeError} If one is out of range.
 */
export function settled(options: BlobsOptions): Required<BlobsOptions> {
  requireOptions(ACTION, options, BLOBS_RULES);
  const { clusters = 12, points = 100, spread = 0.01, bounds = [-4, 4], seed = 0 } = options;
  if (clusters * points > MOST_POINTS) {
    throw new RangeError(
      `Cannot ${ACTION} as 'clusters' times 'points' must be ${MOST_POINTS} at the most: ${
        clusters * points
      }`,
    );
  }
  requireArray(ACTION, "bounds", bounds);
  const [low, high] = readable(ACTION, "bounds", bounds, () => [bounds[0], bounds[1]]);
  for (const bound of [low, high]) {
    if (typeof bound !== "number") {
      throw new TypeError(`Cannot ${ACTION} as 'bounds' must be two numbers: ${shown(bound)}`);
    }
  }
  if (!(low <= high && Number.isFinite(high - low))) {
    throw new RangeError(`Cannot ${ACTION} as 'bounds' must be low, high: ${low}, ${high}`);
  }
  return { clusters, points, spread, bounds: [low, high], seed };
}

/**
 * Points that were generated.
 *
 * @throws {RangeError} If a value is beyond the largest number.
 */
export function generated(data: Float64Array): Matrix {
  if (data.every(Number.isFinite)) return { data, rows: data.length / 2, columns: 2 };
  throw new RangeError(
    `Cannot ${ACTION} as 'bounds' and 'spread' must be such that all values are finite: one is ${
      data.find((value) => !Number.isFinite(value))
    }`,
  );
}
