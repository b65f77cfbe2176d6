import { courseOf } from "../trace/kept_steps.ts";
import type { Trace } from "../trace/trace.ts";

/** What an iteration comes to, in numbers. */
export interface Figures {
  /** The sum of squared distances of the points to their centroids. */
  readonly inertia: number;
  /** How many points changed cluster. */
  readonly changed: number;
}

/** The figures of each iteration, 0 first. */
export function figuresOf({ steps }: Trace): Figures[] {
  const { changes } = courseOf(steps);
  return steps.map(({ inertia }, i) => ({
    inertia,
    changed: i > 0 ? changes[i - 1].points.length : 0,
  }));
}
