import { confirmedNearest } from "../assign.ts";
import { squaredDistance } from "../distance.ts";
import type { Labelling } from "../labelling.ts";
import type { Matrix } from "../matrix.ts";
import type { Engine } from "./engine.ts";

/**
 * Bounds are computed with rounding, so one distance counts as shorter than another only by more
 * than a margin: this share of the longest distance there can be, far above all rounding.
 */
const MARGIN = 1e-10;
/** The least margin, for lengths so small that their squares vanish. */
const LEAST_MARGIN = 2 ** -100;
/** A lower bound times this stays a lower bound when it is rounded to 32 bits. */
const ROUND_DOWN = 1 - 2 ** -22;
/** How many centroids a group has: `squaresTo` computes this many distances at a time. */
const GROUP_SIZE = 4;

/**
 * Assigns points in any number of features by bounds. Each point has an upper bound on the distance
 * to its own centroid, and a lower bound on the distance to each group of other centroids. Where
 * centroids move, the bounds widen by the distance moved. Distances are computed only for a point to
 * which a group may have come nearer than its own centroid, and only to that group.
 *
 * Y. Ding and others, "Yinyang K-Means: A Drop-In Replacement of the Classic K-Means with
 * Consistent Speedup", ICML 2015, after G. Hamerly, "Making k-means Even Faster", SDM 2010, and
 * C. Elkan, "Using the Triangle Inequality to Accelerate k-Means", ICML 2003. Each
 * four centroids that follow each other form a group.
 *
 * The labels are exactly those of the plain engine: a bound decides only by more than the margin,
 * and otherwise the same distances are compared.
 *
 * The drift of a centroid is how far it has moved since the start, all its steps added. A bound is
 * stored relative to the drift at that time, so that nothing has to be written for a point whose
 * bounds still decide.
 *
 * It is worth its length. Hamerly's engine, with two bounds a point, was measured beside it on
 * overlapping clusters: with 32 clusters in 8 or 16 features this one took 0.8 to 1.2 times as long,
 * with 64 clusters in 64 features half to two thirds.
 */
export class BoundsEngine implements Engine {
  readonly #points: Matrix;
  readonly #k: number;
  readonly #groups: number;
  /** The centroids of the previous call. */
  readonly #before: Float64Array;
  /** The drift of each centroid; the sum of the longest steps of each group, and of all centroids. */
  readonly #drift: Float64Array;
  readonly #groupDrift: Float64Array;
  #totalDrift = 0;
  /** Upper bound on the distance of each point to its centroid, less the drift of that centroid. */
  readonly #upper: Float64Array;
  /** Lower bound on the distance of each point to each group of other centroids, plus its drift. */
  readonly #lower: Float32Array;
  /** The lowest of these bounds of each point, plus the drift of all; 0 where it is not known. */
  readonly #lowest: Float32Array;
  /** Half the distance from each centroid to the nearest other one of each group, and of all. */
  readonly #halfToGroup: Float64Array;
  readonly #halfToNext: Float64Array;
  /** The box around all points and centroids. */
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** For one point: its squared distances to a group, and the two least of each group searched. */
  readonly #squares = new Float64Array(GROUP_SIZE);
  readonly #least: Float64Array;
  readonly #second: Float64Array;

