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
  let before: Uint32Array | undefined;
  return steps.map(({ inertia, labels, clusters }) => {
    const now = labels.map((label) => clusters[label]);
    let changed = 0;
    for (let i = 0; before && i < now.length; i++) changed += Number(now[i] !== before[i]);
    before = now;
    return { inertia, changed };
  });
}
