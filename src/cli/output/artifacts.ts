import type { MovingFormat } from "../../encode/encode_film.ts";
import type { Moment } from "../../film/scene/still.ts";
import { UsageError } from "../errors.ts";
import { changedRecipe } from "../options/recipe.ts";
import type { Progress } from "../progress.ts";
import { type Artifact, nameOf } from "./artifact.ts";
import { fitted } from "./budget.ts";
import type { Output } from "./output.ts";
import { lookOf, type Source, subjectOf } from "./source.ts";

/**
 * Makes all files that are asked for. Frames are drawn once for all formats of the same theme.
 *
 * @throws {UsageError} If a picture cannot be kept within `--max-size`, or a format cannot hold it.
 */
export async function artifactsOf(
  outputs: readonly Output[],
  source: Source,
  progress: Progress,
): Promise<Artifact[]> {
  const dark = outputs.filter(({ isDark }) => isDark);
  const own = outputs.filter(({ isDark }) => !isDark);
  try {
    return [
      ...await artifactsOfTheme(own, source, progress),
      ...await artifactsOfTheme(dark, inTheme("dark", source), progress),
    ];
  } catch (error) {
    // The limits of films and formats; what the engine throws says nothing to people.
    if (!(error instanceof RangeError && error.message.startsWith("Cannot "))) throw error;
    throw new UsageError(error.message);
  }
}

/** The same in another theme. */
function inTheme(theme: "dark", source: Source): Source {
  const { options, recipe } = source;
  return { ...source, options: { ...options, theme }, recipe: changedRecipe(recipe, { theme }) };
}

/** The same, shown at a moment. */
function atMoment(at: Moment, source: Source): Source {
  const { options, recipe } = source;
  return { ...source, options: { ...options, at }, recipe: changedRecipe(recipe, { at }) };
}

async function artifactsOfTheme(
  outputs: readonly Output[],
  source: Source,
  progress: Progress,
): Promise<Artifact[]> {
  const films = await filmsOf(outputs.filter(({ format }) => format.isMoving), source, progress);
  const most = source.options["max-size"];
  const artifacts: Artifact[] = [];
  for (const output of outputs) {
    const { path, format, at } = output;
    const own = at === undefined ? source : atMoment(at, source);
    const onProgress = (share: number) => progress.show(nameOf(path), share);
    const bytes = films?.[format.ending as MovingFormat] ??
      await format.encode({ ...subjectOf(own), onProgress });
    artifacts.push(
      most === undefined || bytes.length <= most || format.holds !== "picture"
        ? { path, format, bytes }
        : { path, format, ...await fitted(output, bytes.length, most, own, onProgress) },
    );
  }
  return artifacts;
}

/** The bytes of each format that is drawn frame by frame. */
async function filmsOf(
  outputs: readonly Output[],
  source: Source,
  progress: Progress,
): Promise<Partial<Record<MovingFormat, Uint8Array>> | undefined> {
  if (outputs.length === 0) return undefined;
  const paths = outputs.map(({ path }) => nameOf(path)).join(", ");
  const onProgress = (share: number) => progress.show(paths, share);
  const formats = [...new Set(outputs.map(({ format }) => format.ending as MovingFormat))];
  const { encodeFilm } = await import("../../encode/encode_film.ts");
  const { transparent: _, ...look } = lookOf(source.options);
  return await encodeFilm(await source.film(), formats, {
    ...look,
    recipe: source.recipe,
    onProgress,
  });
}
