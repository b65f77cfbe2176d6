import { filmToHtml } from "../encode/html.ts";
import { rowsToDelimited } from "../encode/rows.ts";
import type { Film } from "../film/film.ts";
import { toRows } from "../kmeans/matrix.ts";
import { filmToSvg } from "../svg/film_svg.ts";
import { finalClusters } from "../trace/final_clusters.ts";
import type { Recipe, Trace } from "../trace/trace.ts";
import { traceToJson } from "../trace/trace_json.ts";
import { parametersOf } from "./choices.ts";
import { isPlain, pictureRecipe, type State } from "./run.ts";

/** What is shown: a state with its run and its film. */
export interface Shown {
  readonly state: State;
  readonly trace: Trace;
  readonly film: Film;
}

/** What the files are called, without their ending. */
const NAME = "kmeans";

/** The formats that are made in the browser. */
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
    csv: (shown) => Promise.resolve(clusteredRows(shown)),
  };

/** Whether a format is made in the browser. */
export function isMadeHere(format: string): boolean {
  return Object.hasOwn(MADE_HERE, format);
}

/**
 * Makes a file.
 *
 * @param format Its format.
 * @param shown What it shows.
 * @param signal Ends the work early.
 * @throws {RangeError} If it cannot be made; the signal's reason, if that aborts.
 */
export async function fileOf(format: string, shown: Shown, signal: AbortSignal): Promise<File> {
  const name = `${NAME}.${format}`;
  const needsHash = format === "html" || format === "svg" && !isPlain(shown.state);
  if (needsHash && !globalThis.crypto.subtle) {
    throw new RangeError(
      `the browser makes this ${format.toUpperCase()} only where the page comes by https or from localhost`,
    );
  }
  if (isMadeHere(format)) {
    return new File([await MADE_HERE[format](shown) as BlobPart], name);
  }
  const { state, trace } = shown;
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
  return new File([await response.blob()], name);
}

/** The parameters that say how a picture looks. */
const PICTURE = ["size", "theme", "style", "no-cells", "no-trails"];

/** The command that makes a file that the page alone cannot make. */
export function commandFor(format: string, { state }: Shown): string {
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

/** What has to be said for a file: of a run that is sent as it is, how its picture looks. */
function saidOf(state: State): URLSearchParams {
  const parameters = parametersOf(state.choices);
  if (isPlain(state)) return parameters;
  return new URLSearchParams([...parameters].filter(([name]) => PICTURE.includes(name)));
}

/** A recipe from which the picture can be made again, where need be beside the run as JSON. */
async function recipeOfPicture({ state, trace }: Shown): Promise<Recipe> {
  if (isPlain(state)) return trace.recipe;
  const json = new TextEncoder().encode(traceToJson(trace));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", json));
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return pictureRecipe(state.choices, { name: `${NAME}.json`, sha256: hex });
}

/** The rows as they came, or the points where there were none, with their clusters. */
function clusteredRows({ state: { own, added }, trace }: Shown): Uint8Array {
  const clusters = finalClusters(trace);
  const table = added ? undefined : own?.table;
  if (!table) {
    const { features, points } = trace;
    const names = features.length > 0
      ? features
      : points.columns === 2
      ? ["x", "y"]
      : Array.from({ length: points.columns }, (_, i) => `x${i + 1}`);
    return rowsToDelimited({
      names: [...names, "cluster"],
      rows: toRows(points).map((row, i) => [...row, clusters[i]]),
    }, ",");
  }
  const rows: (readonly unknown[])[] = [];
  let point = 0;
  for (const cells of table.records()) {
    const isPoint = !own!.rows || own!.rows[point] === rows.length;
    rows.push([...cells, isPoint ? clusters[point++] : null]);
  }
  return rowsToDelimited(
    { names: [...table.columns.map(({ name }) => name), "cluster"], rows },
    ",",
  );
}
