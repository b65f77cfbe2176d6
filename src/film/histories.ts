import type { Trace } from "../trace/trace.ts";

/** The points that share a whole history of clusters. */
export interface History {
  /** Their indices, ascending. */
  readonly points: Uint32Array;
  /** Their cluster in each step, by its index in step 0. */
  readonly clusters: Uint32Array;
}

/** Sorts the points of a run by their history; there are few histories, however many points. */
export function historiesOf({ steps, points }: Trace): History[] {
  let ids = new Uint32Array(points.rows);
  let clusters: number[][] = [[]];
  for (const step of steps) {
    const next = new Map<number, number>();
    const grown: number[][] = [];
    const { labels } = step;
    const k = step.centroids.rows;
    ids = ids.map((id, i) => {
      const label = labels[i];
      const key = id * k + label;
      let found = next.get(key);
      if (found === undefined) {
        next.set(key, found = grown.length);
        grown.push([...clusters[id], step.clusters[label]]);
      }
      return found;
    });
    clusters = grown;
  }
  const sizes = new Uint32Array(clusters.length);
  for (const id of ids) sizes[id]++;
  const members = clusters.map((_, id) => new Uint32Array(sizes[id]));
  const filled = new Uint32Array(clusters.length);
  ids.forEach((id, i) => members[id][filled[id]++] = i);
  return clusters.map((history, id) => ({
    points: members[id],
    clusters: Uint32Array.from(history),
  }));
}
