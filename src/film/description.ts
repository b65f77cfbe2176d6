import type { Trace } from "../trace/trace.ts";
import { ending } from "./caption.ts";

/** What a film shows, in a few words, and in a sentence for those who cannot see it. */
export function describe({ points, steps, converged, recipe }: Trace): {
  title: string;
  description: string;
} {
  const k = steps[0].centroids.rows;
  const last = steps[steps.length - 1];
  const features = points.columns === 1 ? "1 feature" : `${points.columns} features`;
  const seed = recipe.seed === undefined ? "" : ` Seed ${recipe.seed}.`;
  return {
    title: `K-means, k = ${k}`,
    description: `K-means with k = ${k} on ${
      count(points.rows)
    } points of ${features}: ${k} centroids, ${
      ending(last.iteration, converged)
    } with an inertia of ${Number(last.inertia.toPrecision(4))}.${seed}`,
  };
}

function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
