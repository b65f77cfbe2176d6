import { describe } from "../../film/run/description.ts";
import type { Film } from "../../film/scene/film.ts";
import type { FilmOptions } from "../../film/styles/film_options.ts";
import type { KMeansOptions } from "../../kmeans/kmeans.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { MOST_BYTES, record, type Trace, type TraceOptions } from "../../trace/trace.ts";
import type { Data } from "../input/data.ts";
import { UsageError } from "../errors.ts";
import { recipeOf } from "../options/recipe.ts";
import { meterOf } from "./cost.ts";
import { endingNote } from "./ending_note.ts";
import type { Made } from "./made.ts";
import type { Options } from "../options/table.ts";
import type { Progress } from "../progress.ts";
import { tell } from "../tell.ts";
import { rowsWithClusters } from "./rows.ts";

/** Runs K-means once. */
export function runOf(
  data: Data,
  options: Options,
  progress: Progress,
  start?: Matrix,
): Made {
  try {
    const meter = meterOf(options, data.points);
    const onIteration = (iteration: number) => {
      progress.show(`iteration ${iteration}`);
      meter(options.k);
    };
    const maxBytes = options["no-limits"] ? Infinity : MOST_BYTES;
    const how = { ...runOptionsOf(options, start), onIteration, maxBytes };
    const trace = record(data.points, how, aboutOf(data, options));
    progress.end();
    const note = endingNote(trace, options);
    if (note && !options.quiet) tell(note);
    return madeOf(data, options, trace);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}

/** The options of K-means, from those of the command. */
export function runOptionsOf(options: Options, start?: Matrix): KMeansOptions {
  const { k, init, candidates, restarts, empty } = options;
  return {
    k,
    seed: options["start-seed"] ?? options.seed,
    init: start ?? init,
    ...(!start && init === "kmeans++" && candidates !== "auto" && { candidates }),
    // Recipes of earlier versions may hold more beside centroids.
    nInit: start ? 1 : restarts,
    empty,
    maxIterations: options["max-iterations"],
    tol: options.tol,
  };
}

/** What the trace says about a run besides its steps. */
export function aboutOf(
  { table, features, projection, scaling: { kind, center, scale, factor } }: Data,
  options: Options,
): TraceOptions {
  const scaling = {
    kind,
    center: Array.from(center),
    scale: Array.from(scale),
    ...(factor && { factor: Array.from(factor) }),
  };
  return {
    recipe: recipeOf(options),
    ...(table?.named && { features: features.names }),
    ...(projection && { projection }),
    ...(kind !== "none" && { scaling }),
  };
}

/** What artifacts of a run are made from. */
export function madeOf(data: Data, options: Options, trace: Trace): Made {
  return {
    about: describe(trace),
    recipe: recipeOf(options),
    trace,
    iterations: trace.steps.length - 1,
    k: trace.steps[0].centroids.rows,
    film: (size = options.size) => runFilm(trace, { ...options, size }),
    rows: () => rowsWithClusters(data, trace),
  };
}

/**
 * The film of a run.
 *
 * @throws {UsageError} If the run has not all the iterations that the options ask for.
 */
export async function runFilm(trace: Trace, options: Options): Promise<Film> {
  const { storyboard } = options;
  const last = trace.steps.length - 1;
  if (Array.isArray(storyboard) && storyboard.some((iteration) => iteration > last)) {
    throw new UsageError(`--storyboard ${storyboard}: the run ends with iteration ${last}`);
  }
  const { makeFilm } = await import("../../film/styles/make_film.ts");
  return makeFilm(trace, filmOptionsOf(options));
}

/** The options of a film, from those of the command. */
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
