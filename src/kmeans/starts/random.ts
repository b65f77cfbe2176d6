import type { Matrix } from "../matrix.ts";
import type { Random } from "../random.ts";
import { pickRows } from "../pick_rows.ts";
import { drawByWeight } from "./draw_by_weight.ts";

/**
 * K distinct points, each set equally likely (Forgy 1965), by a partial Fisher–Yates shuffle. Only
 * the places that the shuffle has changed are kept, so that it takes K steps, not M. With weights each
 * next is drawn from those left with a probability proportional to its weight.
 */
export function randomStart(
  points: Matrix,
  k: number,
  random: Random,
  weights?: Float64Array,
): Matrix {
  if (weights) return pickRows(points, drawnByWeight(weights, k, random));
  const order = new Map<number, number>();
  const picks = Array.from({ length: k }, (_, i) => {
    const j = i + random.integer(points.rows - i);
    const picked = order.get(j) ?? j;
    order.set(j, order.get(i) ?? i);
    return picked;
  });
  return pickRows(points, picks);
}

/** K different indices, each next with a probability proportional to its weight among those left. */
function drawnByWeight(weights: Float64Array, k: number, random: Random): number[] {
  const left = weights.slice();
  return Array.from({ length: k }, () => {
    const picked = drawByWeight(left, left.reduce((sum, weight) => sum + weight, 0), random);
    left[picked] = 0;
    return picked;
  });
}
