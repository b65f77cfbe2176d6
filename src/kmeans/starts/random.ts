import type { Matrix } from "../matrix.ts";
import type { Random } from "../random.ts";
import { pickRows } from "./pick_rows.ts";

/** K distinct points, each set equally likely (Forgy 1965), by a partial Fisher–Yates shuffle. */
export function randomStart(points: Matrix, k: number, random: Random): Matrix {
  const order = Uint32Array.from({ length: points.rows }, (_, i) => i);
  for (let i = 0; i < k; i++) {
    const j = i + random.integer(points.rows - i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return pickRows(points, order.subarray(0, k));
}
