import type { Random } from "../random.ts";

/**
 * An index with a probability proportional to its weight; never one of weight 0.
 *
 * @param total The sum of all weights, above 0.
 */
export function drawByWeight(weights: Float64Array, total: number, random: Random): number {
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
