import type { Trace } from "../../trace/trace.ts";
import type { Paint } from "../scene/mark.ts";
import type { View } from "../scene/view.ts";
import { type CentroidPath, centroidPaths } from "./centroid_paths.ts";
import type { Plane } from "./plane.ts";

/** How large things are drawn, in pixels. */
export interface Sizes {
  /** The diameter of a point. */
  readonly dot: number;
  /** The diameter of a centroid. */
  readonly centroid: number;
  /** The width of the lines between cells. */
  readonly hairline: number;
  /** The width of the trails of centroids. */
  readonly trail: number;
  /** The size of text. */
  readonly text: number;
  /** The least move of a centroid that is drawn. */
  readonly leastMove: number;
}

/**
 * Where the things of a run are in the picture, and what they look like; what happens when is told
 * by the story. It is made once a film and given to every mark.
 */
export class Stage implements Omit<Sizes, "leastMove"> {
  /** Where each centroid is in each step, in pixels. */
  readonly paths: readonly CentroidPath[];
  readonly dot: number;
  readonly centroid: number;
  readonly hairline: number;
  readonly trail: number;
  readonly text: number;
  #points: Float64Array | undefined;

  /**
   * @param trace The run.
   * @param plane How its points are laid out in the plane.
   * @param view Which part of the plane is seen, and where.
   * @param colorsOf Gives each cluster a colour, given the paths of the centroids.
   * @param sizes How large things are.
   * @param hasShapes Whether clusters differ in the shape of their points as well.
   */
  constructor(
    trace: Trace,
    readonly plane: Plane,
    readonly view: View,
    colorsOf: (paths: readonly CentroidPath[]) => readonly Paint[],
    sizes: Sizes,
    readonly hasShapes: boolean = false,
  ) {
    this.paths = centroidPaths(trace, plane, view, sizes.leastMove);
    this.colors = colorsOf(this.paths);
    this.dot = sizes.dot;
    this.centroid = sizes.centroid;
    this.hairline = sizes.hairline;
    this.trail = sizes.trail;
    this.text = sizes.text;
  }

  /** The colour of each cluster. */
  readonly colors: readonly Paint[];

  /**
   * Where the points are, x and y alternating, in pixels: computed when first asked for, as clouds
   * do not.
   */
  get points(): Float64Array {
    return this.#points ??= this.view.pixels(this.plane.points);
  }
}
