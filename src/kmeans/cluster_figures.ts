import { isSafe, squaredDistance } from "./distance.ts";
import { sumOfSquares } from "./inertia.ts";
import type { Matrix } from "./matrix.ts";
import { pickRows } from "./pick_rows.ts";
import type { Weights } from "./weights.ts";

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
  weights?: Weights,
): ClusterFigures[] {
  const sizes = new Uint32Array(centroids.rows);
  const sums = new Float64Array(centroids.rows);
  const inertias = new Float64Array(centroids.rows);
  const { of, unit = 1 }: Partial<Weights> = weights ?? {};
  for (let i = 0; i < labels.length; i++) {
    const weight = of ? of[i] : 1;
    sizes[labels[i]]++;
    sums[labels[i]] += weight;
    if (weight > 0) {
      inertias[labels[i]] += weight * squaredDistance(points, i, centroids, labels[i]);
    }
  }
  const members = inertias.some((sum) => !isSafe(sum))
    ? Map.groupBy(labels.keys(), (i) => labels[i])
    : undefined;
  const inertiaOf = (k: number) => {
    const own = members?.get(k);
    if (isSafe(inertias[k]) || !own) return inertias[k] * unit;
    return sumOfSquares(
      pickRows(points, own),
      centroids,
      new Uint32Array(own.length).fill(k),
      of && { of: Float64Array.from(own, (i) => of[i]), unit },
    );
  };
  return Array.from(clusters, (cluster, k) => ({
    ...(cluster !== k && { cluster }),
    size: sizes[k],
    weight: sums[k] * unit,
    inertia: inertiaOf(k),
  }));
}
