import type { Clusterings } from "../../trace/course.ts";

/** Tells whether a cluster has points in an iteration. */
export type Occupancy = (cluster: number, iteration: number) => boolean;

/** Finds out which of `k` clusters have points in each iteration. */
export function occupancyOf({ first, changes }: Clusterings, k: number): Occupancy {
  const sizes = new Uint32Array(k);
  for (let i = 0; i < first.length; i++) sizes[first[i]]++;
  const labels = first.slice();
  const occupied = [sizes.map((size) => Number(size > 0))];
  for (const { points, clusters } of changes) {
    for (let i = 0; i < points.length; i++) {
      sizes[labels[points[i]]]--;
      sizes[labels[points[i]] = clusters[i]]++;
    }
    occupied.push(sizes.map((size) => Number(size > 0)));
  }
  return (cluster, iteration) => occupied[iteration][cluster] === 1;
}
