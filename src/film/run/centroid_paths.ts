import type { Trace } from "../../trace/trace.ts";
import { round } from "../scene/geometry.ts";
import type { Plane } from "./plane.ts";
import type { View } from "../scene/view.ts";

/** Where a centroid is in each step until it is dropped: x and y alternating, in pixels. */
export type CentroidPath = Float64Array;

/**
 * The path of each centroid of step 0, rounded to tenths of pixels.
 *
 * @param leastMove A centroid that moves by less than this many pixels is left where it was.
 */
export function centroidPaths(
  { steps }: Trace,
  plane: Plane,
  view: View,
  leastMove: number,
): CentroidPath[] {
  const paths: number[][] = Array.from(steps[0].clusters, () => []);
  for (const { centroids, clusters } of steps) {
    const pixels = view.pixels(plane.centroids(centroids));
    clusters.forEach((cluster, i) => {
      const path = paths[cluster];
      const place = [round(pixels[2 * i]), round(pixels[2 * i + 1])];
      const before = path.slice(-2);
      const moves = !(Math.hypot(place[0] - before[0], place[1] - before[1]) < leastMove);
      path.push(...(moves ? place : before));
    });
  }
  return paths.map((path) => Float64Array.from(path));
}