  constructor(points: Matrix, k: number) {
    const { rows, columns } = points;
    const groups = Math.ceil(k / GROUP_SIZE);
    this.#points = points;
    this.#k = k;
    this.#groups = groups;
    this.#before = new Float64Array(k * columns).fill(NaN);
    this.#drift = new Float64Array(k);
    this.#groupDrift = new Float64Array(groups);
    this.#upper = new Float64Array(rows).fill(Infinity);
    this.#lower = new Float32Array(rows * groups);
    this.#lowest = new Float32Array(rows);
    this.#halfToGroup = new Float64Array(k * groups);
    this.#halfToNext = new Float64Array(k);
    this.#low = points.data.slice(0, columns);
    this.#high = points.data.slice(0, columns);
    this.#least = new Float64Array(groups);
    this.#second = new Float64Array(groups);
    includeIn(this.#low, this.#high, points);
  }

  assign(labelling: Labelling, centroids: Matrix): void {
    this.#addDrifts(centroids);
    this.#measureGaps(centroids);
    includeIn(this.#low, this.#high, centroids);
    let square = 0;
    for (let j = 0; j < this.#low.length; j++) square += (this.#high[j] - this.#low[j]) ** 2;
    const longest = Math.sqrt(square) + this.#totalDrift;
    const margin = MARGIN * longest + LEAST_MARGIN;

    const { labels } = labelling;
    const groups = this.#groups;
    const drift = this.#drift;
    const groupDrift = this.#groupDrift;
    const upper = this.#upper;
    const lower = this.#lower;
    const lowest = this.#lowest;
    const totalDrift = this.#totalDrift;
    const halfToNext = this.#halfToNext;
    for (let i = 0, row = 0; i < labels.length; i++, row += groups) {
      const own = labels[i];
      const enough = upper[i] + drift[own] + margin;
      if (enough < halfToNext[own]) continue;
      if (enough < lowest[i] - totalDrift) continue;
      let group = 0;
      let least = Infinity;
      for (; group < groups; group++) {
        const bound = lower[row + group] - groupDrift[group];
        if (enough >= bound) break;
        if (bound < least) least = bound;
      }
      if (group === groups) lowest[i] = (least + totalDrift) * ROUND_DOWN;
      else {
        lowest[i] = 0;
        labelling.give(i, this.#search(i, own, group, centroids, margin));
      }
    }
  }

  /** Adds to the drifts how far the centroids have moved since the previous call. */
  #addDrifts({ data, columns }: Matrix): void {
    const farthest = new Float64Array(this.#groups);
    for (let z = 0, at = 0; z < this.#k; z++) {
      let square = 0;
      for (const end = at + columns; at < end; at++) square += (data[at] - this.#before[at]) ** 2;
      // In the first call there are no previous centroids: the square is NaN.
      if (!(square > 0)) continue;
      const step = Math.sqrt(square) * (1 + MARGIN) + LEAST_MARGIN;
      const group = Math.floor(z / GROUP_SIZE);
      this.#drift[z] += step;
      farthest[group] = Math.max(farthest[group], step);
    }
    farthest.forEach((step, group) => this.#groupDrift[group] += step);
    this.#totalDrift += farthest.reduce((a, b) => Math.max(a, b), 0);
    this.#before.set(data);
  }

  /** Measures the distances between centroids. */
  #measureGaps(centroids: Matrix): void {
    const groups = this.#groups;
    const halfToGroup = this.#halfToGroup.fill(Infinity);
    const halfToNext = this.#halfToNext.fill(Infinity);
    const note = (from: number, to: number, half: number) => {
      const at = from * groups + Math.floor(to / GROUP_SIZE);
      if (half < halfToGroup[at]) halfToGroup[at] = half;
      if (half < halfToNext[from]) halfToNext[from] = half;
    };
    for (let a = 0; a < this.#k; a++) {
      for (let b = 0; b < a; b++) {
        const half = Math.sqrt(squaredDistance(centroids, a, centroids, b)) / 2;
        note(a, b, half);
        note(b, a, half);
      }
    }
  }

  /**
   * Finds the nearest centroid of a point whose bounds do not decide, and sets its bounds anew.
   *
   * @param i The point.
   * @param own Its centroid so far.
   * @param first The first group that may have come nearer.
   * @param margin By how much one distance must exceed another to be longer for certain.
   * @returns The index of the nearest centroid.
   */
  #search(i: number, own: number, first: number, centroids: Matrix, margin: number): number {
    const points = this.#points;
    const k = this.#k;
    const groups = this.#groups;
    const lower = this.#lower;
    const groupDrift = this.#groupDrift;
    const squares = this.#squares;
    const least = this.#least;
    const second = this.#second;
    const row = i * groups;

    let square = squaredDistance(points, i, centroids, own);
    const ownDistance = Math.sqrt(square);
    let nearest = own;
    let distance = ownDistance;
    for (let group = 0; group < groups; group++) {
      least[group] = NaN;
      if (group < first || distance + margin < lower[row + group] - groupDrift[group]) continue;
      // Triangle inequality: the distance to the group is at least that between centroids less our own.
      const around = 2 * this.#halfToGroup[own * groups + group] - ownDistance;
      if (distance + margin < around) {
        lower[row + group] = (around + groupDrift[group]) * ROUND_DOWN;
        continue;
      }
      squaresTo(points, i, centroids, group * GROUP_SIZE, squares);
      let one = Infinity;
      let two = Infinity;
      for (let z = group * GROUP_SIZE, lane = 0; lane < GROUP_SIZE && z < k; lane++, z++) {
        const other = squares[lane];
        if (other < one) {
          two = one;
          one = other;
        } else if (other < two) two = other;
        if (other < square || (other === square && z < nearest)) {
          nearest = z;
          square = other;
        }
      }
      least[group] = one;
      second[group] = two;
      distance = Math.sqrt(square);
    }
    nearest = confirmedNearest(nearest, square, points, i, centroids);
    this.#upper[i] = distance - this.#drift[nearest];

    const groupOfNearest = Math.floor(nearest / GROUP_SIZE);
    for (let group = first; group < groups; group++) {
      if (Number.isNaN(least[group])) continue;
      const other = Math.sqrt(group === groupOfNearest ? second[group] : least[group]);
      lower[row + group] = (other + groupDrift[group]) * ROUND_DOWN;
    }
    if (nearest !== own) {
      const group = Math.floor(own / GROUP_SIZE);
      const other = ownDistance + groupDrift[group];
      if (other < lower[row + group]) lower[row + group] = other * ROUND_DOWN;
    }
    return nearest;
  }
}

/**
 * The squared distances of point `i` to the centroids of a group. Where the last group has fewer,
 * the last centroid is repeated.
 */
function squaresTo(
  { data: p, columns: n }: Matrix,
  i: number,
  { data: c, rows: k }: Matrix,
  first: number,
  squares: Float64Array,
): void {
  let to0 = first * n;
  let to1 = Math.min(first + 1, k - 1) * n;
  let to2 = Math.min(first + 2, k - 1) * n;
  let to3 = Math.min(first + 3, k - 1) * n;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  // Four independent sums: a single one would wait for each addition before the next.
  for (let from = i * n, end = from + n; from < end; from++) {
    const value = p[from];
    const d0 = value - c[to0++];
    const d1 = value - c[to1++];
    const d2 = value - c[to2++];
    const d3 = value - c[to3++];
    sum0 += d0 * d0;
    sum1 += d1 * d1;
    sum2 += d2 * d2;
    sum3 += d3 * d3;
  }
  squares[0] = sum0;
  squares[1] = sum1;
  squares[2] = sum2;
  squares[3] = sum3;
}

/** Widens a box until it contains every row of a matrix. */
function includeIn(low: Float64Array, high: Float64Array, { data, columns }: Matrix): void {
  for (let at = 0, j = 0; at < data.length; at++, j = j + 1 < columns ? j + 1 : 0) {
    if (data[at] < low[j]) low[j] = data[at];
    if (data[at] > high[j]) high[j] = data[at];
  }
}
