import { farFeatures } from "./far.ts";
import { toLabels } from "./labels.ts";
import { type Matrix, requireSameFeatures, type Rows, toMatrix } from "./matrix.ts";

/**
 * Moves every centroid to the mean of the points that carry its label, summed in the order of the
 * points; of equal values, to that value; of values far from 0 beside their spread, to the number
 * nearest to their exact mean. A centroid without points stays where it is.
 *
 * @param points M points × N features.
 * @param labels M labels, each from 0 to K − 1.
 * @param centroids K centroids × N features, as they were.
 * @returns The moved centroids, in a fresh matrix.
 * @throws {TypeError} If a table is ragged or empty, the numbers of features differ, or there is
 * not one label a point.
 * @throws {RangeError} If a value is not finite or a label is not the index of a centroid.
 *
 * @example The second centroid owns no point and stays
 * ```ts
 * import { toRows, update } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const moved = update([[0, 0], [2, 4]], [0, 0], [[0, 0], [9, 9]]);
 * assert.deepEqual(toRows(moved), [[1, 2], [9, 9]]);
 * ```
 */
export function update(
  points: Rows | Matrix,
  labels: ArrayLike<number>,
  centroids: Rows | Matrix,
): Matrix {
  const p = toMatrix(points);
  const c = toMatrix(centroids, "centroids");
  requireSameFeatures(p, c);
  const checked = toLabels(labels, p.rows, c.rows);
  const counts = countLabels(checked, c.rows);
  return means(p, checked, c, counts, farFeatures(p));
}

/**
 * The mean of each cluster's points; the old centroid where `counts` is 0, and where `changed` is 0,
 * as it is the mean already.
 *
 * @param far The features of which means are exact, as `farFeatures` gives them.
 */
export function means(
  points: Matrix,
  labels: Uint32Array,
  centroids: Matrix,
  counts: Uint32Array,
  far: readonly number[],
  changed?: Uint8Array,
): Matrix {
  const { columns: n } = points;
  const rests = (k: number) => counts[k] === 0 || changed?.[k] === 0;
  const data = sums(points, labels, counts, rests);
  for (let k = 0, at = 0; k < centroids.rows; k++) {
    for (let j = 0; j < n; j++, at++) {
      if (rests(k)) data[at] = centroids.data[at];
      else if (Number.isFinite(data[at])) data[at] /= counts[k];
      else data[at] = meanOfHuge(points, labels, k, j, counts[k]);
    }
  }
  keepEqual(data, points, labels, counts, rests);
  for (const j of far) {
    const exact = exactMeans(points, labels, counts, j);
    for (let k = 0; k < centroids.rows; k++) if (!rests(k)) data[k * n + j] = exact[k];
  }
  return { data, rows: centroids.rows, columns: n };
}

/**
 * The mean of equal values is that value, which a rounded sum of them misses by a few digits. Only a
 * mean so near to the first value of its cluster can be one of equal values, so that few are looked at.
 */
function keepEqual(
  means: Float64Array,
  { data: p, rows, columns: n }: Matrix,
  labels: Uint32Array,
  counts: Uint32Array,
  rests: (k: number) => boolean,
): void {
  const firsts = firstPoints(labels, counts);
  for (let k = 0, at = 0; k < counts.length; k++) {
    for (let j = 0; j < n; j++, at++) {
      if (rests(k) || counts[k] < 3) continue;
      const value = p[firsts[k] * n + j];
      const off = Math.abs(means[at] - value);
      // A sum of M values is rounded M times, each time by 2^-53 of itself at the most.
      if (off === 0 || off > Math.abs(value) * counts[k] * 2 ** -52) continue;
      let i = firsts[k] + 1;
      while (i < rows && (labels[i] !== k || p[i * n + j] === value)) i++;
      if (i === rows) means[at] = value;
    }
  }
}

/** The first point of each cluster that has any. */
function firstPoints(labels: Uint32Array, counts: Uint32Array): Uint32Array {
  const firsts = new Uint32Array(counts.length).fill(labels.length);
  let missing = counts.reduce((sum, count) => sum + Number(count > 0), 0);
  for (let i = 0; missing > 0; i++) {
    if (firsts[labels[i]] < labels.length) continue;
    firsts[labels[i]] = i;
    missing--;
  }
  return firsts;
}

