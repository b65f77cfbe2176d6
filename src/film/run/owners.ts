import { courseOf } from "../../trace/kept_steps.ts";
import type { Trace } from "../../trace/trace.ts";

/** Tells whether a cluster has points in an iteration. */
export type Owners = (cluster: number, iteration: number) => boolean;

/** Which clusters have points, in each iteration. */
export function ownersOf({ steps }: Trace): Owners {
  const { first, changes } = courseOf(steps);
  const sizes = new Uint32Array(steps[0].clusters.length);
  for (let i = 0; i < first.length; i++) sizes[first[i]]++;
  const now = first.slice();
  const owners = [sizes.map((size) => Number(size > 0))];
  for (const { points, clusters } of changes) {
    for (let i = 0; i < points.length; i++) {
      sizes[now[points[i]]]--;
      sizes[now[points[i]] = clusters[i]]++;
    }
    owners.push(sizes.map((size) => Number(size > 0)));
  }
  return (cluster, iteration) => owners[iteration][cluster] === 1;
}
