import type { Figures } from "../scene/film.ts";
import { courseOf } from "../../trace/kept_steps.ts";
import type { Trace } from "../../trace/trace.ts";

/** The figures of each iteration, 0 first. */
export function figuresOf({ steps }: Trace): Figures[] {
  const { changes } = courseOf(steps);
  return steps.map(({ inertia }, i) => ({
    inertia,
    changed: i > 0 ? changes[i - 1].points.length : 0,
  }));
}
