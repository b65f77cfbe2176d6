import type { Line } from "../scene/mark.ts";
import { type Animated, type Key, Track } from "../scene/track.ts";

/** How far a line may be off while it moves: in pixels, and as a share of its way. */
const TOLERANCE = 1.4;
const LAX = 0.15;

/** A line at a time; none while it is not there. */
interface Sample {
  readonly time: number;
  readonly line?: Line;
}

/**
 * The track of a line known at some times, before the first as at the first: with a key only where
 * it would otherwise be off by more than the tolerance.
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
    for (let from = 0; from < stretch.length - 1;) {
      let to = stretch.length - 1;
      while (to > from + 1 && !fits(stretch, from, to)) to--;
      const { time, line } = stretch[to];
      if (farthest(keys[keys.length - 1].value, line) > 0) {
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

/** The samples from `first` on in which the line is there, its ends in the same order in all. */
function presentFrom(samples: readonly Sample[], first: number): Required<Sample>[] {
  const stretch: Required<Sample>[] = [];
  for (let i = first; i < samples.length; i++) {
    const { time, line } = samples[i];
    if (!line) break;
    const before = stretch[stretch.length - 1]?.line ?? line;
    const turned: Line = [line[2], line[3], line[0], line[1]];
    stretch.push({
      time,
      line: farthest(before, turned) < farthest(before, line) ? turned : line,
    });
  }
  return stretch;
}

/** Whether the samples between two lie within the tolerance of the straight way between those. */
function fits(samples: readonly Required<Sample>[], from: number, to: number): boolean {
  const [first, last] = [samples[from], samples[to]];
  const tolerance = TOLERANCE + LAX * farthest(first.line, last.line);
  for (let i = from + 1; i < to; i++) {
    const { time, line } = samples[i];
    const share = (time - first.time) / (last.time - first.time);
    for (let j = 0; j < line.length; j++) {
      const way = (last.line[j] - first.line[j]) * share;
      if (!(Math.abs(first.line[j] + way - line[j]) <= tolerance)) return false;
    }
  }
  return true;
}

function farthest(a: Line, b: Line): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
  return most;
}

function collapsed([x, y]: Line): Line {
  return [x, y, x, y];
}
