import type { Matrix } from "./matrix.ts";

/** A feature is far where its largest magnitude is more than this many times its spread, at least. */
const FAR = 2048;
/** And more than this many times its spread for each point. */
const FAR_EACH = 8;
/** Below this, means can be so small that they have fewer digits than others. */
const TINY = 2 ** -1021;

/**
 * The features whose values lie far from 0 beside their spread, the largest value less the smallest:
 * more than 2,048 times as far, and more than 8 times for each point. A feature that is the same
 * everywhere is far wherever it lies, but at 0 or below the smallest number of all digits.
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
  const most = Math.max(FAR, FAR_EACH * rows);
  return Array.from({ length: columns }, (_, j) => j).filter((j) => isFar(data, j, columns, most));
}

/** Whether the largest magnitude of feature `j` is more than `most` times its spread. */
function isFar(data: Float64Array, j: number, columns: number, most: number): boolean {
  let low = data[j];
  let high = low;
  for (let at = j + columns; at < data.length; at += columns) {
    const value = data[at];
    if (value >= low && value <= high) continue;
    if (value < low) low = value;
    else high = value;
    // A feature that is not far does not become so: its spread grows by as much as its magnitude.
    if (2 * Math.max(-low, high) < most * (high - low)) return false;
  }
  const magnitude = Math.max(-low, high);
  return magnitude >= TINY && magnitude > most * (high - low);
}
