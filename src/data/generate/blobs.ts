import type { Matrix } from "../../kmeans/matrix.ts";
import { Random } from "../../kmeans/random.ts";

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
 * @throws {RangeError} If an option is out of range.
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
  return { data, rows: clusters * points, columns: 2 };
}

/** The options with their defaults, checked. */
export function settled(options: BlobsOptions): Required<BlobsOptions> {
  const { clusters = 12, points = 100, spread = 0.01, bounds = [-4, 4], seed = 0 } = options;
  const [low, high] = bounds;
  requireCount("clusters", clusters);
  requireCount("points", points);
  if (!(spread >= 0 && Number.isFinite(spread))) {
    throw new RangeError(`Cannot make clusters as 'spread' must be 0 or more: ${spread}`);
  }
  if (!(low <= high && Number.isFinite(high - low))) {
    throw new RangeError(`Cannot make clusters as 'bounds' must be low, high: ${low}, ${high}`);
  }
  return { clusters, points, spread, bounds, seed };
}

function requireCount(name: string, value: number): void {
  if (!(Number.isInteger(value) && value >= 1)) {
    throw new RangeError(`Cannot make clusters as '${name}' must be a positive integer: ${value}`);
  }
}
