import { describe } from "../film/description.ts";
import type { Film } from "../film/film.ts";
import type { FilmOptions } from "../film/make_film.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import { type Recipe, record, type Trace } from "../trace/trace.ts";
import type { Data } from "./data.ts";
import { UsageError } from "./errors.ts";
import type { Made } from "./formats.ts";
import type { Option } from "./option.ts";
import { type OptionName, OPTIONS, type Options, type Source } from "./options.ts";
import { clusteredRows } from "./rows.ts";
import { VERSION } from "../trace/version.ts";

/** Runs K-means once. */
export function runOf(data: Data, options: Options & { seed: number }, start?: Matrix): Made {
  const { k, restarts, empty } = options;
  const seed = options["start-seed"] ?? options.seed;
  const { points, projection, table, features } = data;
  const maxIterations = options["max-iterations"];
  const init = start ?? options.init;
  const recipe = recipeOf(options);
  try {
    const trace = record(points, { k, seed, init, restarts, empty, maxIterations }, {
      recipe,
      ...(table?.named && { features: features.names }),
      ...(projection && { projection }),
    });
    return {
      about: describe(trace),
      recipe,
      trace,
      film: (size = options.size) => filmOf(trace, { ...options, size }),
      rows: () => clusteredRows(data, trace),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}

/**
 * The film of a run.
 *
 * @throws {UsageError} If the run has no such iterations as the options ask for.
 */
export async function filmOf(trace: Trace, options: Options): Promise<Film> {
  const { storyboard } = options;
  const last = trace.steps.length - 1;
  if (Array.isArray(storyboard) && storyboard.some((iteration) => iteration > last)) {
    throw new UsageError(`--storyboard ${storyboard}: the run ends with iteration ${last}`);
  }
  const { makeFilm } = await import("../film/make_film.ts");
  return makeFilm(trace, filmOptionsOf(options));
}

/** How the options ask a film to look and how long to last. */
export function filmOptionsOf(options: Options): FilmOptions {
  const { style, size: [width, height], interval, speed, hold, title, storyboard } = options;
  return {
    style,
    width,
    height,
    interval,
    speed,
    hold,
    title,
    storyboard,
    shapes: options.shapes,
    axes: options["no-axes"] ? false : options.axes || undefined,
    cells: !options["no-cells"],
    trails: !options["no-trails"],
    chart: !options["no-chart"],
    caption: !options["no-caption"],
  };
}

/** The value of every option that shapes an artifact, and which files were read. */
export function recipeOf(options: Options): Recipe {
  const { data, elbow, given, sources = {} } = options;
  const silent = ["Output", "Help", ...(data === undefined ? [] : ["Generated data"])];
  const shaping = Object.entries<Option>(OPTIONS).flatMap(([name, { group }]) => {
    const value = options[name as keyof Options];
    const isUnused = elbow && /^(init|restarts)$/.test(name) && !given?.has(name as OptionName);
    return silent.includes(group) || isUnused || value === undefined || value === false
      ? []
      : [[name, value]];
  });
  const read = Object.entries<Source>(sources);
  const of = (what: keyof Source) => read.map(([from, source]) => [from, source[what]]);
  return {
    lloyd: VERSION,
    ...Object.fromEntries(shaping),
    ...Object.fromEntries(of("name")),
    ...(read.length > 0 && { sha256: Object.fromEntries(of("sha256")) }),
  };
}
