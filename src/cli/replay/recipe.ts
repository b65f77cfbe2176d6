import { readRecipe } from "../../formats/read_recipe.ts";
import { make } from "../commands/make.ts";
import { UsageError } from "../errors.ts";
import { nameOf } from "../input/read.ts";
import { beside, type Named, needed, placeOf, requireThere } from "./files.ts";
import { optionsOfRecipe, type ReplayCall } from "./options.ts";
import { replayTrace } from "./trace.ts";

/**
 * Runs K-means again as the recipe of an artifact says.
 *
 * @param path The artifact.
 * @param bytes What is in it.
 * @param data The files of data that the command names.
 * @param call The command.
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function replayRecipe(
  path: string,
  bytes: Uint8Array,
  data: Named,
  call: ReplayCall,
): Promise<void> {
  const recipe = readRecipe(bytes);
  if (!recipe) {
    throw new UsageError(
      `${nameOf(path)} carries no recipe: it was not made by Lloyd, or an optimiser took it out`,
    );
  }
  const options = await optionsOfRecipe(path, recipe, call);
  const { sources } = options;
  const named = data.named ?? data.elsewhere;
  if (sources?.trace) {
    const file = await placeOf(path, data, sources.trace);
    return await replayTrace(file, await needed(path, file, sources.trace), call, recipe);
  }
  const found: { -readonly [S in "data" | "centroids"]?: string } = {};
  if (sources?.data) {
    found.data = await placeOf(path, data, sources.data);
  } else if (named !== undefined) {
    throw new UsageError(
      `${nameOf(path)} was made from generated data: leave ${nameOf(named)} out`,
    );
  }
  if (sources?.centroids) {
    found.centroids = call.values.centroids ?? beside(path, sources.centroids);
    await requireThere(path, found.centroids, sources.centroids);
  }
  await make({ ...options, ...found });
}
