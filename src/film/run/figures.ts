import type { Step } from "../../kmeans/kmeans.ts";
import type { Clusterings } from "../../trace/course.ts";
import type { Figures } from "../scene/figures.ts";

/** The figures of each iteration, 0 first. */
export function figuresOf(steps: readonly Step[], { changes }: Clusterings): Figures[] {
  return steps.map(({ inertia }, i) => ({
    inertia,
    changed: i > 0 ? changes[i - 1].points.length : 0,
  }));
}
