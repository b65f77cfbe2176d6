import type { Matrix } from "../matrix.ts";
import { BoundsEngine } from "./bounds.ts";
import type { Engine } from "./engine.ts";
import { GridEngine } from "./grid.ts";
import { PlainEngine } from "./plain.ts";

/** From so many distances an assignment on, remembering pays: measured, it takes half the time. */
const LARGE = 5_000;

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
