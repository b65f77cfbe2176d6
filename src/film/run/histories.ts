import type { Clusterings } from "../../trace/course.ts";

/** The points that share a whole history of clusters. */
export interface History {
  /** Their indices, ascending. */
  readonly points: Uint32Array;
  /** Their cluster in each step, as an index of the centroids of step 0. */
  readonly clusters: Uint32Array;
}

/**
 * Groups points by their history. There are few histories, however many points.
 *
 * @param assignments The cluster of each point, in every step.
 * @param k How many clusters there are.
 */
export function historiesOf({ first, changes }: Clusterings, k: number): History[] {
  /** A number for the history of each point so far: the same for all points that share it. */
  const ids = first.slice();
  let count = k;
  for (const { points, clusters } of changes) {
    const branches = new Map<number, number>();
    points.forEach((point, i) => {
      const branch = ids[point] * k + clusters[i];
      let id = branches.get(branch);
      if (id === undefined) branches.set(branch, id = count++);
      ids[point] = id;
    });
  }
  const members = Map.groupBy(ids.keys(), (point) => ids[point]);
  const histories = new Map([...members.values()].map((points) => [points[0], {
    points: Uint32Array.from(points),
    clusters: new Uint32Array(changes.length + 1).fill(first[points[0]]),
  }]));
  changes.forEach(({ points, clusters }, i) => {
    points.forEach((point, j) => histories.get(point)?.clusters.fill(clusters[j], i + 1));
  });
  return [...histories.values()];
}
