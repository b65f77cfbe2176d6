import { assign } from "../kmeans/assign.ts";
import type { Trace } from "./trace.ts";

/** The cluster of each point by the last centroids, as an index in step 0. */
export function finalClusters({ points, steps, converged }: Trace): Uint32Array {
  const { centroids, labels, clusters } = steps[steps.length - 1];
  return (converged ? labels : assign(points, centroids)).map((label) => clusters[label]);
}
