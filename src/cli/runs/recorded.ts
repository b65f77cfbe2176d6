import { scalingOf } from "../../data/features/scaling.ts";
import { describe } from "../../film/run/description.ts";
import { parseTrace } from "../../trace/parse_trace.ts";
import type { Trace } from "../../trace/trace.ts";
import { UsageError } from "../errors.ts";
import type { Data } from "../input/data.ts";
import { isOfRun, pictureRecipe, recipeOf } from "../options/recipe.ts";
import type { OptionName, Options } from "../options/table.ts";
import { rowsWithClusters } from "./rows.ts";
import type { Made } from "./made.ts";
import { runFilm } from "./run.ts";

/**
 * Reads a trace, of this program or another.
 *
 * @param text The trace as JSON.
 * @param name Its name in messages; `undefined` if it was sent to the server.
 * @throws {UsageError} If it is no trace.
 */
export function readTrace(text: string, name?: string): Trace {
  try {
    return parseTrace(text);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    throw new UsageError(name === undefined ? error.message : `${name}: ${error.message}`);
  }
}

/** The first of some options that says how a run is made: a run that was read ignores it. */
export function optionOfRun(given: Iterable<OptionName>): OptionName | undefined {
  return [...given].find(isOfRun);
}

/**
 * What artifacts of a run that was read are made from.
 *
 * @param trace The run.
 * @param options How it should look.
 * @param isOurs Whether the run was made by Lloyd, so that the recipe keeps how.
 */
export function recorded(
  trace: Trace,
  options: Options,
  isOurs: boolean,
): { readonly made: Made; readonly data: Data } {
  const { features: names, points, weights, projection } = trace;
  const features = {
    names: names.length > 0 ? names : Array.from({ length: points.columns }, (_, i) => `${i + 1}`),
    points,
    weights,
  };
  const data = { features, points, scaling: scalingOf(points, "none"), projection, notes: [] };
  const recipe = recipeOf(options);
  const made = {
    about: describe(trace),
    recipe: isOurs ? recipe : pictureRecipe(recipe),
    trace,
    iterations: trace.steps.length - 1,
    k: trace.steps[0].centroids.rows,
    film: (size = options.size) => runFilm(trace, { ...options, size }),
    rows: () => rowsWithClusters(data, trace),
  };
  return { made, data };
}
