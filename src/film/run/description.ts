import type { Trace } from "../../trace/trace.ts";
import { ending } from "./ending.ts";

/** What a film shows, in a few words, and in a sentence for those who cannot see it. */
export function describe({ points, steps, converged, recipe }: Trace): {
  title: string;
  description: string;
} {
  const k = steps[0].centroids.rows;
  const last = steps[steps.length - 1];
  const seed = typeof recipe.seed === "number" ? ` Seed ${recipe.seed}.` : "";
  return {
    title: `K-means, k = ${k}`,
    description: `K-means with k = ${k} on ${counted(points.rows, "point")} of ${
      counted(points.columns, "feature")
    }: ${counted(k, "centroid")}, ${ending(last.iteration, converged)} with an inertia ${
      Number.isFinite(last.inertia)
        ? `of ${Number(last.inertia.toPrecision(4))}`
        : "too large to be a number"
    }.${seed}`,
  };
}

function counted(n: number, thing: string): string {
  return `${String(n).replace(/\B(?=(\d{3})+$)/g, ",")} ${thing}${n === 1 ? "" : "s"}`;
}
