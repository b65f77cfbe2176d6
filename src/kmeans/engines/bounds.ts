import { certainly } from "../assign.ts";
import { squaredDistance } from "../distance.ts";
import type { Labelling } from "../labelling.ts";
import type { Matrix } from "../matrix.ts";
import type { Engine } from "./engine.ts";

/** Bounds decide nothing that rounding could have: a share of all lengths there are, and the least. */
const DOUBT = 1e-10;
const LEAST_DOUBT = 2 ** -100;
/** What makes a number kept in 32 bits no larger than it is. */
const DOWN = 1 - 2 ** -22;
/** Up to so many pairs of point and centroid, a bound is kept for each: 4 bytes. */
const PAIRS = 2 ** 26;
/** How many distances are taken at a time: a sum waits for its last term, several together do not. */
const LANES = 4;
/** How many centroids are a group, as a power of two. */
const GROUP = 3;

/**
 * Points in any number of features, each with bounds on its distances: it is at most so far from
 * its own centroid, at least so far from each group of the others, and from each of them. A point
 * none of whose groups comes near enough keeps its cluster; of the others, distances are taken only
 * to the centroids that neither their own bound nor the distance between centroids rules out.
 *
 * C. Elkan, "Using the Triangle Inequality to Accelerate k-Means", ICML 2003; G. Hamerly, "Making
 * k-means Even Faster", SDM 2010; the groups from Y. Ding and others, "Yinyang K-Means", ICML 2015.
 *
 * It is exact: a bound decides only where it does so by more than all rounding explains, and the
 * distances that are taken are those of the plain engine.
 *
 * Nothing is done for a point that rests: bounds are kept as they were when they were taken, beside
 * the way that centroids have come since the start.
 */
export class BoundsEngine implements Engine {
  readonly #points: Matrix;
  readonly #k: number;
  readonly #groups: number;
  /** The centroids of the last time. */
  readonly #before: Float64Array;
  /** How far each centroid has come, and the farthest of each group in each iteration. */
  readonly #way: Float64Array;
  readonly #groupWay: Float64Array;
  /** How far each point is from its centroid at most, less the way of that. */
  readonly #upper: Float64Array;
  /** How far each point is from each group of other centroids at least, plus the way of that. */
  readonly #groupLower: Float32Array;
  /** How far each point is from each centroid at least, plus the way of that; empty where it would be too large. */
  readonly #lower: Float32Array;
  /** Half the distances between centroids, and for each the least of them. */
  readonly #halves: Float64Array;
  readonly #halfToNext: Float64Array;
  /** The box around all points and centroids. */
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** For a point: the centroids that may be nearer, its squared distances to them, its groups. */
  readonly #rivals: Uint32Array;
  readonly #squares: Float64Array;
  readonly #nearestOfGroup: Float64Array;

