import { finalClusters } from "../../trace/final_clusters.ts";
import type { Trace } from "../../trace/trace.ts";
import { ending } from "./ending.ts";

/** What a film shows, in a few words, and in a sentence for those who cannot see it. */
export function describe(trace: Trace): { title: string; description: string } {
  const { points, steps, converged, recipe } = trace;
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
    }.${emptyOnes(trace)}${seed}`,
  };
}

/** How many clusters are named one by one at the most. */
const MOST_NAMED = 8;

/** Which clusters have no points at the end, or have vanished for that. */
function emptyOnes(trace: Trace): string {
  const { steps } = trace;
  const { clusters } = steps[steps.length - 1];
  const occupied = new Set(finalClusters(trace));
  const kept = new Set(clusters);
  const empty = [...clusters].filter((cluster) => !occupied.has(cluster));
  const dropped = [...steps[0].clusters].filter((cluster) => !kept.has(cluster));
  return told(empty, ["is empty", "are empty"]) + told(dropped, ["was dropped", "were dropped"]);
}

function told(clusters: readonly number[], [one, many]: readonly [string, string]): string {
  if (clusters.length === 0) return "";
  if (clusters.length === 1) return ` Cluster ${clusters[0]} ${one}.`;
  const named = clusters.slice(0, clusters.length > MOST_NAMED + 1 ? MOST_NAMED : -1);
  const more = clusters.length - named.length;
  return ` Clusters ${named.join(", ")} and ${
    more > 1 ? `${more} more` : clusters[clusters.length - 1]
  } ${many}.`;
}

function counted(n: number, thing: string): string {
  return `${String(n).replace(/\B(?=(\d{3})+$)/g, ",")} ${thing}${n === 1 ? "" : "s"}`;
}
