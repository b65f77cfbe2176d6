import { safeScaleOf, squaredDistance, times } from "../distance.ts";
import type { Matrix } from "../matrix.ts";
import type { Random } from "../random.ts";
import { pickRows } from "../pick_rows.ts";

/**
 * K distinct points, spread out: the first at random, each next with a probability proportional to
 * its squared distance from the nearest one picked.
 *
 * D. Arthur and S. Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007.
 */
export function kmeansPlusPlusStart(
  points: Matrix,
  k: number,
  random: Random,
  signal?: AbortSignal,
): Matrix {
  const near = times(points, safeScaleOf(points));
  const weights = new Float64Array(points.rows).fill(Infinity);
  const picked = new Uint8Array(points.rows);
  const picks = [random.integer(points.rows)];
  for (;;) {
    signal?.throwIfAborted();
    const last = picks[picks.length - 1];
    picked[last] = 1;
    if (picks.length === k) return pickRows(points, picks);
    let total = 0;
    for (let i = 0; i < points.rows; i++) {
      weights[i] = Math.min(weights[i], squaredDistance(near, i, near, last));
      total += weights[i];
    }
    picks.push(total > 0 ? draw(weights, total, random) : drawUnpicked(picked, picks, random));
  }
}

/** An index with a probability proportional to its weight; never one of weight 0. */
function draw(weights: Float64Array, total: number, random: Random): number {
  let left = random.uniform() * total;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    last = i;
    left -= weights[i];
    if (left < 0) break;
  }
  return last;
}

/** An unpicked point, each equally likely: where every point equals a picked one, all weights are 0. */
function drawUnpicked(picked: Uint8Array, picks: number[], random: Random): number {
  let left = random.integer(picked.length - picks.length);
  let i = 0;
  while (picked[i] || left-- > 0) i++;
  return i;
}
