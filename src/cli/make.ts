import { groupsIn } from "../data/shapes.ts";
import type { Film } from "../film/film.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import { artifactsOf } from "./artifacts.ts";
import { readCentroids, requireSameK } from "./centroids.ts";
import { dataOf, requireDistinct } from "./data.ts";
import { UsageError } from "./errors.ts";
import { centroidsOutputOf, type Output, outputsOf } from "./formats.ts";
import type { Options } from "./options.ts";
import { Progress } from "./progress.ts";
import { centroidRows } from "./rows.ts";
import { recipeOf, runOf } from "./run.ts";
import { agreement, summary } from "./summary.ts";
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
  if (options.elbow) requirePicture("--elbow", options, outputs);
  if (options.compare) requirePicture("--compare", options, outputs);
  if (options.at !== undefined && !outputs.some(({ format }) => /^(png|svg)$/.test(format))) {
    throw new UsageError("--at picks the moment of a still: add --out still.png");
  }
  const opaque = options.transparent && outputs.find(({ moves }) => moves);
  if (opaque) {
    throw new UsageError(
      `--transparent: a ${opaque.format} cannot be half clear, as edges are: choose svg or png`,
    );
  }
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
  const { about, ...made } = options.compare
    ? (await import("./compare.ts")).comparisonOf(data, settled)
    : options.elbow
    ? await (await import("./elbow.ts")).elbowOf(data, settled, recipeOf(settled), progress)
    : runOf(data, settled, start);
  let film: Promise<Film> | undefined;
  const filmOf = (size?: Options["size"]) => size ? made.film(size) : film ??= made.film();
  const subject = { ...made, film: filmOf, options: settled };
  const artifacts = await artifactsOf(outputs, subject, progress);
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
  const lines = [
    ...await missing(await film, outputs),
    summary(about, await film, artifacts),
    ...(trace ? agreement(data, trace) : []),
  ];
  console.error(lines.join("\n"));
}

/** A warning where pixels show boxes instead of letters. */
async function missing(film: Film | undefined, outputs: readonly Output[]): Promise<string[]> {
  const drawn = outputs.find(({ format, moves }) => moves || format === "png");
  if (!film || !drawn) return [];
  const { missingLetters } = await import("../film/text.ts");
  const letters = missingLetters(film.marks);
  if (letters.length === 0) return [];
  const some = letters.slice(0, 8).join(" ") + (letters.length > 8 ? " …" : "");
  return [`warning: the typeface has no ${some}: boxes in a ${drawn.format}, letters in an svg`];
}

/** Refuses what one run has and many runs have not. */
function requirePicture(many: string, options: Options, outputs: readonly Output[]): void {
  const one = options.centroids !== undefined
    ? "--centroids"
    : options["centroids-out"] !== undefined
    ? "--centroids-out"
    : outputs.some(({ holds }) => holds === "run")
    ? "a .json"
    : many === "--compare" && outputs.some(({ holds }) => holds === "rows")
    ? "a table of rows"
    : undefined;
  if (one) throw new UsageError(`${many} makes many runs, and ${one} is about one: leave one out`);
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
