import type { Trace } from "../trace/trace.ts";
import type { Plane } from "./plane.ts";
import type { View } from "./view.ts";

/** Where a centroid is in each step, in pixels: x and y by turns, up to the last step it is in. */
export type CentroidPath = Float64Array;

/** The path of each centroid of step 0. */
export function centroidPaths({ steps }: Trace, plane: Plane, view: View): CentroidPath[] {
  const paths: number[][] = Array.from(steps[0].clusters, () => []);
  for (const { centroids, clusters } of steps) {
    const pixels = view.pixels(plane.centroids(centroids));
    clusters.forEach((cluster, i) => paths[cluster].push(pixels[2 * i], pixels[2 * i + 1]));
  }
  return paths.map((path) => Float64Array.from(path));
}
