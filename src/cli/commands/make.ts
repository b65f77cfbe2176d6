import { groupsIn } from "../../data/generate/shapes.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { readCentroids, requireSameK } from "../input/centroids.ts";
import { type Data, dataOf, requireDistinct } from "../input/data.ts";
import { deliver } from "../output/write_artifacts.ts";
import { UsageError } from "../errors.ts";
import type { Made } from "../output/formats.ts";
import type { Options, Source, Sources } from "../options/table.ts";
import { requestedOutputs } from "../output/outputs.ts";
import { Progress } from "../output/progress.ts";
import { fileName, nameOf } from "../input/read.ts";
import { recipeOf, runOf } from "../runs/run.ts";

/**
 * Runs K-means and makes the artifacts that are asked for.
 *
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function make(options: Options): Promise<void> {
  const outputs = requestedOutputs(options);
  if (options.check && options.seed === undefined) {
    throw new UsageError("--check needs --seed: without it every run is another");
  }
  const progress = new Progress(!options.quiet);
  const keepRows = outputs.some(({ holds }) => holds === "rows");
  const { made, data, settled } = await prepare(options, keepRows, progress);
  await deliver(outputs, made, data, settled, progress);
}

/** A run, and what it was made with. */
export interface Prepared {
  readonly made: Made;
  readonly data: Data;
  /** The options, with what was drawn or found where they left it open. */
  readonly settled: Options & { seed: number };
}

/**
 * Reads or generates the points and runs K-means on them.
 *
 * @param options How.
 * @param keepRows Whether the rows are needed as they came.
 * @param progress Is told how far it has come.
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function prepare(
  options: Options,
  keepRows: boolean,
  progress: Progress,
): Promise<Prepared> {
  const seed = options.seed ?? drawSeed();
  const data = await dataOf(options, seed, keepRows, progress);
  const start = options.centroids === undefined
    ? undefined
    : await readCentroids(options.centroids, data, progress);
  progress.end();
  const sources: Sources = {
    ...(data.table && { data: sourceOf("data", options, data.table.sha256) }),
    ...(start && { centroids: sourceOf("centroids", options, start.sha256) }),
  };
  const settled = { ...options, seed, k: clustersOf(options, start?.centroids), sources };
  if (!start) requireDistinct(data, settled);
  if (!options.quiet) data.notes.forEach((note) => console.error(note));
  const made = options.compare
    ? (await import("../runs/compare.ts")).comparisonOf(data, settled, progress)
    : options.elbow
    ? (await import("../runs/elbow.ts")).elbowOf(data, settled, recipeOf(settled), progress)
    : runOf(data, settled, progress, start?.centroids);
  progress.end();
  return { made, data, settled };
}

/**
 * What a file that was read is.
 *
 * @throws {UsageError} If a recipe says that it is another.
 */
function sourceOf(from: "data" | "centroids", options: Options, sha256: string): Source {
  const path = options[from]!;
  const wanted = options.sources?.[from];
  if (!wanted) return { name: fileName(path), sha256 };
  if (wanted.sha256 === sha256) return wanted;
  throw new UsageError(
    `${nameOf(path)} is not the ${wanted.name} of the recipe: its SHA-256 is ${
      sha256.slice(0, 16)
    }…, not ${wanted.sha256.slice(0, 16)}…: name the right one`,
  );
}

/** A seed that is easy to type again. */
export function drawSeed(): number {
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
