import type { Labelling } from "../labelling.ts";
import type { Matrix } from "../matrix.ts";

/** Assigns the same points again and again, to centroids that move between the calls. */
export interface Engine {
  /**
   * Gives every point to its nearest centroid; where several are equally near, to the first.
   *
   * @param labelling The labels to change: new in the first call, then those of the previous one.
   * @param centroids The same number in every call.
   */
  assign(labelling: Labelling, centroids: Matrix): void;
}
