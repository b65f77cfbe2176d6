import { quotable } from "../data/data_error.ts";
import { featuresOf } from "../data/features/features.ts";
import { formatOfName } from "../data/read/input_formats.ts";
import { readTable } from "../data/read/read_table.ts";
import type { Table } from "../data/read/table.ts";
import { unlikeSpread } from "../data/features/unlike_spread.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import { textToNames, textToRows } from "./compact.ts";
import { LIMITS } from "./limits.ts";

/** Points that the reader brings. */
export interface OwnPoints {
  /** The name of their file, or where they come from. */
  readonly name: string;
  /** The names of the features; empty if they have none. */
  readonly features: readonly string[];
  /** The points as they were read, not standardized. */
  readonly points: Matrix;
  /** What was left out, in a line. */
  readonly note: string;
  /** What to say if some features spread much more widely than others. */
  readonly unlike?: string;
  /** The table they were read from, and the row of each point if rows were left out. */
  readonly table?: Table;
  readonly rows?: Uint32Array;
}

/**
 * Reads points from a file or a text that was pasted.
 *
 * @param bytes The text, or the file.
 * @param name What it is called.
 * @throws {DataError | RangeError} If it is no table, or is too large.
 */
export async function readOwnPoints(bytes: Uint8Array, name: string): Promise<OwnPoints> {
  if (bytes.length > LIMITS.body) {
    throw new RangeError(
      `${quotable(name)} is larger than ${LIMITS.body / 2 ** 20} MB: take a sample`,
    );
  }
  const table = await readTable(bytes, { format: formatOfName(name), keep: true });
  const { names, points, rows, notes } = await featuresOf(table);
  if (points.rows > LIMITS.points) {
    throw new RangeError(
      `${quotable(name)} has ${points.rows} points, more than ${LIMITS.points}: take a sample`,
    );
  }
  const unlike = unlikeSpread({ names, points });
  return {
    name,
    features: table.named ? names : [],
    points,
    note: [...table.notes ?? [], ...notes].join("; "),
    ...(unlike && { unlike }),
    table,
    ...(rows && { rows }),
  };
}

/**
 * Reads points from the text of a link.
 *
 * @throws {RangeError} If it cannot be read.
 */
export function ownPointsOfLink(data: string, features: string | null): OwnPoints {
  const points = textToRows(data, "the points");
  const names = features === null ? [] : textToNames(features);
  if (names.length > 0 && names.length !== points.columns) {
    throw new RangeError(
      `the points cannot be read from the link: ${names.length} names for ${points.columns} features`,
    );
  }
  return {
    name: "the link",
    features: names,
    points,
    note: "",
  };
}
