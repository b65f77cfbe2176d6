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
/** How many centroids are a group: as many distances as are taken at a time. */
const GROUP = 4;

/**
 * Points in any number of features, each with bounds on its distances: it is at most so far from
 * its own centroid, and at least so far from each group of others. They are loosened by as much as
 * centroids move. Only for a point to which a group may have come nearer than its own centroid are
 * distances taken, and only to that group.
 *
 * Y. Ding and others, "Yinyang K-Means: A Drop-In Replacement of the Classic K-Means with
 * Consistent Speedup", ICML 2015, after G. Hamerly, "Making k-means Even Faster", SDM 2010, and
 * C. Elkan, "Using the Triangle Inequality to Accelerate k-Means", ICML 2003. Groups are neighbours
 * in the order of the centroids.
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
  /** How far each centroid has come, and the farthest of each group and of all in each iteration. */
  readonly #way: Float64Array;
  readonly #groupWay: Float64Array;
  #farthestWay = 0;
  /** How far each point is from its centroid at most, less the way of that. */
  readonly #upper: Float64Array;
  /** How far each point is from each group of other centroids at least, plus the way of that. */
  readonly #lower: Float32Array;
  /** How far each point is from all others at least, plus the farthest way; 0 where that is not known. */
  readonly #lowest: Float32Array;
  /** Half the way from each centroid to the nearest other one of each group, and of all. */
  readonly #halfToGroup: Float64Array;
  readonly #halfToNext: Float64Array;
  /** The box around all points and centroids. */
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  /** For one point: its squared distances to a group, and the least two of each group looked at. */
  readonly #squares = new Float64Array(GROUP);
  readonly #least: Float64Array;
  readonly #second: Float64Array;

  constructor(points: Matrix, k: number) {
    const { rows, columns } = points;
    const groups = Math.ceil(k / GROUP);
    this.#points = points;
    this.#k = k;
    this.#groups = groups;
    this.#before = new Float64Array(k * columns).fill(NaN);
    this.#way = new Float64Array(k);
    this.#groupWay = new Float64Array(groups);
    this.#upper = new Float64Array(rows).fill(Infinity);
    this.#lower = new Float32Array(rows * groups);
    this.#lowest = new Float32Array(rows);
    this.#halfToGroup = new Float64Array(k * groups);
    this.#halfToNext = new Float64Array(k);
    this.#low = points.data.slice(0, columns);
    this.#high = points.data.slice(0, columns);
    this.#least = new Float64Array(groups);
    this.#second = new Float64Array(groups);
    stretch(this.#low, this.#high, points);
  }

  assign(labelling: Labelling, centroids: Matrix): void {
    this.#move(centroids);
    this.#halve(centroids);
    stretch(this.#low, this.#high, centroids);
    let square = 0;
    for (let j = 0; j < this.#low.length; j++) square += (this.#high[j] - this.#low[j]) ** 2;
    const longest = Math.sqrt(square) + this.#farthestWay;
    const doubt = DOUBT * longest + LEAST_DOUBT;

    const { labels } = labelling;
    const groups = this.#groups;
    const way = this.#way;
    const groupWay = this.#groupWay;
    const upper = this.#upper;
    const lower = this.#lower;
    const lowest = this.#lowest;
    const farthestWay = this.#farthestWay;
    const halfToNext = this.#halfToNext;
    for (let i = 0, row = 0; i < labels.length; i++, row += groups) {
      const own = labels[i];
      const enough = upper[i] + way[own] + doubt;
      if (enough < halfToNext[own]) continue;
      if (enough < lowest[i] - farthestWay) continue;
      let group = 0;
      let least = Infinity;
      for (; group < groups; group++) {
        const bound = lower[row + group] - groupWay[group];
        if (enough >= bound) break;
        if (bound < least) least = bound;
      }
      if (group === groups) lowest[i] = (least + farthestWay) * DOWN;
      else {
        lowest[i] = 0;
        labelling.give(i, this.#search(i, own, group, centroids, doubt));
      }
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
      const group = Math.floor(z / GROUP);
      this.#way[z] += way;
      farthest[group] = Math.max(farthest[group], way);
    }
    farthest.forEach((way, group) => this.#groupWay[group] += way);
    this.#farthestWay += Math.max(...farthest);
    this.#before.set(data);
  }

  /** Measures how far the centroids are from each other. */
  #halve(centroids: Matrix): void {
    const groups = this.#groups;
    const halfToGroup = this.#halfToGroup.fill(Infinity);
    const halfToNext = this.#halfToNext.fill(Infinity);
    const note = (from: number, to: number, half: number) => {
      const at = from * groups + Math.floor(to / GROUP);
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
   * The nearest centroid of a point whose bounds leave it in doubt; its bounds are taken anew.
   *
   * @param i The point.
   * @param own Its centroid.
   * @param first The first group that may have come nearer.
   * @param doubt How much longer one way must be than another to be it for certain.
   */
  #search(i: number, own: number, first: number, centroids: Matrix, doubt: number): number {
    const points = this.#points;
    const k = this.#k;
    const groups = this.#groups;
    const lower = this.#lower;
    const groupWay = this.#groupWay;
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
      if (group < first || distance + doubt < lower[row + group] - groupWay[group]) continue;
      // The way from centroid to centroid is no longer than that by the point.
      const around = 2 * this.#halfToGroup[own * groups + group] - ownDistance;
      if (distance + doubt < around) {
        lower[row + group] = (around + groupWay[group]) * DOWN;
        continue;
      }
      squaresTo(points, i, centroids, group * GROUP, squares);
      let one = Infinity;
      let two = Infinity;
      for (let z = group * GROUP, lane = 0; lane < GROUP && z < k; lane++, z++) {
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
    nearest = certainly(nearest, square, points, i, centroids);
    this.#upper[i] = distance - this.#way[nearest];

    const groupOfNearest = Math.floor(nearest / GROUP);
    for (let group = first; group < groups; group++) {
      if (Number.isNaN(least[group])) continue;
      const other = Math.sqrt(group === groupOfNearest ? second[group] : least[group]);
      lower[row + group] = (other + groupWay[group]) * DOWN;
    }
    if (nearest !== own) {
      const group = Math.floor(own / GROUP);
      const other = ownDistance + groupWay[group];
      if (other < lower[row + group]) lower[row + group] = other * DOWN;
    }
    return nearest;
  }
}

/** The squared distances of point `i` to a group of centroids, the last of which stands for those that it lacks. */
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
  // Each sum waits for its last term; four of them together do not.
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

/** Makes a box large enough for a matrix. */
function stretch(low: Float64Array, high: Float64Array, { data, columns }: Matrix): void {
  for (let at = 0, j = 0; at < data.length; at++, j = j + 1 < columns ? j + 1 : 0) {
    if (data[at] < low[j]) low[j] = data[at];
    if (data[at] > high[j]) high[j] = data[at];
  }
}
