import { readRecipe } from "../../formats/read_recipe.ts";
import { make } from "../commands/make.ts";
import { UsageError } from "../errors.ts";
import { nameOf } from "../input/read.ts";
import { beside, needed, requireThere } from "./files.ts";
import { optionsOfRecipe, type ReplayCall } from "./options.ts";
import { replayTrace } from "./trace.ts";

/**
 * Runs K-means again as the recipe of an artifact says.
 *
 * @param path The artifact.
 * @param bytes What is in it.
 * @param data The file of data that the command names.
 * @param call The command.
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function replayRecipe(
  path: string,
  bytes: Uint8Array,
  data: string | undefined,
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
  if (sources?.trace) {
    const file = data ?? beside(path, sources.trace);
    return await replayTrace(file, await needed(path, file, sources.trace), call, recipe);
  }
  const found: { -readonly [S in "data" | "centroids"]?: string } = {};
  if (sources?.data) {
    found.data = data ?? beside(path, sources.data);
    await requireThere(path, found.data, sources.data);
  } else if (data !== undefined) {
    throw new UsageError(`${nameOf(path)} was made from generated data: leave ${nameOf(data)} out`);
  }
  if (sources?.centroids) {
    found.centroids = call.values.centroids ?? beside(path, sources.centroids);
    await requireThere(path, found.centroids, sources.centroids);
  }
  await make({ ...options, ...found });
}
