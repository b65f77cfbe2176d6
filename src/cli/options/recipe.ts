import { recipeWith } from "../../trace/recipe.ts";
import type { Recipe } from "../../trace/trace.ts";
import { picksByChance } from "./applicable.ts";
import type { Option } from "./option.ts";
import { type OptionName, OPTIONS, type Options, type Source } from "./table.ts";

/** The recipe of a call: the value of every option that shapes an artifact, and the files read. */
export function recipeOf(options: Options): Recipe {
  const { data, elbow, given, sources = {} } = options;
  const silent = ["Output", "Help", ...(data === undefined ? [] : ["Generated data"])];
  const shaping = Object.entries<Option>(OPTIONS).flatMap(([name, { group }]) => {
    const value = options[name as keyof Options];
    const isUnused = elbow && /^(init|restarts)$/.test(name) && !given?.has(name as OptionName) ||
      // One candidate is what recipes without them mean.
      name === "candidates" && (value === 1 || !picksByChance(options));
    return silent.includes(group) || isUnused || value === undefined || value === false
      ? []
      : [[name, value]];
  });
  return recipeWith(Object.fromEntries(shaping), sources as Record<string, Source>);
}

/** A recipe without the options of the run, which the trace holds. */
export function pictureRecipe(recipe: Recipe): Recipe {
  return Object.fromEntries(Object.entries(recipe).filter(([name]) => !isOfRun(name)));
}

/** The headings of the options that say how a run is made, and not how it looks. */
const OF_RUN: readonly string[] = ["Data", "Run", "Generated data"];

/** Whether an option says how a run is made. It has no use where the run is read from a file. */
export function isOfRun(name: string): boolean {
  return OF_RUN.includes((OPTIONS as Record<string, Option>)[name]?.group);
}

/** The recipe with some settings changed, still in the order of the options. */
export function changedRecipe(recipe: Recipe, settings: Partial<Options>): Recipe {
  const order = ["lloyd", ...Object.keys(OPTIONS), "data", "trace", "sha256"];
  const entries = Object.entries({ ...recipe, ...settings }).filter(([, value]) =>
    value !== undefined
  );
  return Object.fromEntries(entries.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
