import type { Matrix } from "./matrix.ts";

/** Below this, products with a weight lose digits: values are multiplied first. */
const TINY = 2 ** -700;
const ROOM_BELOW = 2 ** 200;
/** Where a sum overflows, values are multiplied by this first. */
const HEADROOM = 2 ** -64;

/**
 * The mean of each cluster's points by their weights, Σwx / Σw, summed in the order of the points; in
 * a far feature that of the differences to the first point that counts, added to it; of equal values
 * that value. The old centroid where a cluster rests.
 *
 * @param weights From 0 to below 2; points of weight 0 count nowhere.
 * @param far The features whose values lie far from 0 beside their spread.
 */
export function weightedMeans(
  points: Matrix,
  weights: Float64Array,
  labels: Uint32Array,
  centroids: Matrix,
  far: readonly number[],
  rests: (k: number) => boolean,
): Matrix {
  const { data: p, rows, columns: n } = points;
  const first = weights.findIndex((weight) => weight > 0);
  const origin = new Float64Array(n);
  for (const j of far) origin[j] = p[first * n + j];
  const scale = scalesOf(points);
  const data = new Float64Array(centroids.rows * n);
  const totals = new Float64Array(centroids.rows);
  for (let i = 0, from = 0; i < rows; i++, from += n) {
    const weight = weights[i];
    if (weight === 0) continue;
    const to = labels[i] * n;
    totals[labels[i]] += weight;
    for (let j = 0; j < n; j++) data[to + j] += weight * ((p[from + j] - origin[j]) * scale[j]);
  }
  for (let k = 0, at = 0; k < centroids.rows; k++) {
    for (let j = 0; j < n; j++, at++) {
      if (rests(k)) data[at] = centroids.data[at];
      else if (Number.isFinite(data[at])) {
        data[at] = (origin[j] * scale[j] + data[at] / totals[k]) / scale[j];
      } else data[at] = meanOfHuge(points, weights, labels, k, j, totals[k]);
    }
  }
  keepEqual(data, points, weights, labels, rests);
  return { data, rows: centroids.rows, columns: n };
}

/** What the values of each feature are multiplied by, so that no product loses digits. */
function scalesOf({ data, columns }: Matrix): Float64Array {
  const largest = new Float64Array(columns);
  for (let at = 0, j = 0; at < data.length; at++, j = j + 1 < columns ? j + 1 : 0) {
    const size = Math.abs(data[at]);
    if (size > largest[j]) largest[j] = size;
  }
  return largest.map((most) => most < TINY ? ROOM_BELOW : 1);
}

function meanOfHuge(
  { data, rows, columns }: Matrix,
  weights: Float64Array,
  labels: Uint32Array,
  k: number,
  feature: number,
  total: number,
): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    if (labels[i] === k) sum += weights[i] * (data[i * columns + feature] * HEADROOM);
  }
  return sum / total / HEADROOM;
}

/** The mean of equal values is that value, which rounded products and sums miss by a few digits. */
function keepEqual(
  means: Float64Array,
  { data: p, rows, columns: n }: Matrix,
  weights: Float64Array,
  labels: Uint32Array,
  rests: (k: number) => boolean,
): void {
  const k = means.length / n;
  const firsts = new Int32Array(k).fill(-1);
  const differs = new Uint8Array(means.length);
  for (let i = 0; i < rows; i++) {
    if (weights[i] === 0) continue;
    const own = labels[i];
    if (firsts[own] < 0) firsts[own] = i;
    for (let j = 0, at = own * n; j < n; j++, at++) {
      if (p[i * n + j] !== p[firsts[own] * n + j]) differs[at] = 1;
    }
  }
  for (let at = 0; at < means.length; at++) {
    const own = Math.floor(at / n);
    if (differs[at] === 0 && !rests(own)) means[at] = p[firsts[own] * n + at % n];
  }
}
