import type { Beat } from "../scene/beats.ts";
import { Polyline } from "../scene/geometry.ts";
import type { MovingMark } from "../scene/mark.ts";
import type { Stage } from "../run/stage.ts";
import type { Story } from "../run/story.ts";
import { Timeline } from "../scene/track.ts";

/** How far a trail may stay behind its centroid, in pixels. */
const HIDDEN = 3;

/** The trails of the centroids, drawn as they move: each is one dash that grows along its whole path. */
export function trailMarks(
  _story: Story,
  { paths, colors, trail }: Stage,
  beats: readonly Beat[],
): MovingMark[] {
  const updates = beats.filter(({ kind }) => kind === "update");
  return paths.flatMap((path, i) => {
    const lengths = lengthsAlong(path);
    const total = lengths[lengths.length - 1];
    if (total < 0.5) return [];
    return [{
      name: "trail",
      geometry: new Polyline(path),
      stroke: colors[i],
      width: trail,
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
