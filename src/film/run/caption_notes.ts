import { EMPTY_POLICIES, type EmptyPolicy } from "../../kmeans/empty_policies.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";
import type { Figures } from "../scene/film.ts";
import type { Occupancy } from "./occupancy.ts";

/** What is worth telling of a beat: how many points change cluster, what becomes of empty ones. */
export function notesOf(
  trace: Trace,
  figures: readonly Figures[],
  hasPoints: Occupancy,
): (beat: Beat) => string[] {
  const emptied = emptiesOf(trace, hasPoints);
  const done = doneTo(trace.recipe.empty);
  return ({ kind, iteration }) => {
    if (kind === "assign" && iteration > 1 && figures[iteration].changed > 0) {
      return [`· ${figures[iteration].changed}`, "changed"];
    }
    if (kind === "update" && emptied[iteration - 1] > 0) {
      return [`· ${emptied[iteration - 1]}`, `empty${done && `, ${done}`}`];
    }
    return [];
  };
}

/** What the policy of a recipe does to empty clusters; nothing is said of a policy that is not ours. */
function doneTo(policy: unknown = "keep"): string {
  const name = String(policy);
  return Object.hasOwn(EMPTY_POLICIES, name) ? EMPTY_POLICIES[name as EmptyPolicy].done ?? "" : "";
}

/** How many clusters have no points in each iteration from 1 on. */
function emptiesOf({ steps }: Trace, hasPoints: Occupancy): number[] {
  return steps.slice(1).map(({ iteration }, i) =>
    steps[i].clusters.filter((cluster) => !hasPoints(cluster, iteration)).length
  );
}
