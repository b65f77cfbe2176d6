import type { Recipe } from "../../trace/trace.ts";
import { VERSION } from "../../version.ts";
import { UsageError } from "../errors.ts";
import { nameOf } from "../input/read.ts";
import { tell } from "../tell.ts";
import { clashesIn, picksByChance, requireApplicable } from "../options/applicable.ts";
import type { Option } from "../options/option.ts";
import { type Call, parseCall, shortened } from "../options/parse.ts";
import { type OptionName, OPTIONS, type Options, type Sources } from "../options/table.ts";
import { isRecipeValue, shownValue } from "./recipe_value.ts";

/** A call of replay. */
export type ReplayCall = Call<typeof OPTIONS>;

/**
 * The options of a recipe, and those of the command, which override them.
 *
 * @param path The artifact with the recipe.
 * @param recipe The recipe.
 * @param call The command.
 * @throws {UsageError} If it is no recipe of Lloyd.
 */
export async function optionsOfRecipe(
  path: string,
  recipe: Recipe,
  call: ReplayCall,
): Promise<Options> {
  const { lloyd, data, centroids, trace, sha256, ...shaping } = recipe;
  if (lloyd !== undefined && lloyd !== VERSION && !call.values.quiet) {
    tell(
      `warning: ${nameOf(path)} was made by version ${
        shortened(shownValue(lloyd))
      }, this is ${VERSION}: the bytes may differ`,
    );
  }
  const place = `${nameOf(path)}: its recipe`;
  const read = await readShaping(place, shaping);
  const said = Object.fromEntries([...call.given].map((name) => [name, call.values[name]]));
  const sources = sourcesOf(place, { data, centroids, trace }, sha256);
  // Before there were candidates, there was one.
  const isOfBefore = !read.given.has("candidates") &&
    picksByChance({ ...read.values, given: read.given });
  const options = {
    ...read.values,
    ...(isOfBefore && { candidates: 1 }),
    ...said,
    ...(sources.data && { data: sources.data.name }),
    sources,
    fromRecipe: true,
    given: new Set([...read.given, ...call.given]),
  } as Options;
  requireNoClash(place, call, options);
  return options;
}

/** The options that a recipe holds, read as they are on the command line. */
async function readShaping(place: string, shaping: Recipe): Promise<ReplayCall> {
  const table: Readonly<Record<string, Option>> = OPTIONS;
  const silent = Object.keys(shaping).find((name) =>
    !Object.hasOwn(table, name) || ["Output", "Help"].includes(table[name].group)
  );
  if (silent !== undefined) {
    throw new UsageError(`${place} has '${shortened(silent)}', which no recipe has: see --help`);
  }
  const amiss = Object.entries(shaping).find(([, value]) => !isRecipeValue(value));
  if (amiss) {
    throw new UsageError(
      `${place}: --${amiss[0]} ${shownValue(amiss[1])} cannot be: it is damaged`,
    );
  }
  const args = Object.entries(shaping).map(([name, value]) =>
    value === true ? `--${name}` : `--${name}=${(table[name].write ?? String)(value as never)}`
  );
  try {
    return await parseCall(args, OPTIONS);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${place}: ${error.message}`);
  }
}

/**
 * Refuses options that are typed and would be ignored. Recipes of earlier versions may hold such
 * options too: they are ignored with a warning and stay in the recipe, so that the bytes are the same.
 */
function requireNoClash(place: string, { given, values }: ReplayCall, options: Options): void {
  requireApplicable({ ...options, given });
  if (values.quiet) return;
  const held = [...options.given!].filter((name) => !given.has(name) && isOptional(name));
  for (const { name, other } of clashesIn(options, held)) {
    tell(`warning: ${place} has --${name}, which means nothing with ${other}`);
  }
}

/** Whether an option is in a recipe only if it was given; options with a value always are. */
function isOptional(name: OptionName): boolean {
  const { initial } = OPTIONS[name];
  return initial === undefined || initial === false;
}

/** The files that a recipe names. */
function sourcesOf(place: string, names: Recipe, hashes: unknown): Sources {
  const entries = Object.entries(names).filter(([, name]) => name !== undefined);
  return Object.fromEntries(entries.map(([from, name]) => {
    const sha256: unknown = Object(hashes)[from];
    if (
      typeof name !== "string" || /[/\\]/.test(name) || typeof sha256 !== "string" ||
      !/^[0-9a-f]{64}$/.test(sha256)
    ) {
      throw new UsageError(
        `${place} names ${from} '${shortened(shownValue(name))}' without a SHA-256: it is damaged`,
      );
    }
    return [from, { name, sha256 }];
  }));
}
