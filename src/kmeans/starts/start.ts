import type { Matrix } from "../matrix.ts";
import type { Random } from "../random.ts";
import type { Init } from "./inits.ts";
import { kmeansPlusPlusStart } from "./kmeans_plus_plus.ts";
import { maxminStart } from "./maxmin.ts";
import { partitionStart } from "./partition.ts";
import { randomStart } from "./random.ts";

/**
 * Draws K initial centroids from the points; throws the signal's reason if that aborts. Only
 * `kmeans++` has candidates.
 */
type Start = (
  points: Matrix,
  k: number,
  random: Random,
  signal?: AbortSignal,
  candidates?: number,
) => Matrix;

/** The ways to draw initial centroids, by name. */
export const starts = {
  "random": randomStart,
  "kmeans++": kmeansPlusPlusStart,
  "maxmin": maxminStart,
  "partition": partitionStart,
} satisfies Record<Init, Start>;
