import { sha256Hex } from "../bytes/sha256.ts";
import { filmToHtml } from "../encode/html.ts";
import { clusteredPoints, clusteredRows } from "../data/write/clustered_rows.ts";
import { type NamedRows, rowsToDelimited } from "../data/write/rows.ts";
import type { Film } from "../film/scene/film.ts";
import { toRows } from "../kmeans/matrix.ts";
import { filmToSvg } from "../svg/film_svg.ts";
import { finalClusters } from "../trace/final_clusters.ts";
import type { Recipe, Trace } from "../trace/trace.ts";
import { traceToJson } from "../trace/trace_json.ts";
import { parametersOf } from "./choices.ts";
import type { DrawnFormat } from "./raster.ts";
import { isPlain, pictureRecipe, type State } from "./run.ts";

/** What the page shows: a state, its run and its film. */
export interface Shown {
  readonly state: State;
  readonly trace: Trace;
  readonly film: Film;
}

/** The name of the files, without their ending. */
const NAME = "kmeans";

/** How each format is made that needs no pixels. */
const MADE_HERE: Readonly<Record<string, (shown: Shown) => Promise<string | Uint8Array> | string>> =
  {
    svg: async (shown) => {
      const { film, state: { choices: { theme } } } = shown;
      return filmToSvg(film, { theme, recipe: await recipeOfPicture(shown) });
    },
    html: async (shown) => {
      const { film, state: { choices: { theme } } } = shown;
      return await filmToHtml(film, { theme, recipe: await recipeOfPicture(shown) });
    },
    json: ({ trace }) => traceToJson(trace),
    csv: (shown) => Promise.resolve(rowsToDelimited(rowsWithClusters(shown), ",")),
  };

/** Whether a format is made without pixels. */
function isMadeHere(format: string): boolean {
  return Object.hasOwn(MADE_HERE, format);
}

/**
 * Makes a file.
 *
 * @param format Its format.
 * @param shown What it shows.
 * @param isServed Whether there is a server that draws pixels.
 * @param signal Ends the work early.
 * @throws {RangeError | NotHereError} If it cannot be made; the signal's reason, if that aborts.
 */
export async function fileOf(
  format: string,
  shown: Shown,
  isServed: boolean,
  signal: AbortSignal,
): Promise<File> {
  const name = `${NAME}.${format}`;
  const isPixels = !isMadeHere(format);
  const needsHash = format === "html" ||
    !isPlain(shown.state) && (format === "svg" || isPixels && !isServed);
  if (needsHash && !globalThis.crypto.subtle) {
    throw new RangeError(
      `the browser makes this ${format.toUpperCase()} only where the page comes by https or from localhost`,
    );
  }
  if (isMadeHere(format)) {
    return new File([await MADE_HERE[format](shown) as BlobPart], name);
  }
  const bytes = isServed ? await served(name, shown, signal) : await drawn(format, shown, signal);
  return new File([bytes as BlobPart], name);
}

/** Has the server make a file. */
async function served(name: string, { state, trace }: Shown, signal: AbortSignal): Promise<Blob> {
  const parameters = saidOf(state);
  const address = `${name}${parameters.size > 0 ? `?${parameters}` : ""}`;
  const how = isPlain(state) ? {} : { method: "POST", body: traceToJson(trace) };
  let response: Response;
  try {
    response = await fetch(address, { ...how, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new RangeError("the server does not answer: is it still running?", { cause: error });
  }
  if (!response.ok) throw new RangeError((await response.text()).trim());
  return await response.blob();
}

/** Has a file drawn by a module of its own, which lies beside this one and is loaded when needed. */
async function drawn(format: string, shown: Shown, signal: AbortSignal): Promise<Uint8Array> {
  const { state, trace } = shown;
  const raster = format === "mp4" ? undefined : await loadRaster();
  if (!raster) throw new NotHereError(commandFor(format, shown));
  return await raster.rasterFile(format as DrawnFormat, state, trace, {
    theme: state.choices.theme,
    recipe: await recipeOfPicture(shown),
    signal,
  });
}

/** The module that draws pixels; `undefined` where the host does not have it. */
async function loadRaster(): Promise<typeof import("./raster.ts") | undefined> {
  try {
    return await import(String(new URL("raster.js", import.meta.url)));
  } catch {
    return undefined;
  }
}

/** A file that cannot be made here; the message is the command that makes it. */
export class NotHereError extends Error {}

/** The parameters that say how a picture looks. */
const PICTURE = ["size", "theme", "style", "no-cells", "no-trails"];

/** The command that makes a file that the page cannot make. */
function commandFor(format: string, { state }: Shown): string {
  const said = saidOf(state);
  if (isPlain(state)) said.set("seed", String(state.choices.seed));
  const options = [...said].map(([name, value]) =>
    value === "true" ? `--${name}` : `--${name} ${value}`
  );
  const command = isPlain(state)
    ? "deno run -W=. cli.ts"
    : `deno run -R=. -W=. cli.ts replay ${NAME}.json`;
  return [command, ...options, `--out ${NAME}.${format}`].join(" ");
}

/** The parameters of a file; of a run that is sent along, only those of its picture. */
function saidOf(state: State): URLSearchParams {
  const parameters = parametersOf(state.choices);
  if (isPlain(state)) return parameters;
  return new URLSearchParams([...parameters].filter(([name]) => PICTURE.includes(name)));
}

/** The recipe of the picture. A run that was changed by hand is a file that the recipe refers to. */
async function recipeOfPicture({ state, trace }: Shown): Promise<Recipe> {
  if (isPlain(state)) return trace.recipe;
  const json = new TextEncoder().encode(traceToJson(trace));
  const source = { name: `${NAME}.json`, sha256: await sha256Hex(json) };
  return pictureRecipe(state.choices, source);
}

/** The rows as they were read, or the points if there were none, each with its cluster. */
function rowsWithClusters({ state: { own, added }, trace }: Shown): NamedRows {
  const clusters = finalClusters(trace);
  const table = added ? undefined : own?.table;
  if (table) {
    return clusteredRows({ ...table, rows: own!.rows, features: own!.features }, {
      cluster: clusters,
    });
  }
  const points = own && !added ? own.points : trace.points;
  const names = trace.features.length > 0
    ? trace.features
    : points.columns === 2
    ? ["x", "y"]
    : Array.from({ length: points.columns }, (_, i) => `x${i + 1}`);
  return clusteredPoints(names, toRows(points), clusters);
}
