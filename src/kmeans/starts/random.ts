import type { Matrix } from "../matrix.ts";
import type { Random } from "../random.ts";
import { pickRows } from "../pick_rows.ts";

/**
 * K distinct points, each set equally likely (Forgy 1965), by a partial Fisher–Yates shuffle. Only
 * the places that the shuffle has changed are kept, so that it takes K steps, not M.
 */
export function randomStart(points: Matrix, k: number, random: Random): Matrix {
  const order = new Map<number, number>();
  const picks = Array.from({ length: k }, (_, i) => {
    const j = i + random.integer(points.rows - i);
    const picked = order.get(j) ?? j;
    order.set(j, order.get(i) ?? i);
    return picked;
  });
  return pickRows(points, picks);
}
