import type { Economy, Subject } from "../../formats/format.ts";
import { framesOf } from "../../film/scene/film.ts";
import { UsageError } from "../errors.ts";
import { changedRecipe } from "../options/recipe.ts";
import type { Options } from "../options/table.ts";
import { type Artifact, nameOf } from "./artifact.ts";
import type { Output } from "./output.ts";
import { sizeText } from "./size_text.ts";
import { type Source, subjectOf } from "./source.ts";

/** The options that say what can be given up for a smaller file. */
type Settings = Pick<Options, Economy>;

const RATES = [15, 12.5, 10, 8];
const COLORS = [128, 64, 32];
const QUALITIES = [60, 45];
/** By how much a picture shrinks from one try to the next, and its shortest side, in pixels. */
const SHRINKING = 0.9;
const SMALLEST = 64;

/**
 * Makes a picture of at most `most` bytes, and gives up as little for it as possible.
 *
 * @param output The picture.
 * @param length How many bytes it has with nothing given up.
 * @param most How many it can have.
 * @param source What it is made from.
 * @param onProgress Is told how much of a try is done.
 * @returns Its bytes, and what was given up.
 * @throws {UsageError} If it is larger with everything given up.
 */
export async function fitted(
  { path, format }: Output,
  length: number,
  most: number,
  source: Source,
  onProgress: Subject["onProgress"],
): Promise<Pick<Artifact, "bytes" | "given">> {
  const { options, recipe, film } = source;
  const choices = await choicesOf(source, format.economies ?? []);
  const make = async (settings: Settings) =>
    await format.encode({
      ...subjectOf({
        ...source,
        options: { ...options, ...settings },
        recipe: changedRecipe(recipe, settings),
        film: () => film(settings.size === options.size ? undefined : settings.size),
      }),
      onProgress,
    });

  let [low, high] = [0, choices.length - 1];
  let bytes = high < 0 ? undefined : await make(choices[high]);
  if (!bytes || bytes.length > most) {
    const least = bytes
      ? ` even with ${told(choices[high], options)}`
      : ", with nothing to give up";
    throw new UsageError(
      `--max-size ${sizeText(most)}: ${nameOf(path)} has ${
        sizeText(bytes?.length ?? length)
      }${least}: allow more, or show less`,
    );
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    const tried = await make(choices[middle]);
    if (tried.length > most) low = middle + 1;
    else [bytes, high] = [tried, middle];
  }
  return { bytes, given: told(choices[high], options) };
}

/** The settings to try, from the best to the least. */
async function choicesOf(
  { film, options }: Source,
  economies: readonly Economy[],
): Promise<Settings[]> {
  const { fps, colors = 255, quality = 75, size } = options;
  const choices: Settings[] = [];
  let settings: Settings = { fps, colors: options.colors, quality: options.quality, size };
  const give = (less: Partial<Settings>) => choices.push(settings = { ...settings, ...less });
  if (economies.includes("fps")) {
    // A film that does not move but jumps has as many pictures at any rate.
    const frames = framesOf(await film(), fps).length;
    for (const less of RATES.filter((rate) => rate < fps)) {
      if (framesOf(await film(), less).length < frames) give({ fps: less });
    }
  }
  if (economies.includes("colors")) {
    for (const less of COLORS.filter((count) => count < colors)) give({ colors: less });
  }
  if (economies.includes("quality")) {
    for (const less of QUALITIES.filter((value) => value < quality)) give({ quality: less });
  }
  if (economies.includes("size")) {
    for (let share = SHRINKING; Math.min(...size) * share >= SMALLEST; share *= SHRINKING) {
      give({ size: [Math.round(size[0] * share), Math.round(size[1] * share)] });
    }
  }
  return choices;
}

/** What was given up: the settings that are lower than the options asked for. */
function told(settings: Settings, { fps, colors = 255, quality = 75, size }: Options): string {
  const parts = [
    ...(settings.fps < fps ? [`${settings.fps} frames a second instead of ${fps}`] : []),
    ...((settings.colors ?? colors) < colors
      ? [`${settings.colors} colours instead of ${colors}`]
      : []),
    ...((settings.quality ?? quality) < quality
      ? [`quality ${settings.quality} instead of ${quality}`]
      : []),
    ...(settings.size[0] < size[0]
      ? [`${settings.size.join("×")} pixels instead of ${size.join("×")}`]
      : []),
  ];
  return parts.join(", ");
}
