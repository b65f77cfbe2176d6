import { confirmedNearest } from "../assign.ts";
import type { Labelling } from "../labelling.ts";
import type { Matrix } from "../matrix.ts";
import type { Engine } from "./engine.ts";

/** How many points a finest cell has on average. */
const POINTS_PER_CELL = 12;
/** How many times the plane is cut into four at the most: there are up to 4^10 finest cells. */
const DEEPEST = 10;
/**
 * A centroid is ruled out only where its squared distance is larger by more than rounding can
 * explain: by this share of the squares compared.
 */
const MARGIN = 1e-14;
/** The least such excess, for squares that may have underflowed. */
const LEAST_MARGIN = 2 ** -900;
/** The owner of a cell whose points do not all belong to one centroid. */
const NOBODY = -1;

/**
 * Assigns points in the plane by a quadtree: one cell for all, each cut into four, down to a fixed
 * depth. A centroid is ruled out in a cell where another one is nearer to all of it; the others are
 * candidates. Where a single candidate is left, it owns the whole cell, and nothing is done if it
 * owned it before. Distances of points are computed only in the finest cells with several
 * candidates.
 *
 * T. Kanungo and others, "An Efficient k-Means Clustering Algorithm: Analysis and Implementation",
 * IEEE Transactions on Pattern Analysis and Machine Intelligence 24(7), 2002.
 *
 * The labels are exactly those of the plain engine: a centroid is ruled out only by more than
 * rounding can explain, and otherwise the same distances are compared.
 */
export class GridEngine implements Engine {
  readonly #points: Matrix;
  /** How many times the plane is cut into four. */
  readonly #depth: number;
  /** The points, cell by cell: their indices, and their coordinates x, y, x, y, … */
  readonly #order: Uint32Array;
  readonly #places: Float64Array;
  /** Where the points of each of the finest cells begin, and where the last one's end. */
  readonly #starts: Uint32Array;
  /**
   * The box around the points of each cell: left, top, right, bottom. The four cells that cell c is
   * cut into are 4c + 1 to 4c + 4.
   */
  readonly #boxes: Float64Array;
  readonly #owners: Int32Array;
  /** A stack of candidates: for each depth, those of the cell being visited. */
  readonly #candidates: Uint32Array;

  constructor(points: Matrix, k: number) {
    const { rows } = points;
    this.#points = points;
    this.#depth = Math.max(1, Math.min(DEEPEST, Math.round(Math.log2(rows / POINTS_PER_CELL) / 2)));
    const finest = 4 ** this.#depth;
    const cells = (4 * finest - 1) / 3;
    this.#order = new Uint32Array(rows);
    this.#places = new Float64Array(2 * rows);
    this.#starts = new Uint32Array(finest + 1);
    this.#boxes = new Float64Array(4 * cells);
    this.#owners = new Int32Array(cells).fill(NOBODY);
    this.#candidates = new Uint32Array((this.#depth + 2) * k);
    this.#sort();
    this.#measure(cells - finest);
  }

  assign(labelling: Labelling, centroids: Matrix): void {
    const { rows: k } = centroids;
    for (let z = 0; z < k; z++) this.#candidates[z] = z;
    this.#visit(0, 0, 0, 0, k, labelling, centroids);
  }