/** What tiny values are multiplied by, so that no quotient loses digits. */
const ROOM_BELOW = 2 ** 200;

/**
 * The mean of each cluster in a far feature, rounded once. Differences to the first point and their
 * sums are exact. Divided by the number of points they are rounded in a digit far below the last one
 * of the mean, so that the addition rounds as if they had not been.
 */
function exactMeans(
  { data: p, rows, columns: n }: Matrix,
  labels: Uint32Array,
  counts: Uint32Array,
  feature: number,
): Float64Array {
  const origin = p[feature];
  const means = new Float64Array(counts.length);
  for (let i = 0, from = feature; i < rows; i++, from += n) means[labels[i]] += p[from] - origin;
  const scale = Math.abs(origin) < 2 ** -900 ? ROOM_BELOW : 1;
  for (let k = 0; k < counts.length; k++) {
    means[k] = (origin * scale + means[k] * scale / counts[k]) / scale;
  }
  return means;
}

/** The sum of each cluster's points, in the order of the points; 0 for clusters that rest. */
function sums(
  points: Matrix,
  labels: Uint32Array,
  counts: Uint32Array,
  rests: (k: number) => boolean,
): Float64Array {
  const data = new Float64Array(counts.length * points.columns);
  const moves = Uint8Array.from(counts, (_, k) => Number(!rests(k)));
  const moving = counts.reduce((sum, count, k) => sum + count * moves[k], 0);
  if (moving === 0) return data;
  // Picking the points of the moving clusters first saves additions but takes time itself. It pays
  // with more than two features and less than half the points.
  if (points.columns === 2) addPairs(data, points, labels);
  else if (moving < points.rows / 2) {
    addPicked(data, points, labels, pointsIn(moves, labels, moving));
  } else addAll(data, points, labels);
  return data;
}

function addAll(data: Float64Array, { data: p, rows, columns: n }: Matrix, labels: Uint32Array) {
  for (let i = 0, from = 0; i < rows; i++) {
    let to = Math.imul(labels[i], n);
    for (const end = from + n; from < end; from++, to++) data[to] += p[from];
  }
}

/** The same for two features, the usual case: without an inner loop it takes half the time. */
function addPairs(data: Float64Array, { data: p, rows }: Matrix, labels: Uint32Array) {
  for (let i = 0, from = 0; i < rows; i++, from += 2) {
    const to = labels[i] << 1;
    data[to] += p[from];
    data[to + 1] += p[from + 1];
  }
}

function addPicked(
  data: Float64Array,
  { data: p, columns: n }: Matrix,
  labels: Uint32Array,
  picked: Uint32Array,
) {
  for (let at = 0; at < picked.length; at++) {
    let from = picked[at] * n;
    let to = Math.imul(labels[picked[at]], n);
    for (const end = from + n; from < end; from++, to++) data[to] += p[from];
  }
}

/**
 * The points of the clusters marked 1. There is no branch in the loop, as whether a point is in them
 * is unpredictable: each point is written, and the next overwrites it unless it counts.
 */
function pointsIn(clusters: Uint8Array, labels: Uint32Array, count: number): Uint32Array {
  const points = new Uint32Array(count + 1);
  let found = 0;
  for (let i = 0; i < labels.length; i++) {
    points[found] = i;
    found += clusters[labels[i]];
  }
  return points.subarray(0, count);
}

/** Where a sum overflows, values are multiplied by this first: 2⁶⁴ of the largest can be added. */
const HEADROOM = 2 ** -64;

/** The mean of one feature of one cluster where the plain sum overflows. */
function meanOfHuge(
  { data, rows, columns }: Matrix,
  labels: Uint32Array,
  k: number,
  feature: number,
  count: number,
): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    if (labels[i] === k) sum += data[i * columns + feature] * HEADROOM;
  }
  return sum / count / HEADROOM;
}

/** How many points each of `k` clusters has. */
export function countLabels(labels: Uint32Array, k: number): Uint32Array {
  const counts = new Uint32Array(k);
  for (let i = 0; i < labels.length; i++) counts[labels[i]]++;
  return counts;
}
