/** How many units in the last place of the largest value may lie between equal values. */
const NOISE = 16;

/**
 * Whether a feature has one value but for rounding, as 0.3 and 0.1 + 0.2 are one. Scaled to any
 * spread that noise would decide the clusters. scikit-learn takes such a feature for constant too:
 * its bound on the deviation is as many units in the last place of the mean as there are points.
 *
 * @param low The least value.
 * @param high The greatest value.
 */
export function isConstant(low: number, high: number): boolean {
  return high - low <= NOISE * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high));
}
