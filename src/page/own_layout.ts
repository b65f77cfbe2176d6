import { principalPlane } from "../data/principal_plane.ts";
import { rescale, scalingOf } from "../data/scaling.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import type { Projection } from "../trace/projection.ts";
import type { OwnPoints } from "./own_points.ts";

/** Points as they are clustered, and how they are laid out where that is not plain. */
export interface OwnLayout {
  readonly points: Matrix;
  readonly projection?: Projection;
}

/** Lays out points of one's own as the command does: a picture keeps their units. */
export function ownLayout({ points, features }: OwnPoints, standardize: boolean): OwnLayout {
  const scaling = scalingOf(points, standardize ? "zscore" : "none");
  const scaled = standardize ? rescale(points, scaling) : points;
  if (points.columns > 2) return { points: scaled, projection: principalPlane(scaled) };
  if (!standardize) return { points };
  const { offset, unit } = scaling;
  const axes = [...unit].map((own, j) => ({
    name: features[j] ?? "",
    offset: offset[j],
    weights: [...unit].map((_, i) => i === j ? own : 0),
  }));
  const metric = [1 / unit[0], 1 / unit[1]] as const;
  return { points: scaled, projection: { axes, ...(axes.length === 2 && { metric }) } };
}
