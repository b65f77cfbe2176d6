import { safeScaleOf, squaredDistance, times } from "../distance.ts";
import type { Matrix } from "../matrix.ts";
import type { Random } from "../random.ts";
import { pickRows } from "../pick_rows.ts";

/**
 * K distinct points, far apart: the first at random, each next the one farthest from the nearest of
 * those already picked; where several are equally far, the lowest index.
 *
 * T. F. Gonzalez, "Clustering to Minimize the Maximum Intercluster Distance", Theoretical Computer
 * Science 38, 1985.
 */
export function maxminStart(
  points: Matrix,
  k: number,
  random: Random,
  _weights?: Float64Array,
  signal?: AbortSignal,
): Matrix {
  const near = times(points, safeScaleOf(points));
  const nearest = new Float64Array(points.rows).fill(Infinity);
  const picks = [random.integer(points.rows)];
  for (;;) {
    signal?.throwIfAborted();
    const last = picks[picks.length - 1];
    if (picks.length === k) return pickRows(points, picks);
    let farthest = -1;
    for (let i = 0; i < points.rows; i++) {
      nearest[i] = Math.min(nearest[i], squaredDistance(near, i, near, last));
      if (i === last) nearest[i] = -Infinity;
      if (farthest < 0 || nearest[i] > nearest[farthest]) farthest = i;
    }
    picks.push(farthest);
  }
}