  /** Sorts the points by their finest cells, in Morton order. */
  #sort(): void {
    const { data, rows } = this.#points;
    const side = 2 ** this.#depth;
    const spread = spreadBits(side);
    const [left, across] = usualRange(data, 0);
    const [top, down] = usualRange(data, 1);
    const cells = new Uint32Array(rows);
    const starts = this.#starts;
    for (let i = 0, at = 0; i < rows; i++, at += 2) {
      const column = Math.max(0, Math.min(side - 1, (data[at] - left) * across * side)) | 0;
      const row = Math.max(0, Math.min(side - 1, (data[at + 1] - top) * down * side)) | 0;
      const cell = spread[column] | spread[row] << 1;
      cells[i] = cell;
      starts[cell + 1]++;
    }
    for (let cell = 1; cell < starts.length; cell++) starts[cell] += starts[cell - 1];
    const next = starts.slice();
    const order = this.#order;
    const places = this.#places;
    for (let i = 0, from = 0; i < rows; i++, from += 2) {
      const at = next[cells[i]]++;
      order[at] = i;
      places[2 * at] = data[from];
      places[2 * at + 1] = data[from + 1];
    }
  }

  /** Computes the boxes: of the finest cells from their points, of the others from their four parts. */
  #measure(firstFinest: number): void {
    const boxes = this.#boxes;
    boxes.fill(Infinity);
    for (let cell = boxes.length / 4 - 1; cell >= 0; cell--) {
      let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      if (cell >= firstFinest) {
        const end = this.#starts[cell - firstFinest + 1];
        for (let at = this.#starts[cell - firstFinest]; at < end; at++) {
          const x = this.#places[2 * at];
          const y = this.#places[2 * at + 1];
          if (x < left) left = x;
          if (x > right) right = x;
          if (y < top) top = y;
          if (y > bottom) bottom = y;
        }
      } else {
        for (let at = 16 * cell + 4; at < 16 * cell + 20; at += 4) {
          if (boxes[at] < left) left = boxes[at];
          if (boxes[at + 1] < top) top = boxes[at + 1];
          if (boxes[at + 2] > right) right = boxes[at + 2];
          if (boxes[at + 3] > bottom) bottom = boxes[at + 3];
        }
      }
      boxes[4 * cell] = left;
      boxes[4 * cell + 1] = top;
      boxes[4 * cell + 2] = right;
      boxes[4 * cell + 3] = bottom;
    }
  }

  /**
   * Assigns the points of a cell.
   *
   * @param cell The index of the cell.
   * @param depth How many times the plane was cut to get it.
   * @param place Its index among the cells of that depth.
   * @param from Where its candidates begin in the stack.
   * @param count How many candidates it has.
   */
  #visit(
    cell: number,
    depth: number,
    place: number,
    from: number,
    count: number,
    labelling: Labelling,
    centroids: Matrix,
  ): void {
    const boxes = this.#boxes;
    const left = boxes[4 * cell];
    const right = boxes[4 * cell + 2];
    if (left > right) return;
    const top = boxes[4 * cell + 1];
    const bottom = boxes[4 * cell + 3];
    const candidates = this.#candidates;
    const { data: c } = centroids;

    // The candidate nearest to the centre of the box rules out those that are farther everywhere.
    const nearest = this.#nearest(left / 2 + right / 2, top / 2 + bottom / 2, from, count, c);
    const to = from + count;
    const size = squareOf(right - left, bottom - top);
    const nearX = c[2 * nearest];
    const nearY = c[2 * nearest + 1];
    let kept = 0;
    for (let i = from; i < to; i++) {
      const z = candidates[i];
      const farX = c[2 * z];
      const farY = c[2 * z + 1];
      if (z !== nearest) {
        if (farX === nearX && farY === nearY) continue;
        // The corner most in favour of the other one: if it is farther there, it is everywhere.
        const cornerX = farX > nearX ? right : left;
        const cornerY = farY > nearY ? bottom : top;
        const near = squareOf(cornerX - nearX, cornerY - nearY);
        const far = squareOf(cornerX - farX, cornerY - farY);
        if (far - near > MARGIN * (near + far + size) + LEAST_MARGIN) continue;
      }
      candidates[to + kept++] = z;
    }

    const owners = this.#owners;
    if (kept === 1) {
      if (owners[cell] !== nearest) this.#own(cell, depth, place, nearest, labelling);
      return;
    }
    if (depth === this.#depth) {
      owners[cell] = NOBODY;
      this.#assignPoints(place, to, kept, labelling, centroids);
      return;
    }
    const first = 4 * cell + 1;
    if (owners[cell] !== NOBODY) {
      owners.fill(owners[cell], first, first + 4);
      owners[cell] = NOBODY;
    }
    for (let part = 0; part < 4; part++) {
      this.#visit(first + part, depth + 1, 4 * place + part, to, kept, labelling, centroids);
    }
  }

  /** Gives all points of a cell to its single candidate. */
  #own(cell: number, depth: number, place: number, owner: number, labelling: Labelling): void {
    this.#owners[cell] = owner;
    const finer = 4 ** (this.#depth - depth);
    const end = this.#starts[(place + 1) * finer];
    for (let at = this.#starts[place * finer]; at < end; at++) {
      labelling.give(this.#order[at], owner);
    }
  }

  /** The nearest candidate to a place; where several are equally near, the first. */
  #nearest(x: number, y: number, from: number, count: number, c: Float64Array): number {
    const candidates = this.#candidates;
    let nearest = candidates[from];
    let least = Infinity;
    for (let i = from; i < from + count; i++) {
      const z = candidates[i];
      const square = squareOf(x - c[2 * z], y - c[2 * z + 1]);
      if (square < least) {
        least = square;
        nearest = z;
      }
    }
    return nearest;
  }

  /** Gives each point of a finest cell to its nearest candidate. */
  #assignPoints(
    place: number,
    from: number,
    count: number,
    labelling: Labelling,
    centroids: Matrix,
  ): void {
    const places = this.#places;
    const { data: c } = centroids;
    const end = this.#starts[place + 1];
    for (let at = this.#starts[place]; at < end; at++) {
      const x = places[2 * at];
      const y = places[2 * at + 1];
      const nearest = this.#nearest(x, y, from, count, c);
      const least = squareOf(x - c[2 * nearest], y - c[2 * nearest + 1]);
      const point = this.#order[at];
      labelling.give(point, confirmedNearest(nearest, least, this.#points, point, centroids));
    }
  }
}

/** The squared length of a vector. */
function squareOf(dx: number, dy: number): number {
  return dx * dx + dy * dy;
}

/** Each number below `side` with a 0 between any two of its bits, for Morton order. */
function spreadBits(side: number): Uint32Array {
  return Uint32Array.from({ length: side }, (_, value) => {
    let spread = 0;
    for (let bit = 0; value >> bit; bit++) spread |= (value >> bit & 1) << 2 * bit;
    return spread;
  });
}

/** How many values the usual range of a feature is estimated from. */
const SAMPLE = 1000;

/**
 * Where the usual values of a feature begin, and 1 over their extent: the middle 98 % and an eighth
 * on either side, so that a few outliers do not make all cells too large.
 */
function usualRange(data: Float64Array, feature: 0 | 1): [start: number, scale: number] {
  const every = Math.max(1, Math.floor(data.length / 2 / SAMPLE));
  const sample = Float64Array.from(
    { length: Math.floor(data.length / 2 / every) },
    (_, i) => data[2 * i * every + feature],
  ).sort();
  const low = sample[Math.floor(0.01 * sample.length)];
  const high = sample[Math.floor(0.99 * (sample.length - 1))];
  const margin = (high - low) / 8;
  const scale = 1 / (high - low + 2 * margin);
  return [low - margin, Number.isFinite(scale) ? scale : 0];
}
