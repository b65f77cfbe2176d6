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
  const scale = safeScaleOf(points);
  const [near, to] = [times(points, scale), times(centroids, scale)];
  const sizes = new Uint32Array(centroids.rows);
  const inertias = new Float64Array(centroids.rows);
  for (let i = 0; i < labels.length; i++) {
    sizes[labels[i]]++;
    inertias[labels[i]] += squaredDistance(near, i, to, labels[i]);
  }
  return Array.from(clusters, (cluster, k) => ({
    ...(cluster !== k && { cluster }),
    size: sizes[k],
    weight: sizes[k],
    inertia: inertias[k] / scale / scale,
  }));
}
