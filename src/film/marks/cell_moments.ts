import { glide } from "../scene/track.ts";
import type { CellLines } from "./cell_lines.ts";

/** The lines between cells at a moment of a move. */
export interface CellMoment extends CellLines {
  /** In milliseconds. */
  readonly time: number;
  /** The share of their way that centroids have gone. */
  readonly share: number;
}

/** Into how many parts a move is divided at least. */
const PARTS = 8;
/**
 * How far a corner may be from the straight way between two moments, in pixels, without moments in
 * between being looked at.
 */
const STRAIGHT = 0.15;
/** How many centroids are looked at in all moments of a move together, at the most. */
const MOST_PLACES = 10_000;

/** When a move happens, in milliseconds. */
interface Move {
  readonly start: number;
  readonly end: number;
  /** Moments in between are multiples of this: the times that an SVG can say. */
  readonly unit: number;
}

/**
 * The moments of a move that tell how its lines move: the closer together, the less evenly corners
 * move, down to the unit where lines come or go or end in other corners than before.
 *
 * @param k How many centroids there are.
 * @param linesAt The lines when centroids have gone a share of their way.
 * @throws The signal's reason, if it aborts; it is asked at every moment.
 */
export function cellMoments(
  { start, end, unit }: Move,
  k: number,
  linesAt: (share: number) => CellLines,
  signal?: AbortSignal,
): CellMoment[] {
  // A long run is told so fast that a move can last no time at all.
  if (end <= start) return [{ time: end, share: 1, ...linesAt(1) }];
  const [low, high] = [Math.floor(start / unit), Math.ceil(end / unit)];
  const moments = new Map<number, CellMoment>();
  const momentAt = (step: number) => {
    signal?.throwIfAborted();
    // The margin keeps rounding from making it a step less.
    const time = step <= low ? start : step >= high ? end : (step + 0.01) * unit;
    const share = glide((time - start) / (end - start));
    const moment = { time, share, ...linesAt(share) };
    moments.set(step, moment);
    return moment;
  };
  const parts = Math.min(PARTS, high - low);
  const steps = Array.from(
    { length: parts + 1 },
    (_, i) => low + Math.round((high - low) * i / parts),
  );
  steps.forEach(momentAt);
  const open = steps.slice(1).map((step, i) => [steps[i], step]);
  for (const [from, to] of open) {
    if (to - from < 2 || moments.size * k > MOST_PLACES) continue;
    const step = Math.round((from + to) / 2);
    const middle = momentAt(step);
    if (isStraight(moments.get(from)!, middle, moments.get(to)!)) moments.delete(step);
    else open.push([from, step], [step, to]);
  }
  return [...moments.entries()].sort(([a], [b]) => a - b).map(([, moment]) => moment);
}

/** Whether lines stay the same and corners move evenly from one moment to another. */
function isStraight(from: CellMoment, middle: CellMoment, to: CellMoment): boolean {
  for (const { lines } of [from, to]) {
    if (lines.size !== middle.lines.size) return false;
    for (const [pair, [first, last]] of middle.lines) {
      const ends = lines.get(pair);
      if (!ends?.includes(first) || !ends.includes(last)) return false;
    }
  }
  const part = (middle.share - from.share) / (to.share - from.share);
  for (const [name, [x, y]] of middle.corners) {
    const [[x1, y1], [x2, y2]] = [from.corners.get(name)!, to.corners.get(name)!];
    if (!(Math.hypot(x1 + (x2 - x1) * part - x, y1 + (y2 - y1) * part - y) <= STRAIGHT)) {
      return false;
    }
  }
  return true;
}