  constructor(points: Matrix, k: number) {
    const { rows, columns } = points;
    this.#points = points;
    this.#k = k;
    this.#groups = Math.ceil(k / (1 << GROUP));
    this.#before = new Float64Array(k * columns).fill(NaN);
    this.#way = new Float64Array(k);
    this.#groupWay = new Float64Array(this.#groups);
    this.#upper = new Float64Array(rows).fill(Infinity);
    this.#groupLower = new Float32Array(rows * this.#groups);
    this.#lower = new Float32Array(rows * k <= PAIRS ? rows * k : 0);
    this.#halves = new Float64Array(k * k);
    this.#halfToNext = new Float64Array(k);
    this.#low = points.data.slice(0, columns);
    this.#high = points.data.slice(0, columns);
    stretch(this.#low, this.#high, points);
    this.#rivals = new Uint32Array(k + 1);
    this.#squares = new Float64Array(k + 3);
    this.#nearestOfGroup = new Float64Array(this.#groups);
  }

  assign(labelling: Labelling, centroids: Matrix): void {
    this.#move(centroids);
    this.#halve(centroids);
    stretch(this.#low, this.#high, centroids);
    let square = 0;
    for (let j = 0; j < this.#low.length; j++) square += (this.#high[j] - this.#low[j]) ** 2;
    const longest = Math.sqrt(square) + Math.max(...this.#way, ...this.#groupWay);
    const doubt = DOUBT * longest + LEAST_DOUBT;

    const { labels } = labelling;
    const groups = this.#groups;
    const way = this.#way;
    const groupWay = this.#groupWay;
    const groupLower = this.#groupLower;
    const uppers = this.#upper;
    const halfToNext = this.#halfToNext;
    for (let i = 0, row = 0; i < labels.length; i++, row += groups) {
      const own = labels[i];
      const enough = uppers[i] + way[own] + doubt;
      if (enough < halfToNext[own]) continue;
      let group = 0;
      while (group < groups && enough < groupLower[row + group] - groupWay[group]) group++;
      if (group < groups) labelling.give(i, this.#search(i, own, centroids, doubt));
    }
  }

  /** Notes how far the centroids have come since the last time. */
  #move({ data, columns }: Matrix): void {
    const farthest = new Float64Array(this.#groups);
    for (let z = 0, at = 0; z < this.#k; z++) {
      let square = 0;
      for (const end = at + columns; at < end; at++) square += (data[at] - this.#before[at]) ** 2;
      // The first time there is no centroid of before.
      if (!(square > 0)) continue;
      const way = Math.sqrt(square) * (1 + DOUBT) + LEAST_DOUBT;
      this.#way[z] += way;
      farthest[z >> GROUP] = Math.max(farthest[z >> GROUP], way);
    }
    farthest.forEach((way, group) => this.#groupWay[group] += way);
    this.#before.set(data);
  }

  /** Measures how far the centroids are from each other. */
  #halve(centroids: Matrix): void {
    const k = this.#k;
    this.#halfToNext.fill(Infinity);
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < a; b++) {
        const half = Math.sqrt(squaredDistance(centroids, a, centroids, b)) / 2;
        this.#halves[a * k + b] = half;
        this.#halves[b * k + a] = half;
        if (half < this.#halfToNext[a]) this.#halfToNext[a] = half;
        if (half < this.#halfToNext[b]) this.#halfToNext[b] = half;
      }
    }
  }

  /** The nearest centroid of a point whose bounds leave it in doubt; its bounds are taken anew. */
  #search(i: number, own: number, centroids: Matrix, doubt: number): number {
    const points = this.#points;
    const k = this.#k;
    const groups = this.#groups;
    const lowers = this.#lower;
    const groupLower = this.#groupLower;
    const groupWay = this.#groupWay;
    const nearestOfGroup = this.#nearestOfGroup;
    const way = this.#way;
    const rivals = this.#rivals;
    const squares = this.#squares;
    const keeps = lowers.length > 0;
    const row = i * k;
    const groupRow = i * groups;

    // Who may be nearer, by the bounds as they are.
    const enough = this.#upper[i] + way[own] + doubt;
    let count = 0;
    for (let group = 0; group < groups; group++) {
      nearestOfGroup[group] = NaN;
      if (enough < groupLower[groupRow + group] - groupWay[group]) continue;
      let lower = Infinity;
      for (let z = group << GROUP, end = Math.min(k, z + (1 << GROUP)); z < end; z++) {
        const bound = keeps ? lowers[row + z] - way[z] : 0;
        if (bound <= enough) rivals[count++] = z;
        else if (bound < lower) lower = bound;
      }
      nearestOfGroup[group] = lower;
    }

    // Who still is, once its own distance is known; each that is found rules out others.
    let nearest = own;
    if (count > 0) {
      rivals[count] = own;
      squaresTo(points, i, centroids, rivals, count, count + 1, squares);
      let least = squares[0];
      let upper = Math.sqrt(least);
      const halves = this.#halves;
      for (let at = 0; at < count;) {
        const start = at;
        let left = start;
        for (; at < count && left < start + LANES; at++) {
          const z = rivals[at];
          if (z === own) continue;
          const kept = keeps ? lowers[row + z] - way[z] : 0;
          // The way from centroid to centroid is no longer than that by the point.
          const around = 2 * halves[nearest * k + z] - upper;
          const bound = kept > around ? kept : around;
          if (bound <= upper + doubt) rivals[left++] = z;
          else if (bound < nearestOfGroup[z >> GROUP]) nearestOfGroup[z >> GROUP] = bound;
        }
        if (left === start) continue;
        squaresTo(points, i, centroids, rivals, start, left, squares);
        for (let lane = 0; lane < left - start; lane++) {
          const z = rivals[start + lane];
          const square = squares[lane];
          const distance = Math.sqrt(square);
          lowers[row + z] = (distance + way[z]) * DOWN;
          let [other, bound] = [z, distance];
          if (square < least || (square === least && z < nearest)) {
            [other, bound] = [nearest, upper];
            nearest = z;
            least = square;
            upper = distance;
          }
          const group = other >> GROUP;
          // Its own one may come back to a group that was not looked at.
          if (Number.isNaN(nearestOfGroup[group])) {
            nearestOfGroup[group] = groupLower[groupRow + group] - groupWay[group];
          }
          if (bound < nearestOfGroup[group]) nearestOfGroup[group] = bound;
        }
      }
      nearest = certainly(nearest, least, points, i, centroids);
      this.#upper[i] = upper - way[nearest];
    }
    for (let group = 0; group < groups; group++) {
      const lower = nearestOfGroup[group];
      if (!Number.isNaN(lower)) groupLower[groupRow + group] = (lower + groupWay[group]) * DOWN;
    }
    return nearest;
  }
}

/** The squared distances of point `i` to some centroids, from `start` on in a list of them. */
function squaresTo(
  { data: p, columns: n }: Matrix,
  i: number,
  { data: c }: Matrix,
  which: Uint32Array,
  start: number,
  end: number,
  squares: Float64Array,
): void {
  const last = end - 1;
  for (let at = start; at < end; at += 4) {
    let to0 = which[at] * n;
    let to1 = which[Math.min(at + 1, last)] * n;
    let to2 = which[Math.min(at + 2, last)] * n;
    let to3 = which[Math.min(at + 3, last)] * n;
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let from = i * n, after = from + n; from < after; from++) {
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
    squares[at - start] = sum0;
    squares[at - start + 1] = sum1;
    squares[at - start + 2] = sum2;
    squares[at - start + 3] = sum3;
  }
}

/** Makes a box large enough for a matrix. */
function stretch(low: Float64Array, high: Float64Array, { data, columns }: Matrix): void {
  for (let at = 0, j = 0; at < data.length; at++, j = j + 1 < columns ? j + 1 : 0) {
    if (data[at] < low[j]) low[j] = data[at];
    if (data[at] > high[j]) high[j] = data[at];
  }
}
