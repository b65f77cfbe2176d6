import { assignInto } from "../assign.ts";
import type { Labelling } from "../labelling.ts";
import type { Matrix } from "../matrix.ts";
import type { Engine } from "./engine.ts";

/** Lloyd's assignment as it is defined: the distance of every point to every centroid, every time. */
export class PlainEngine implements Engine {
  readonly #points: Matrix;
  readonly #nearest: Uint32Array;

  constructor(points: Matrix) {
    this.#points = points;
    this.#nearest = new Uint32Array(points.rows);
  }

  assign(labelling: Labelling, centroids: Matrix): void {
    assignInto(this.#nearest, this.#points, centroids);
    for (let i = 0; i < this.#nearest.length; i++) labelling.give(i, this.#nearest[i]);
  }
}
