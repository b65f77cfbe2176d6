import type { MovingFormat } from "../../encode/encode_film.ts";
import { type Artifact, nameOf } from "./artifact.ts";
import { changed, fitted } from "./budget.ts";
import { encodeOptionsOf, type Output, type Subject } from "./formats.ts";
import type { Progress } from "./progress.ts";

/**
 * Makes what is to be written; what is drawn frame by frame is drawn once for all of a theme.
 *
 * @throws {UsageError} If a picture cannot be kept within `--max-size`.
 */
export async function artifactsOf(
  outputs: readonly Output[],
  made: Omit<Subject, "onProgress">,
  progress: Progress,
): Promise<Artifact[]> {
  const dark = outputs.filter(({ isDark }) => isDark);
  const own = outputs.filter(({ isDark }) => !isDark);
  return [
    ...await artifactsOfTheme(own, made, progress),
    ...await artifactsOfTheme(dark, inTheme("dark", made), progress),
  ];
}

/** The same in another theme. */
function inTheme<S extends Omit<Subject, "onProgress">>(theme: "dark", made: S): S {
  const { options, recipe } = made;
  return { ...made, options: { ...options, theme }, recipe: changed(recipe, { theme }) };
}

async function artifactsOfTheme(
  outputs: readonly Output[],
  made: Omit<Subject, "onProgress">,
  progress: Progress,
): Promise<Artifact[]> {
  const films = await filmsOf(outputs.filter(({ moves }) => moves), made, progress);
  const artifacts: Artifact[] = [];
  for (const output of outputs) {
    const { path, format, holds, encode } = output;
    const onProgress = (share: number) => progress.show(nameOf(path), share);
    const bytes = films?.[format as MovingFormat] ?? await encode({ ...made, onProgress });
    const most = made.options["max-size"];
    artifacts.push(
      most === undefined || bytes.length <= most || holds !== "picture"
        ? { path, bytes }
        : { path, ...await fitted(output, bytes.length, most, { ...made, onProgress }) },
    );
  }
  return artifacts;
}

/** The bytes of each format that is drawn frame by frame. */
async function filmsOf(
  outputs: readonly Output[],
  { film, recipe, options }: Omit<Subject, "onProgress">,
  progress: Progress,
): Promise<Partial<Record<MovingFormat, Uint8Array>> | undefined> {
  if (outputs.length === 0) return undefined;
  const paths = outputs.map(({ path }) => nameOf(path)).join(", ");
  const onProgress = (share: number) => progress.show(paths, share);
  const formats = [...new Set(outputs.map(({ format }) => format as MovingFormat))];
  const { encodeFilm } = await import("../../encode/encode_film.ts");
  const how = { ...encodeOptionsOf(options), recipe, onProgress };
  return await encodeFilm(await film(), formats, how);
}
