import { VERSION } from "../version.ts";
import type { Recipe } from "./trace.ts";

/** A file that was read: its name without its folder, and the SHA-256 of its bytes. */
export interface RecipeSource {
  readonly name: string;
  readonly sha256: string;
}

/**
 * A recipe that the command can follow.
 *
 * @param settings Its options by their names, in the order of the command's.
 * @param sources The files that were read, by what was read from them.
 * @returns The version of Lloyd, the options, the names of the files and their hashes.
 */
export function recipeWith(
  settings: Recipe,
  sources: Readonly<Record<string, RecipeSource>> = {},
): Recipe {
  const read = Object.entries(sources);
  const each = (part: keyof RecipeSource) =>
    Object.fromEntries(read.map(([what, source]) => [what, source[part]]));
  return {
    lloyd: VERSION,
    ...settings,
    ...each("name"),
    ...(read.length > 0 && { sha256: each("sha256") }),
  };
}
