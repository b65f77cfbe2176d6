import type { Beat } from "../scene/beats.ts";
import type { MovingMark } from "../scene/mark.ts";
import { Timeline } from "../scene/track.ts";

/** The length of a line up to each of its points, x and y alternating, in pixels. */
export function lengthsAlong(points: ArrayLike<number>): number[] {
  const lengths = [0];
  for (let i = 2; i < points.length; i += 2) {
    const step = Math.hypot(points[i] - points[i - 2], points[i + 1] - points[i - 1]);
    lengths.push(lengths[lengths.length - 1] + step);
  }
  return lengths;
}

/**
 * Draws a line little by little, up to its point `i` at the end of update `i`: it is one dash as
 * long as the whole line, which is moved into sight.
 *
 * @param lengths The length of the line up to each point, in pixels.
 * @param updates The updates, each with the iteration that its point belongs to.
 */
export function drawnAlong(
  lengths: readonly number[],
  updates: readonly Beat[],
): Pick<MovingMark, "dash" | "dashOffset"> {
  // A pixel more, so that the end of the line is not lost to rounding.
  const dash = lengths[lengths.length - 1] + 1;
  const offset = new Timeline(dash);
  updates.forEach(({ iteration, start, end }) => {
    if (iteration < lengths.length) offset.move(start, end, dash - lengths[iteration]);
  });
  return { dash, dashOffset: offset.done() };
}
