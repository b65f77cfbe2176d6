import type { Beat } from "../scene/beats.ts";
import { Polyline } from "../scene/geometry.ts";
import type { MovingMark, Paint } from "../scene/mark.ts";
import type { CentroidPath } from "../run/paths.ts";
import { Timeline } from "../scene/track.ts";

/** How far a trail may stay behind its centroid, in pixels. */
const HIDDEN = 3;

/** The ways the centroids have come, drawn as they go: one dash that grows along the whole way. */
export function trailMarks(
  paths: readonly CentroidPath[],
  updates: readonly Beat[],
  colors: readonly string[],
  width: number,
): MovingMark[] {
  return paths.flatMap((path, i) => {
    const lengths = lengthsAlong(path);
    const total = lengths[lengths.length - 1];
    if (total < 0.5) return [];
    return [{
      name: "trail",
      geometry: new Polyline(path),
      stroke: colors[i] as Paint,
      width,
      ...drawnAlong(behind(lengths), updates),
    }];
  });
}

/** Lengths that grow only by what sticks out from under a centroid. */
function behind(lengths: readonly number[]): number[] {
  let shown = 0;
  return lengths.map((length, i) => {
    if (length - shown > HIDDEN || i === lengths.length - 1) shown = length;
    return shown;
  });
}

/** How far along a line each of its points is. */
export function lengthsAlong(points: ArrayLike<number>): number[] {
  const lengths = [0];
  for (let i = 2; i < points.length; i += 2) {
    const step = Math.hypot(points[i] - points[i - 2], points[i + 1] - points[i - 1]);
    lengths.push(lengths[lengths.length - 1] + step);
  }
  return lengths;
}

/** Draws a line so that it has come to its point `i` at the end of update `i`. */
export function drawnAlong(
  lengths: readonly number[],
  updates: readonly Beat[],
): Pick<MovingMark, "dash" | "dashOffset"> {
  const dash = lengths[lengths.length - 1] + 1;
  const offset = new Timeline(dash);
  updates.forEach(({ iteration, start, end }) => {
    if (iteration < lengths.length) offset.move(start, end, dash - lengths[iteration]);
  });
  return { dash, dashOffset: offset.done() };
}
