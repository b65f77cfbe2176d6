import { assign } from "../../kmeans/assign.ts";
import { EMPTY_POLICIES, type EmptyPolicy } from "../../kmeans/empty_policies.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { pickRows } from "../../kmeans/pick_rows.ts";
import { countLabels } from "../../kmeans/update.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";
import type { Figures } from "../scene/figures.ts";
import type { Occupancy } from "./occupancy.ts";

/**
 * What a caption notes of a beat: how many points change cluster, and what becomes of empty
 * clusters.
 */
export function notesOf(
  trace: Trace,
  figures: readonly Figures[],
  hasPoints: Occupancy,
): (beat: Beat) => string[] {
  const empties = emptyCounts(trace, hasPoints);
  const outcome = outcomeOf(trace.recipe.empty);
  return ({ kind, iteration }) => {
    if (kind === "assign" && iteration > 1 && figures[iteration].changed > 0) {
      return [`· ${figures[iteration].changed}`, "changed"];
    }
    if (kind === "update" && empties[iteration - 1] > 0) {
      return [`· ${empties[iteration - 1]}`, `empty${outcome && `, ${outcome}`}`];
    }
    return [];
  };
}

/**
 * What becomes of empty clusters under the policy of a recipe; empty for a policy of another
 * program.
 */
function outcomeOf(policy: unknown = "keep"): string {
  const name = String(policy);
  return Object.hasOwn(EMPTY_POLICIES, name) ? EMPTY_POLICIES[name as EmptyPolicy].done ?? "" : "";
}

/** How many clusters have no points in each iteration from 1 on, or had none until one was given. */
function emptyCounts({ points, steps, recipe }: Trace, hasPoints: Occupancy): number[] {
  return steps.slice(1).map(({ iteration, labels }, i) =>
    steps[i].clusters.filter((cluster) => !hasPoints(cluster, iteration)).length +
    (recipe.empty === "farthest" ? filledCount(points, steps[i].centroids, labels) : 0)
  );
}

/** How many clusters have one point alone, which lies nearer to another of the centroids before. */
function filledCount(points: Matrix, before: Matrix, labels: Uint32Array): number {
  const counts = countLabels(labels, before.rows);
  return [...counts.keys()].filter((k) => {
    if (counts[k] !== 1) return false;
    return assign(pickRows(points, [labels.indexOf(k)]), before)[0] !== k;
  }).length;
}
