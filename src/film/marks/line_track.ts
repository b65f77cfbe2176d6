import type { Line, Point } from "../scene/mark.ts";
import { type Animated, type Key, partOfGlide, Track } from "../scene/track.ts";
import type { CellMoment } from "./cell_moments.ts";
import { CornerWays } from "./corner_ways.ts";

/** A move of the centroids, and of all corners with them. */
export interface CellMove {
  /** Its moments, from its start to its end. */
  readonly moments: readonly CellMoment[];
  readonly ways: CornerWays;
  /** The lines that are there at any of them. */
  readonly pairs: ReadonlySet<string>;
}

/** The move of given moments. */
export function moveOf(moments: readonly CellMoment[]): CellMove {
  const pairs = new Set(moments.flatMap(({ lines }) => [...lines.keys()]));
  return { moments, ways: new CornerWays(moments), pairs };
}

/**
 * The track of a line between two cells: its ends follow the corners that they are in, and it has
 * keys where these have. It is one without length while the two have no line between them.
 *
 * @param pair The two clusters.
 * @param moves The moves, one after another; the lines stand still before, between and after them.
 */
export function lineTrack(pair: string, moves: readonly CellMove[]): Animated<Line> {
  const keys: Key<Line>[] = [];
  for (const move of moves) {
    const { moments } = move;
    const [start, end] = [moments[0].time, moments[moments.length - 1].time];
    const lines = linesOf(pair, move);
    keys[0] ??= { time: 0, value: lines.get(0) ?? GONE, ease: "jump" };
    const before = keys[keys.length - 1].value;
    // A centroid that is dropped takes its lines with it.
    if (!lines.has(0) && !isPoint(before)) lines.set(0, middleOf(before));
    if ([...lines.values()].every((line) => isSame(line, before))) continue;
    for (const [i, line] of [...lines].sort(([i], [j]) => i - j)) {
      const { time: since, value: last } = keys[keys.length - 1];
      const { time } = moments[i];
      const value = isSame(last, line) ? last : line;
      // What comes anew comes where it is to grow, and not from where it went.
      const isJump = i === 0 || value === last || isPoint(last) && isPoint(line);
      const part = (time: number) => (time - start) / (end - start);
      keys.push({ time, value, ease: isJump ? "jump" : partOfGlide(part(since), part(time)) });
    }
  }
  return keys.every(({ value }) => isSame(value, keys[0].value)) ? keys[0].value : new Track(keys);
}

/**
 * The line at the moments of a move that it has keys at, the first and the last among them; also at
 * those just before it comes and after it has gone, as one without length.
 */
function linesOf(pair: string, { moments, ways, pairs }: CellMove): Map<number, Line> {
  if (!pairs.has(pair)) return new Map();
  const ends = endsOf(pair, moments);
  const isKey = (i: number) =>
    i === 0 || i === moments.length - 1 ||
    (ends[i]
      ? [ends[i - 1], ends[i + 1]].some((other) => !isSame(other, ends[i])) ||
        ends[i]!.some((name) => ways.hasKey(name, i))
      : ends[i - 1] !== undefined || ends[i + 1] !== undefined);
  const lines = new Map<number, Line>();
  for (let i = 0; i < moments.length; i++) {
    if (!isKey(i)) continue;
    const lineAt = (i: number): Line | undefined =>
      ends[i] && [...ways.place(ends[i]![0], i), ...ways.place(ends[i]![1], i)] as const;
    const line = lineAt(i);
    const beside = lineAt(i + 1) ?? lineAt(i - 1);
    if (line || beside) lines.set(i, line ?? middleOf(beside!));
  }
  return lines;
}

/** A line that is not there. */
const GONE: Line = [0, 0, 0, 0];

/** The corners of a line at each moment at which it is there, its ends in the same order in all. */
function endsOf(
  pair: string,
  moments: readonly CellMoment[],
): (readonly [string, string] | undefined)[] {
  const all: (readonly [string, string] | undefined)[] = [];
  moments.forEach(({ lines, corners }, i) => {
    const ends = lines.get(pair);
    const before = all[i - 1];
    if (!ends || !before) return void all.push(ends);
    const [p, q] = ends.map((name) => corners.get(name)!);
    const [u, v] = before.map((name) => moments[i - 1].corners.get(name)!);
    const isTurned = distance(p, v) + distance(q, u) < distance(p, u) + distance(q, v);
    all.push(isTurned ? [ends[1], ends[0]] : ends);
  });
  return all;
}

function middleOf([x1, y1, x2, y2]: Line): Line {
  const [x, y] = [Math.round((x1 + x2) * 5) / 10, Math.round((y1 + y2) * 5) / 10];
  return [x, y, x, y];
}

function isPoint([x1, y1, x2, y2]: Line): boolean {
  return x1 === x2 && y1 === y2;
}

function isSame(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a === b || a !== undefined && b !== undefined && a.every((value, i) => value === b[i]);
}

function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1);
}
