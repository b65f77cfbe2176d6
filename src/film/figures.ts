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
  return steps.map(({ inertia, labels, clusters }, i) => {
    const before = steps[i - 1];
    let changed = 0;
    for (let point = 0; before && point < labels.length; point++) {
      if (clusters[labels[point]] !== before.clusters[before.labels[point]]) changed++;
    }
    return { inertia, changed };
  });
}
