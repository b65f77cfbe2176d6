import type { Line } from "../scene/mark.ts";
import { type Animated, type Key, Track } from "../scene/track.ts";

/**
 * How far an end of a line may be from its true place while it moves: this many pixels, and this
 * share of the distance it moves between two keys. An error is harder to see the faster a line
 * moves.
 */
const TOLERANCE = 1.4;
const TOLERANCE_SHARE = 0.15;

/** A line at a time; without one where its two cells have no common edge then. */
interface Sample {
  readonly time: number;
  readonly line?: Line;
}

/**
 * The track of a line that is known at some times, with as few keys as keep it within the
 * tolerance. While there is no line, it is one without length.
 *
 * @param samples The line at those times, in order. It is the same before the first of them.
 */
export function simplified(samples: readonly Sample[]): Animated<Line> {
  const keys: Key<Line>[] = [];
  for (let i = 0; i < samples.length;) {
    const { time, line } = samples[i];
    if (!line) {
      i++;
      continue;
    }
    if (keys.length === 0 && i > 0) keys.push({ time: 0, value: collapsed(line), ease: "jump" });
    keys.push({ time: i > 0 ? time : 0, value: line, ease: "jump" });
    const stretch = presentFrom(samples, i);
    // From each key straight to the latest sample that leaves all in between within the tolerance.
    for (let from = 0; from < stretch.length - 1;) {
      let to = stretch.length - 1;
      while (to > from + 1 && !fits(stretch, from, to)) to--;
      const { time, line } = stretch[to];
      if (farthestApart(keys[keys.length - 1].value, line) > 0) {
        keys.push({ time, value: line, ease: "linear" });
      } else if (to < stretch.length - 1) keys.push({ time, value: line, ease: "jump" });
      from = to;
    }
    i += stretch.length;
    if (i < samples.length) {
      const { value } = keys[keys.length - 1];
      keys.push({ time: samples[i].time, value: collapsed(value), ease: "jump" });
    }
  }
  return keys.length === 1 ? keys[0].value : new Track(keys);
}

/**
 * The samples from `first` on until the line is gone; in all of them its ends have the same order.
 */
function presentFrom(samples: readonly Sample[], first: number): Required<Sample>[] {
  const stretch: Required<Sample>[] = [];
  for (let i = first; i < samples.length; i++) {
    const { time, line } = samples[i];
    if (!line) break;
    const before = stretch[stretch.length - 1]?.line ?? line;
    const turned: Line = [line[2], line[3], line[0], line[1]];
    stretch.push({
      time,
      line: farthestApart(before, turned) < farthestApart(before, line) ? turned : line,
    });
  }
  return stretch;
}

/**
 * Whether a line that moves evenly from one sample to another is within the tolerance in between.
 */
function fits(samples: readonly Required<Sample>[], from: number, to: number): boolean {
  const [first, last] = [samples[from], samples[to]];
  const tolerance = TOLERANCE + TOLERANCE_SHARE * farthestApart(first.line, last.line);
  for (let i = from + 1; i < to; i++) {
    const { time, line } = samples[i];
    const share = (time - first.time) / (last.time - first.time);
    for (let j = 0; j < line.length; j++) {
      const moved = (last.line[j] - first.line[j]) * share;
      if (!(Math.abs(first.line[j] + moved - line[j]) <= tolerance)) return false;
    }
  }
  return true;
}

/** How far apart two lines are, in pixels: the largest difference of their coordinates. */
function farthestApart(a: Line, b: Line): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
  return most;
}

/** The line without length that begins where a line does. */
function collapsed([x, y]: Line): Line {
  return [x, y, x, y];
}
