import type { Matrix } from "../../kmeans/matrix.ts";
import { type PlaneAxis, principalPlane } from "./principal_plane.ts";
import { rescale, type Scale, type Scaling, scalingOf } from "./scaling.ts";

/** Points as they are clustered, and how they are laid out where that is not plain. */
export interface Layout {
  readonly points: Matrix;
  /** What was done to them. */
  readonly scaling: Scaling;
  readonly projection?: {
    readonly axes: readonly PlaneAxis[];
    readonly metric?: readonly [number, number];
  };
}

/**
 * Scales points for the clustering, and undoes that for the picture, which keeps their own units.
 *
 * @param points The points.
 * @param scale How they are scaled.
 * @param names The names of the features; none where they have none.
 * @param axes The features to draw. Default: one or two features as they are, of more the first two
 * principal components.
 */
export function layOut(
  points: Matrix,
  scale: Scale,
  names: readonly string[],
  axes?: readonly number[],
): Layout {
  const { columns } = points;
  const scaling = scalingOf(points, scale);
  const scaled = scale === "none" ? points : rescale(points, scaling);
  const laid = { points: scaled, scaling };
  if (!axes && columns > 2) return { ...laid, projection: principalPlane(scaled) };
  if (!axes && scale === "none") return laid;
  const { offset, unit } = scaling;
  const drawn = axes ?? [...unit.keys()];
  const own = (j: number): PlaneAxis => ({
    name: names[j] ?? "",
    offset: offset[j],
    weights: Array.from(unit, (size, i) => i === j ? size : 0),
  });
  const metric = [1 / unit[drawn[0]], 1 / unit[drawn[1]]] as const;
  const isWhole = columns === 2 && drawn.length === 2;
  return { ...laid, projection: { axes: drawn.map(own), ...(isWhole && { metric }) } };
}
