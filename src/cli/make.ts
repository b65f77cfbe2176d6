import { groupsIn } from "../data/shapes.ts";
import { describe } from "../film/description.ts";
import type { Film } from "../film/film.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import { type Recipe, record, type Trace } from "../trace/trace.ts";
import { readCentroids, requireSameK } from "./centroids.ts";
import { type Data, dataOf, requireDistinct } from "./data.ts";
import { UsageError } from "./errors.ts";
import { centroidsOutputOf, type Made, type Output, outputsOf } from "./formats.ts";
import { type Option, OPTIONS, type Options } from "./options.ts";
import { Progress } from "./progress.ts";
import { centroidRows, clusteredRows } from "./rows.ts";
import { agreement, summary } from "./summary.ts";
import { VERSION } from "./version.ts";
import { writeFile, writeStandardOutput } from "./write.ts";

/**
 * Runs K-means and makes the artifacts that are asked for. All are made before any is written.
 *
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function make(options: Options): Promise<void> {
  const outputs = outputsOf(options);
  if (outputs.some(({ path }) => path === "-") && Deno.stdout.isTerminal()) {
    throw new UsageError(
      "--out - would print to the terminal: send it to a file, as in > anim.gif",
    );
  }
  const centroidsPath = options["centroids-out"];
  if (options.elbow) requirePicture(options, outputs);
  const encodeCentroids = centroidsPath && centroidsOutputOf(centroidsPath);
  const seed = options.seed ?? drawSeed();
  const progress = new Progress(!options.quiet);
  const data = await dataOf(options, seed, outputs.some(({ holds }) => holds === "rows"), progress);
  const { centroids } = options;
  const start = centroids === undefined
    ? undefined
    : await readCentroids(centroids, data, progress);
  progress.end();
  const settled = { ...options, seed, k: clustersOf(options, start) };
  if (!start) requireDistinct(data, settled);
  if (!options.quiet) data.notes.forEach((note) => console.error(note));
  const { about, ...made } = options.elbow
    ? await (await import("./elbow.ts")).elbowOf(data, settled, recipeOf(settled), progress)
    : runOf(data, settled, start);
  let film: Promise<Film> | undefined;
  const subject = { ...made, film: () => film ??= made.film(), options: settled };
  const artifacts = [];
  for (const { path, encode } of outputs) {
    const onProgress = (share: number) => progress.show(path, share);
    artifacts.push({ path, bytes: await encode({ ...subject, onProgress }) });
  }
  const { trace } = subject;
  if (centroidsPath && encodeCentroids && trace) {
    const bytes = await encodeCentroids(centroidRows(data, trace));
    artifacts.push({ path: centroidsPath, bytes });
  }
  progress.end();
  for (const { path, bytes } of artifacts) {
    if (path === "-") await writeStandardOutput(bytes);
    else await writeFile(path, bytes);
  }
  if (options.quiet) return;
  const lines = [summary(about, await film, artifacts), ...(trace ? agreement(data, trace) : [])];
  console.error(lines.join("\n"));
}

/** Refuses what one run has and many runs have not. */
function requirePicture(options: Options, outputs: readonly Output[]): void {
  const one = options.centroids !== undefined
    ? "--centroids"
    : options["centroids-out"] !== undefined
    ? "--centroids-out"
    : outputs.some(({ holds }) => holds === "run")
    ? "a .json"
    : undefined;
  if (one) throw new UsageError(`--elbow makes many runs, and ${one} is about one: leave one out`);
}

/** A seed that is easy to type again. */
function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}

/** How many clusters to look for: as many as is said, or as suit the centroids or the shape. */
function clustersOf({ k, shape, centroids, given }: Options, start: Matrix | undefined): number {
  const said = given?.has("k") ? k : undefined;
  if (start) {
    requireSameK(said, start, centroids!);
    return start.rows;
  }
  return said ?? (shape ? groupsIn(shape) : k);
}

/** Runs K-means once. */
function runOf(data: Data, options: Options & { seed: number }, start?: Matrix): Made {
  const { k, seed, restarts, empty } = options;
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
      film: () => filmOf(trace, options),
      rows: () => clusteredRows(data, trace),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}

async function filmOf(trace: Trace, options: Options): Promise<Film> {
  const { makeFilm } = await import("../film/make_film.ts");
  const { style, size: [width, height], interval, hold, title, storyboard } = options;
  const last = trace.steps.length - 1;
  if (Array.isArray(storyboard) && storyboard.some((iteration) => iteration > last)) {
    throw new UsageError(`--storyboard ${storyboard}: the run ends with iteration ${last}`);
  }
  return makeFilm(trace, {
    storyboard,
    style,
    width,
    height,
    interval,
    hold,
    title,
    axes: options["no-axes"] ? false : options.axes || undefined,
    cells: !options["no-cells"],
    trails: !options["no-trails"],
    chart: !options["no-chart"],
    caption: !options["no-caption"],
  });
}

/** The value of every option that shapes an artifact. */
function recipeOf(options: Options): Recipe {
  const { data } = options;
  const silent = ["Output", "Help", ...(data === undefined ? [] : ["Generated data"])];
  const shaping = Object.entries<Option>(OPTIONS).flatMap(([name, { group }]) => {
    const value = options[name as keyof Options];
    return silent.includes(group) || value === undefined || value === false ? [] : [[name, value]];
  });
  return {
    lloyd: VERSION,
    ...(data !== undefined && { data: data.replace(/^.*[/\\]/s, "") }),
    ...Object.fromEntries(shaping),
  };
}
