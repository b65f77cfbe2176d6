import { readable, requireObject, shown } from "../checks.ts";

/** One axis of a picture: its name, and how the value of a row on it is computed. */
export interface ProjectedAxis {
  /** Its name; empty where it has none. */
  readonly name: string;
  /** What is added to the weighted sum of a row. */
  readonly offset: number;
  /** The weight of each feature. */
  readonly weights: readonly number[];
}

/** How long a unit of x and a unit of y are in the distances that the clustering measures. */
export type Metric = readonly [x: number, y: number];

/** How points of any number of features are laid out: on a line by one axis, in the plane by two. */
export interface Projection {
  /** One axis or two. */
  readonly axes: readonly ProjectedAxis[];
  /** The metric of the plane, given only where distances in it are those of the clustering. */
  readonly metric?: Metric;
  /**
   * How many times as long a unit upwards is drawn as one to the right. Default: whatever fills the
   * picture.
   */
  readonly aspect?: number;
}

/**
 * Refuses what is no projection of so many features.
 *
 * @throws {TypeError} If it is of a wrong type.
 * @throws {RangeError} If a number is not finite, or a metric is not more than 0.
 */
export function requireProjection(action: string, projection: Projection, columns: number): void {
  requireObject(action, "'projection'", projection);
  const problem = readable(action, "projection", projection, () => problemIn(projection, columns));
  if (!problem) return;
  const [name, wanted, value] = problem;
  const Kind = typeof value === "number" ? RangeError : TypeError;
  throw new Kind(`Cannot ${action} as 'projection.${name}' must be ${wanted}: ${shown(value)}`);
}

type Problem = readonly [name: string, wanted: string, value: unknown];

function problemIn({ axes, metric }: Projection, columns: number): Problem | undefined {
  if (!Array.isArray(axes) || axes.length < 1 || axes.length > 2) {
    return ["axes", "an array of one axis or two", axes];
  }
  for (const [i, axis] of axes.entries()) {
    const place = `axes[${i}]`;
    if (typeof axis !== "object" || axis === null) return [place, "an object", axis];
    const { name, offset, weights } = axis;
    if (typeof name !== "string") return [`${place}.name`, "a text", name];
    if (!Number.isFinite(offset)) return [`${place}.offset`, "a finite number", offset];
    if (!Array.isArray(weights) || weights.length !== columns) {
      return [`${place}.weights`, `an array of ${columns} numbers`, weights];
    }
    for (const weight of weights) {
      if (!Number.isFinite(weight)) return [`${place}.weights`, "finite numbers", weight];
    }
  }
  if (metric === undefined) return undefined;
  if (!Array.isArray(metric) || metric.length !== 2) return ["metric", "two numbers", metric];
  for (const length of metric) {
    if (!(Number.isFinite(length) && length > 0)) return ["metric", "finite and above 0", length];
  }
}
