import { round } from "../scene/geometry.ts";
import type { Point } from "../scene/mark.ts";
import type { CellMoment } from "./cell_moments.ts";

/**
 * How far a corner may be from its true place while it moves, in pixels. Lines that end in it are
 * as far from theirs at the most, and meet all the same.
 */
const TOLERANCE = 0.7;

/** The way of a corner in a move, from the moment at which it appears to that at which it is gone. */
interface Way {
  readonly first: number;
  readonly last: number;
  /** The moments between which it moves straight and as evenly as centroids do, ascending. */
  readonly keys: readonly number[];
}

/** The ways of all corners in a move, each with as few keys as keep it within the tolerance. */
export class CornerWays {
  readonly #moments: readonly CellMoment[];
  readonly #ways = new Map<string, Way[]>();

  /** @param moments The moments of the move. */
  constructor(moments: readonly CellMoment[]) {
    this.#moments = moments;
    moments.forEach(({ corners }, i) => {
      for (const name of corners.keys()) {
        if (moments[i - 1]?.corners.has(name)) continue;
        let last = i;
        while (moments[last + 1]?.corners.has(name)) last++;
        const way = { first: i, last, keys: this.#keysOf(name, i, last) };
        this.#ways.set(name, [...this.#ways.get(name) ?? [], way]);
      }
    });
  }

  /** Whether a corner has a key at a moment at which it is there. */
  hasKey(name: string, moment: number): boolean {
    return this.#wayOf(name, moment).keys.includes(moment);
  }

  /** Where a corner is drawn at a moment at which it is there, to a tenth of a pixel. */
  place(name: string, moment: number): Point {
    const { keys } = this.#wayOf(name, moment);
    const after = keys.findIndex((key) => key >= moment);
    const [x, y] = keys[after] === moment
      ? this.#moments[moment].corners.get(name)!
      : this.#between(name, keys[after - 1], keys[after], moment);
    return [round(x), round(y)];
  }

  #wayOf(name: string, moment: number): Way {
    return this.#ways.get(name)!.find(({ last }) => moment <= last)!;
  }

  /** From each key straight to the latest moment that leaves all in between within the tolerance. */
  #keysOf(name: string, first: number, last: number): number[] {
    const keys = [first];
    for (let from = first; from < last;) {
      let to = last;
      while (to > from + 1 && !this.#fits(name, from, to)) to--;
      keys.push(to);
      from = to;
    }
    return keys;
  }

  #fits(name: string, from: number, to: number): boolean {
    for (let i = from + 1; i < to; i++) {
      const [x, y] = this.#moments[i].corners.get(name)!;
      const [drawnX, drawnY] = this.#between(name, from, to, i);
      if (!(Math.hypot(drawnX - x, drawnY - y) <= TOLERANCE)) return false;
    }
    return true;
  }

  /** Where a corner that moves as evenly as centroids do from one moment to another is between. */
  #between(name: string, from: number, to: number, moment: number): Point {
    const [first, last] = [this.#moments[from], this.#moments[to]];
    const part = (this.#moments[moment].share - first.share) / (last.share - first.share);
    const [[x1, y1], [x2, y2]] = [first.corners.get(name)!, last.corners.get(name)!];
    return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
  }
}
