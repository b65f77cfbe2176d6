import { groupsIn } from "../../data/generate/shapes.ts";
import { drawSeed } from "../../kmeans/draw_seed.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { UsageError } from "../errors.ts";
import { type Data, dataOf, requireDistinct } from "../input/data.ts";
import { fileName, nameOf } from "../input/read.ts";
import { recipeOf } from "../options/recipe.ts";
import type { Options, Source, Sources } from "../options/table.ts";
import type { Progress } from "../progress.ts";
import { tell } from "../tell.ts";
import { weighPoints, weighRuns } from "./cost.ts";
import type { Made } from "./made.ts";
import { runOf } from "./run.ts";

/** A run, and what it was made with. */
export interface Prepared {
  readonly made: Made;
  readonly data: Data;
  /** The options, with the values that were drawn or found for those not given. */
  readonly settled: Options;
}

/**
 * Reads or generates the points and runs K-means on them.
 *
 * @param options The options.
 * @param keepRows Whether the rows are kept as they were read, to be written again.
 * @param progress Shows how far the work has come.
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function prepare(
  options: Options,
  keepRows: boolean,
  progress: Progress,
): Promise<Prepared> {
  const seed = options.seed ?? (isRandom(options) ? drawSeed() : undefined);
  weighPoints(options);
  const data = await dataOf(options, seed ?? 0, keepRows, progress);
  const start = options.centroids === undefined
    ? undefined
    : await (await import("../input/centroids.ts")).readCentroids(
      options.centroids,
      data,
      options,
      progress,
    );
  progress.end();
  const sources: Sources = {
    ...(data.table && { data: sourceOf("data", options, data.table.sha256) }),
    ...(start && { centroids: sourceOf("centroids", options, start.sha256) }),
  };
  const settled = { ...options, seed, k: clustersOf(options, start?.centroids), sources };
  if (!start) requireDistinct(data, settled);
  if (!options.quiet) [...data.notes, ...start?.notes ?? []].forEach((note) => tell(note));
  weighRuns(settled, data.points);
  const made = options.compare
    ? (await import("./compare.ts")).comparisonOf(data, settled, progress)
    : options.elbow
    ? (await import("./elbow.ts")).elbowOf(data, settled, recipeOf(settled), progress)
    : runOf(data, settled, progress, start?.centroids);
  progress.end();
  return { made, data, settled };
}

/** Whether anything is drawn: points, or initial centroids. */
export function isRandom({ data, centroids }: Options): boolean {
  return data === undefined || centroids === undefined;
}

/**
 * The name and the hash of a file that was read.
 *
 * @throws {UsageError} If it is not the file that the recipe was made with.
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

/** How many clusters to look for: as many as are asked for, as centroids or as groups in the shape. */
function clustersOf({ k, shape, centroids, given }: Options, start: Matrix | undefined): number {
  const said = given?.has("k") ? k : undefined;
  if (start) {
    requireSameK(said, start, centroids!);
    return start.rows;
  }
  return said ?? (shape ? groupsIn(shape) : k);
}

/**
 * Checks that there are as many clusters as centroids that are given.
 *
 * @throws {UsageError} If it is not.
 */
function requireSameK(k: number | undefined, { rows }: Matrix, path: string): void {
  if (k === undefined || k === rows) return;
  throw new UsageError(
    `--k ${k} and the ${rows} centroids in ${nameOf(path)} disagree: leave --k out`,
  );
}
