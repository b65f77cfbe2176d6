import { safeScaleOf, squaredDistance, times } from "./distance.ts";
import type { Matrix } from "./matrix.ts";

/** The points of one cluster, in figures. */
export interface ClusterFigures {
  /** Its number in the rows that were labelled, if that is not its place in the list. */
  readonly cluster?: number;
  /** How many points it has. */
  readonly size: number;
  /** The sum of their weights; as much as `size` where they have none. */
  readonly weight: number;
  /** The sum of their squared distances to the centroid, in the units of the run. */
  readonly inertia: number;
}

/**
 * The figures of each cluster.
 *
 * @param clusters The number of each centroid's cluster.
 */
export function clusterFigures(
  points: Matrix,
  centroids: Matrix,
  labels: Uint32Array,
  clusters: Uint32Array,
): ClusterFigures[] {
  const sizes = new Uint32Array(centroids.rows);
  for (const label of labels) sizes[label]++;
  const plain = sumsOfSquares(points, centroids, labels);
  const scale = safeScaleOf(points);
  // Where squares overflow they are taken in another unit; where some are lost to underflow in one
  // unit or the other, the larger sum is the one that has lost less.
  const scaled = scale === 1
    ? plain
    : sumsOfSquares(times(points, scale), times(centroids, scale), labels);
  const inertiaOf = (k: number) => {
    const own = scaled[k] / scale / scale;
    return plain[k] < Infinity ? Math.max(plain[k], own) : own;
  };
  return Array.from(clusters, (cluster, k) => ({
    ...(cluster !== k && { cluster }),
    size: sizes[k],
    weight: sizes[k],
    inertia: inertiaOf(k),
  }));
}

/** The sum of squared distances to each centroid of the points that carry its label. */
function sumsOfSquares(points: Matrix, centroids: Matrix, labels: Uint32Array): Float64Array {
  const sums = new Float64Array(centroids.rows);
  labels.forEach((label, i) => sums[label] += squaredDistance(points, i, centroids, label));
  return sums;
}
