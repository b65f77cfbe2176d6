import { DataError } from "../../data/data_error.ts";
import { featuresOf } from "../../data/features/features.ts";
import { rescale } from "../../data/features/scaling.ts";
import { requireLengths } from "../../data/features/unit_length.ts";
import type { TextOptions } from "../../data/read/delimited/read_delimited.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { UsageError } from "../errors.ts";
import type { Options } from "../options/table.ts";
import { textOptionsOf } from "../options/text_options.ts";
import type { Progress } from "../progress.ts";
import type { Data } from "./data.ts";
import { inFile, nameOf, readFile } from "./read.ts";

/** Initial centroids, as they were read. */
interface Read {
  /** The centroids, scaled as the points are. */
  readonly centroids: Matrix;
  /** The SHA-256 of their file. */
  readonly sha256: string;
  /** What the user should know of how they were read. */
  readonly notes: readonly string[];
}

/**
 * Reads initial centroids: from the columns named like the features if there is one for each,
 * otherwise from the columns of numbers, which must be as many as the features.
 *
 * A text is read as it is found to be written, and only where that fails as the options say that the
 * data are: centroids that Lloyd has written are never written so.
 *
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function readCentroids(
  path: string,
  data: Data,
  options: Options,
  progress: Progress,
): Promise<Read> {
  const said = textOptionsOf(options);
  try {
    return await readAs(path, data, {}, progress);
  } catch (error) {
    if (!(error instanceof UsageError) || path === "-" || Object.keys(said).length === 0) {
      throw error;
    }
    return await readAs(path, data, said, progress);
  }
}

async function readAs(
  path: string,
  { features: { names }, scaling }: Data,
  said: TextOptions,
  progress: Progress,
): Promise<Read> {
  const { table, sha256 } = await readFile(path, { ...said, progress });
  return await inFile(path, async () => {
    const named = names.map((name) => table.columns.findIndex((column) => column.name === name));
    const columns = named.includes(-1)
      ? table.columns.flatMap(({ numbers }, i) => numbers > 0 ? [i] : [])
      : named;
    if (columns.length !== names.length) {
      throw new DataError(
        `centroids must have the ${names.length} features of the points: there are ${columns.length} columns of numbers`,
      );
    }
    const { points, notes } = await featuresOf(table, { columns, missing: "error" });
    if (scaling.kind === "unit") requireLengths(points);
    return {
      centroids: rescale(points, scaling),
      sha256,
      notes: [...table.notes ?? [], ...notes].map((note) => `${nameOf(path)}: ${note}`),
    };
  });
}
