import type { Matrix } from "../../kmeans/matrix.ts";
import { Axis } from "../scene/view.ts";
import { project } from "../../trace/project.ts";
import type { Metric } from "../../trace/projection.ts";
import type { Trace } from "../../trace/trace.ts";

/** How points of any number of features are laid out in the plane, in units of their values. */
export interface Plane {
  /** The names of the axes; empty where they have none. */
  readonly names: readonly string[];
  /** Whether y counts points that are stacked. Default `false`. */
  readonly counts?: boolean;
  /** Whether distances in the plane, in the metric, are those that the clustering measures. */
  readonly euclidean: boolean;
  /** The distance in the clustering that one unit of each axis stands for. Default: 1 and 1. */
  readonly metric?: Metric;
  /** How many times as long a unit of y is drawn as one of x. Default: whatever fills the picture. */
  readonly aspect?: number;
  /** Where the points lie: x and y alternating. */
  readonly points: Float64Array;
  /** Where centroids lie: x and y alternating. */
  centroids(matrix: Matrix): Float64Array;
}

/**
 * Lays out the points of a run: two features as they are; one along the x axis, with points close
 * to each other stacked; of more the first two, unless the trace says how to project them.
 */
export function planeOf({ points, features, projection }: Trace): Plane {
  if (projection) {
    const { axes, metric, aspect } = projection;
    const names = axes.map(({ name }) => name);
    const places = (matrix: Matrix) => project(matrix, projection);
    if (axes.length === 1) {
      const values = (matrix: Matrix) => ({ ...matrix, data: places(matrix), columns: 1 });
      const plane = stacked(values(points), names);
      return { ...plane, centroids: (matrix) => plane.centroids(values(matrix)) };
    }
    return {
      names,
      euclidean: metric !== undefined,
      ...(metric && { metric }),
      ...(aspect !== undefined && { aspect }),
      points: places(points),
      centroids: places,
    };
  }
  if (points.columns === 1) return stacked(points, features);
  const firstTwo = ({ data, rows, columns }: Matrix) =>
    columns === 2
      ? data
      : Float64Array.from({ length: 2 * rows }, (_, i) => data[(i >> 1) * columns + (i & 1)]);
  return {
    names: features.slice(0, 2),
    euclidean: points.columns === 2,
    points: firstTwo(points),
    centroids: firstTwo,
  };
}

/** How many stacks the points of one feature are sorted into, as bins of a histogram. */
const STACKS = 100;

/**
 * Lays out points of one feature as a histogram in which each point is seen; centroids lie on the x
 * axis.
 */
function stacked({ data, rows }: Matrix, features: readonly string[]): Plane {
  let low = Infinity;
  let high = -Infinity;
  for (const value of data) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const stacks = new Axis([low, high], 0, STACKS);
  const heights = new Map<number, number>();
  const points = new Float64Array(2 * rows);
  for (let i = 0; i < rows; i++) {
    const stack = high > low ? Math.floor(stacks.pixel(data[i])) : 0;
    const height = (heights.get(stack) ?? 0) + 1;
    heights.set(stack, height);
    points[2 * i] = data[i];
    points[2 * i + 1] = height;
  }
  return {
    names: features.length > 0 ? [features[0], "points"] : [],
    counts: true,
    euclidean: false,
    points,
    centroids: ({ data: centroids, rows: k }) =>
      Float64Array.from({ length: 2 * k }, (_, i) => i & 1 ? 0 : centroids[i >> 1]),
  };
}
