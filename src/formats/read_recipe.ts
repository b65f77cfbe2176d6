import type { Recipe } from "../trace/trace.ts";
import { requireBytes } from "../checks.ts";
import { FORMATS } from "./formats.ts";

/**
 * Reads the recipe that an artifact carries: a GIF, SVG, HTML, MP4, PNG, APNG or a trace.
 *
 * @param bytes The file.
 * @returns What it was made with; nothing where it carries no recipe, or is none of these.
 * @throws {TypeError} If they are no bytes.
 *
 * @example What a GIF was made with
 * ```ts
 * import { filmToGif, makeFilm, readRecipe, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[1], [2], [8], [9]], { k: 2, seed: 1 }));
 * assert.deepEqual(readRecipe(await filmToGif(film, { recipe: { k: 2, seed: 1 } })), {
 *   k: 2,
 *   seed: 1,
 * });
 * ```
 */
export function readRecipe(bytes: Uint8Array): Recipe | undefined {
  requireBytes("read the recipe", "bytes", bytes);
  for (const { recipeIn } of FORMATS) {
    const text = recipeIn?.(bytes);
    if (text !== undefined) return recipeOf(text);
  }
}

/** A recipe as it stands in a file: alone, or in the trace that it made. */
function recipeOf(text: string): Recipe | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const recipe = isObject(value) && value.format === "lloyd-trace" ? value.recipe : value;
    return isObject(recipe) ? recipe : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Recipe {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
