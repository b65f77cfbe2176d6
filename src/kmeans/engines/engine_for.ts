import type { Matrix } from "../matrix.ts";
import { BoundsEngine } from "./bounds.ts";
import type { Engine } from "./engine.ts";
import { GridEngine } from "./grid.ts";
import { PlainEngine } from "./plain.ts";

/** The pairs of point and centroid from which on the grid or bounds take half the time, measured. */
const LARGE = 5_000;

/** The points a centroid from which on bounds are worth the distances between centroids they need. */
const MANY = 8;
/** The most pairs of point and centroid for bounds, which take about a byte of memory each. */
const ROOM = 2 ** 28;

/** The fastest engine for these points, starting with these centroids. */
export function engineFor(points: Matrix, centroids: Matrix): Engine {
  const k = centroids.rows;
  const isLarge = k > 1 && points.rows * k >= LARGE;
  if (!isLarge || !isModerate(points) || !isModerate(centroids)) {
    return new PlainEngine(points);
  }
  if (points.columns === 2) return new GridEngine(points, k);
  const pays = points.rows >= MANY * k && points.rows * k <= ROOM;
  return pays ? new BoundsEngine(points, k) : new PlainEngine(points);
}

/** Up to this, sums of distances fit into 32-bit floats, and sums of squares into 64-bit ones. */
const HUGE = 2 ** 100;

/** Whether no value is beyond {@link HUGE}. */
function isModerate({ data }: Matrix): boolean {
  for (let i = 0; i < data.length; i++) {
    if (data[i] > HUGE || data[i] < -HUGE) return false;
  }
  return true;
}
