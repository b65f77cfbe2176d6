import { DataError } from "../../data/data_error.ts";
import { featuresOf } from "../../data/features/features.ts";
import { rescale } from "../../data/features/scaling.ts";
import { requireLengths } from "../../data/features/unit_length.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import type { Data } from "./data.ts";
import type { Progress } from "../progress.ts";
import { inFile, readFile } from "./read.ts";

/**
 * Reads initial centroids: from the columns named like the features if there is one for each,
 * otherwise from the columns of numbers, which must be as many as the features.
 *
 * @returns The centroids, scaled as the points are, and the SHA-256 of the file.
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function readCentroids(
  path: string,
  { features: { names }, scaling }: Data,
  progress: Progress,
): Promise<{ centroids: Matrix; sha256: string }> {
  const { table, sha256 } = await readFile(path, { progress });
  const centroids = await inFile(path, async () => {
    const named = names.map((name) => table.columns.findIndex((column) => column.name === name));
    const columns = named.includes(-1)
      ? table.columns.flatMap(({ numbers }, i) => numbers > 0 ? [i] : [])
      : named;
    if (columns.length !== names.length) {
      throw new DataError(
        `centroids must have the ${names.length} features of the points: there are ${columns.length} columns of numbers`,
      );
    }
    const { points } = await featuresOf(table, { columns, missing: "error" });
    if (scaling.kind === "unit") requireLengths(points);
    return rescale(points, scaling);
  });
  return { centroids, sha256 };
}
