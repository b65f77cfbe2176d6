import type { Matrix } from "./matrix.ts";

/** A feature is far where its largest magnitude is more than this many times its spread, at least. */
const FAR = 2048;
/** And more than this many times its spread for each point. */
const FAR_EACH = 8;

/**
 * The features whose values lie far from 0 beside their spread, the largest value less the smallest:
 * more than 2,048 times as far, and more than 8 times for each point. A feature that is the same
 * everywhere is far wherever it lies, but at 0.
 *
 * A plain sum of such values is rounded in digits that tell the points apart. Their differences are
 * exact, as each is at least half as large as any other (P. H. Sterbenz, "Floating-Point
 * Computation", 1974), and so is every sum of them: M differences of at most 1/(8 M) of a value have
 * no more than 51 digits.
 *
 * @param points M points × N features.
 * @returns The indices of those features, ascending.
 */
export function farFeatures({ data, rows, columns }: Matrix): number[] {
  const low = data.slice(0, columns);
  const high = data.slice(0, columns);
  for (let at = columns; at < data.length;) {
    for (let j = 0; j < columns; j++, at++) {
      const value = data[at];
      if (value < low[j]) low[j] = value;
      else if (value > high[j]) high[j] = value;
    }
  }
  const most = Math.max(FAR, FAR_EACH * rows);
  return [...low.keys()].filter((j) => Math.max(-low[j], high[j]) > most * (high[j] - low[j]));
}
