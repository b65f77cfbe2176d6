import type { Matrix } from "../matrix.ts";
import { BoundsEngine } from "./bounds.ts";
import type { Engine } from "./engine.ts";
import { GridEngine } from "./grid.ts";
import { PlainEngine } from "./plain.ts";

/** From so many distances an assignment on, remembering pays: measured, it takes half the time. */
const LARGE = 5_000;

/** From so many points a centroid on it pays to measure how far centroids are from each other. */
const MANY = 8;
/** The most that bounds may take, about a byte for each pair of point and centroid. */
const ROOM = 2 ** 28;

/** The engine that is fastest for these points, from these centroids on. */
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

/** Up to this, ways add up to numbers that fit into 32 bits, and squares to such as fit into 64. */
const HUGE = 2 ** 100;

/** Whether no value is beyond what engines are made for. */
function isModerate({ data }: Matrix): boolean {
  for (let i = 0; i < data.length; i++) {
    if (data[i] > HUGE || data[i] < -HUGE) return false;
  }
  return true;
}
