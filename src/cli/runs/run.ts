import { describe } from "../../film/run/description.ts";
import type { Film } from "../../film/scene/film.ts";
import type { FilmOptions } from "../../film/styles/film_options.ts";
import type { KMeansOptions } from "../../kmeans/kmeans.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { type Recipe, record, type Trace, type TraceOptions } from "../../trace/trace.ts";
import type { Data } from "../input/data.ts";
import { UsageError } from "../errors.ts";
import type { Made } from "../output/formats.ts";
import type { Option } from "../options/option.ts";
import { type OptionName, OPTIONS, type Options, type Source } from "../options/table.ts";
import type { Progress } from "../output/progress.ts";
import { clusteredRows } from "../output/rows.ts";
import { VERSION } from "../../version.ts";

/** Runs K-means once. */
export function runOf(
  data: Data,
  options: Options & { seed: number },
  progress: Progress,
  start?: Matrix,
): Made {
  try {
    const onIteration = (iteration: number) => progress.show(`iteration ${iteration}`);
    const how = { ...runOptionsOf(options, start), onIteration };
    return madeOf(data, options, record(data.points, how, aboutOf(data, options)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}

/** How the options ask K-means to run. */
export function runOptionsOf(options: Options & { seed: number }, start?: Matrix): KMeansOptions {
  const { k, restarts, empty } = options;
  return {
    k,
    seed: options["start-seed"] ?? options.seed,
    init: start ?? options.init,
    restarts,
    empty,
    maxIterations: options["max-iterations"],
  };
}

/** What the trace of a run says beside. */
export function aboutOf({ table, features, projection }: Data, options: Options): TraceOptions {
  return {
    recipe: recipeOf(options),
    ...(table?.named && { features: features.names }),
    ...(projection && { projection }),
  };
}

/** What can be made of a run. */
export function madeOf(data: Data, options: Options, trace: Trace): Made {
  return {
    about: describe(trace),
    recipe: recipeOf(options),
    trace,
    film: (size = options.size) => filmOf(trace, { ...options, size }),
    rows: () => clusteredRows(data, trace),
  };
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
  const { makeFilm } = await import("../../film/styles/make_film.ts");
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

/** A recipe without what is said of a run: the trace says that. */
export function ofPicture(recipe: Recipe): Recipe {
  const isOfRun = (name: string) =>
    ["Data", "Run", "Generated data"].includes((OPTIONS as Record<string, Option>)[name]?.group);
  return Object.fromEntries(Object.entries(recipe).filter(([name]) => !isOfRun(name)));
}
