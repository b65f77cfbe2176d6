import { readable, requireArray, shown } from "../../checks.ts";
import { type Matrix, toMatrix } from "../../kmeans/matrix.ts";
import { requireNames } from "../../kmeans/names.ts";
import { type Coordinates, coordinatesIn } from "./geography.ts";
import { inUnit } from "./in_unit.ts";
import { type PlaneAxis, principalPlane } from "./principal_plane.ts";
import { rescale, type Scale, type Scaling, scalingOf } from "./scaling.ts";

/** Points as they are clustered, and how they are laid out where that is not plain. */
export interface Layout {
  /** M points × N features, scaled. */
  readonly points: Matrix;
  /** What was done to them. */
  readonly scaling: Scaling;
  /** How they are drawn, in their own units. Default: one or two features as they are. */
  readonly projection?: {
    /** One axis, or two. */
    readonly axes: readonly PlaneAxis[];
    /** How far apart one unit of each axis is for the clustering, where two features are all. */
    readonly metric?: readonly [x: number, y: number];
    /** How many times as long a unit upwards is drawn as one to the right. */
    readonly aspect?: number;
  };
}

/**
 * Makes points ready as the command does: scales them for the clustering, and says how they are
 * drawn in their own units, longitude and latitude in proportion. What comes of it is what {@linkcode record} takes.
 *
 * @param points M points × N features, as they came.
 * @param kind How they are scaled.
 * @param names The N names of the features; none where they have none.
 * @param axes The features to draw, by their index, one or two. Default: one or two features as they
 * are, of more the first two principal components.
 * @returns The points as they are clustered, their scaling and their projection.
 * @throws {TypeError} If the points are no matrix, or the names or axes no arrays of theirs.
 * @throws {RangeError} If a value is not finite, or an axis or the scale is out of range.
 *
 * @example Four features, drawn in their principal components as the command draws them
 * ```ts
 * import { layOut, makeFilm, record, toMatrix } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const names = ["a", "b", "c", "d"];
 * const own = toMatrix([[1, 2, 3, 400], [2, 1, 5, 100], [9, 8, 1, 300], [8, 9, 0, 200]]);
 * const { points, projection } = layOut(own, "zscore", names);
 * const trace = record(points, { k: 2, seed: 1 }, { features: names, projection });
 * assert.match(trace.projection!.axes[0].name, /^PC 1/);
 * assert.equal(makeFilm(trace).width, 640);
 * ```
 */
export function layOut(
  points: Matrix,
  kind: Scale,
  names: readonly string[],
  axes?: readonly number[],
): Layout {
  const matrix = toMatrix(points);
  const { columns } = matrix;
  const scaling = scalingOf(matrix, kind);
  requireNames("lay out the points", "names", names, columns);
  if (axes !== undefined) requireAxes(axes, columns);
  const scaled = kind === "none" ? matrix : rescale(matrix, scaling);
  const laid = { points: scaled, scaling };
  if (!axes && columns > 2) return { ...laid, projection: principalPlane(scaled) };
  const coordinates = kind === "unit" ? undefined : coordinatesIn(names, matrix);
  if (!axes && (kind === "none" || kind === "unit") && !coordinates) return laid;
  const { center, scale, factor } = scaling;
  const drawn = axes ?? Array.from(center, (_, j) => j);
  const own = (j: number): PlaneAxis => ({
    name: inUnit(names[j] ?? "", factor?.[j] ?? 1),
    offset: center[j],
    weights: Array.from(scale, (size, i) => i === j ? size : 0),
  });
  const metric = [1 / scale[drawn[0]], 1 / scale[drawn[1]]] as const;
  const isWhole = columns === 2 && drawn.length === 2;
  const aspect = coordinates && aspectOf(coordinates, drawn);
  return {
    ...laid,
    projection: {
      axes: drawn.map(own),
      ...(isWhole && { metric }),
      ...(aspect !== undefined && { aspect }),
    },
  };
}

/** How longitude and latitude are drawn in proportion, if it is they that are drawn. */
function aspectOf({ longitude, latitude, share }: Coordinates, [x, y]: readonly number[]) {
  if (x === longitude && y === latitude) return 1 / share;
  return x === latitude && y === longitude ? share : undefined;
}

function requireAxes(axes: readonly number[], columns: number): void {
  const action = "lay out the points";
  requireArray(action, "axes", axes);
  const isFeature = (j: unknown) =>
    Number.isInteger(j) && j as number >= 0 && j as number < columns;
  const read = readable(action, "axes", axes, () => Array.from(axes.slice(0, 3)));
  if ((read.length === 1 || read.length === 2) && read.every(isFeature)) return;
  throw new RangeError(
    `Cannot ${action} as 'axes' must be one or two indices from 0 to ${columns - 1}: ${
      read.length > 2 ? axes.length : shown(read.find((j) => !isFeature(j)) ?? "none")
    }`,
  );
}
