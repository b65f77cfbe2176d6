import type { Labelling } from "../labelling.ts";
import type { Matrix } from "../matrix.ts";
import { BoundsEngine } from "./bounds.ts";
import { GridEngine } from "./grid.ts";
import { PlainEngine } from "./plain.ts";

/** Assigns the same points again and again, to centroids that move less and less. */
export interface Engine {
  /**
   * Gives every point to its nearest centroid, of equally near ones to the first.
   *
   * @param labelling As this engine left it the last time, if there was one.
   * @param centroids As many as there are clusters.
   */
  assign(labelling: Labelling, centroids: Matrix): void;
}

/** From so many distances an assignment on, remembering pays. */
const LARGE = 20_000;

/** Up to so many centroids, their distances from each other are kept. */
const FEW = 2048;

/** The engine that is fastest for these points, from these centroids on. */
export function engineFor(points: Matrix, centroids: Matrix): Engine {
  const k = centroids.rows;
  const isLarge = k > 1 && points.rows * k >= LARGE;
  if (!isLarge || !isModerate(points) || !isModerate(centroids)) {
    return new PlainEngine(points);
  }
  if (points.columns === 2) return new GridEngine(points, k);
  return k <= FEW ? new BoundsEngine(points, k) : new PlainEngine(points);
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
