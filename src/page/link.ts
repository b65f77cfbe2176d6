import { choicesOf, parametersOf } from "./choices.ts";
import { namesToText, rowsToText, textToRows } from "./compact.ts";
import { LIMITS } from "./limits.ts";
import { ownPointsOfLink } from "./own_points.ts";
import type { State } from "./run.ts";

/** The parameters of a link to a state, and whether all of it is in them. */
export interface Link {
  readonly parameters: URLSearchParams;
  readonly isWhole: boolean;
}

/** The link to a state. Points that would make it too long are left out. */
export function linkOf({ choices, own, added, centroids }: State): Link {
  const parameters = parametersOf(choices);
  if (own) {
    ["shape", "clusters", "points"].forEach((name) => parameters.delete(name));
    parameters.set("k", String(choices.k));
    parameters.set("data", rowsToText(own.points));
    if (own.features.length > 0) parameters.set("features", namesToText(own.features));
  }
  if (added) parameters.set("add", rowsToText(added));
  if (centroids) parameters.set("centroids", rowsToText(centroids));
  if (String(parameters).length <= LIMITS.link) return { parameters, isWhole: true };
  return { parameters: parametersOf(choices), isWhole: false };
}

/**
 * The state that a link shows.
 *
 * @throws {RangeError} If it cannot be read.
 */
export function stateOfLink(parameters: URLSearchParams): State {
  const [data, add, centroids] = ["data", "add", "centroids"].map((name) => parameters.get(name));
  const said = choicesOf(parameters);
  const choices = data ? said : { ...said, standardize: false };
  const own = data ? ownPointsOfLink(data, parameters.get("features")) : undefined;
  const placed = centroids ? textToRows(centroids, "the centroids") : undefined;
  if (placed && (placed.rows !== choices.k || placed.columns !== (own?.points.columns ?? 2))) {
    throw new RangeError(
      `the link has ${placed.rows} centroids of ${placed.columns} features, but k is ${choices.k}`,
    );
  }
  return {
    choices,
    ...(own && { own }),
    ...(add && { added: textToRows(add, "the added points") }),
    ...(placed && { centroids: placed }),
  };
}
