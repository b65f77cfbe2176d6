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
 * Reads a trace, be it another program's.
 *
 * @param text The trace as JSON.
 * @param name What it is called in messages; nothing where it was sent.
 * @throws {UsageError} If it is none.
 */
export function readTrace(text: string, name?: string): Trace {
  try {
    return parseTrace(text);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    throw new UsageError(name === undefined ? error.message : `${name}: ${error.message}`);
  }
}

/** The first of some options that is about how a run is made, which is past for one that is there. */
export function optionOfRun(given: Iterable<OptionName>): OptionName | undefined {
  return [...given].find(isOfRun);
}

/**
 * What can be made of a run that is there.
 *
 * @param trace The run.
 * @param options How it is to look.
 * @param isOurs Whether the recipe of the run is one of ours, and is kept.
 */
export function recorded(
  trace: Trace,
  options: Options,
  isOurs: boolean,
): { readonly made: Made; readonly data: Data } {
  const { features: names, points, projection } = trace;
  const features = {
    names: names.length > 0 ? names : Array.from({ length: points.columns }, (_, i) => `${i + 1}`),
    points,
  };
  const data = { features, points, scaling: scalingOf(points, "none"), projection, notes: [] };
  const recipe = recipeOf(options);
  const made = {
    about: describe(trace),
    recipe: isOurs ? recipe : pictureRecipe(recipe),
    trace,
    film: (size = options.size) => runFilm(trace, { ...options, size }),
    rows: () => rowsWithClusters(data, trace),
  };
  return { made, data };
}
