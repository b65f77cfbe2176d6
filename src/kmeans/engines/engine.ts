import type { Labelling } from "../labelling.ts";
import type { Matrix } from "../matrix.ts";

/** Assigns the same points again and again, to centroids that move less and less. */
export interface Engine {
  /**
   * Gives every point to its nearest centroid, of equally near ones to the first.
   *
   * @param labelling As this engine left it the last time, if there was one.
   * @param centroids As many as there are clusters.
   */
  assign(labelling: Labelling, centroids: Matrix): void;
}
