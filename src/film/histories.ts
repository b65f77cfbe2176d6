import { courseOf } from "../trace/kept_steps.ts";
import type { Trace } from "../trace/trace.ts";

/** The points that share a whole history of clusters. */
export interface History {
  /** Their indices, ascending. */
  readonly points: Uint32Array;
  /** Their cluster in each step, by its index in step 0. */
  readonly clusters: Uint32Array;
}

/** Sorts the points of a run by their history; there are few histories, however many points. */
export function historiesOf({ steps }: Trace): History[] {
  const { first, changes } = courseOf(steps);
  const k = steps[0].clusters.length;
  const histories = Array.from({ length: k }, (_, k) => new Uint32Array(steps.length).fill(k));
  /** The history of each point so far, by its index. */
  const ids = first.slice();
  changes.forEach(({ points, clusters }, i) => {
    const branches = new Map<number, number>();
    points.forEach((point, j) => {
      const branch = ids[point] * k + clusters[j];
      let id = branches.get(branch);
      if (id === undefined) {
        branches.set(branch, id = histories.length);
        histories.push(histories[ids[point]].slice().fill(clusters[j], i + 1));
      }
      ids[point] = id;
    });
  });
  const members = new Map<number, number[]>();
  ids.forEach((id, point) => {
    const some = members.get(id);
    if (some) some.push(point);
    else members.set(id, [point]);
  });
  return [...members].map(([id, points]) => ({
    points: Uint32Array.from(points),
    clusters: histories[id],
  }));
}
