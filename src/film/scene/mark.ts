import { mixColors } from "../colors/color.ts";
import { type Geometry, Segments } from "./geometry.ts";
import type { Role } from "./theme.ts";
import { type Animated, lastValue, Track, valueAt } from "./track.ts";

/** A colour `#rrggbb`, or a role whose colour the theme says. */
export type Paint = Role | `#${string}`;

/** A place, or a distance to the right and down, in pixels. */
export type Point = readonly [x: number, y: number];

/** The properties of a mark that may change over time. */
export interface Properties {
  /** Its path. */
  geometry: Geometry;
  /** The colour inside it. Default: none. */
  fill: Paint;
  /** The colour of its stroke. Default: none. */
  stroke: Paint;
  /** The width of its stroke, in pixels. */
  width: number;
  /** From 0 to 1. Default 1. */
  opacity: number;
  /** How far the dash is moved back along the path, in pixels, as `stroke-dashoffset` of SVG. */
  dashOffset: number;
  /** How far it is moved from where its path lies. */
  translate: Point;
}

/** For each property the value between two others, given the share of the second. */
export const mixes: {
  readonly [P in keyof Properties]: (
    from: Properties[P],
    to: Properties[P],
    share: number,
  ) => Properties[P];
} = {
  geometry: (from) => from,
  fill: mixPaints,
  stroke: mixPaints,
  width: mixNumbers,
  opacity: mixNumbers,
  dashOffset: mixNumbers,
  translate: (from, to, share) => [
    mixNumbers(from[0], to[0], share),
    mixNumbers(from[1], to[1], share),
  ],
};

/** A path with its paint, at one moment. */
export interface Mark extends Partial<Properties> {
  /** What it shows. */
  readonly name: string;
  /** Its path. */
  readonly geometry: Geometry;
  /** The length of the one dash its stroke consists of. Default: a full line. */
  readonly dash?: number;
  /** How its stroke ends. Default `"round"`. */
  readonly cap?: "butt";
}

/** A straight line: x1, y1, x2, y2, in pixels. */
export type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** Straight lines, each of which moves on its own; one without length is not drawn. */
export class MovingLines {
  /**
   * Takes the lines.
   *
   * @param lines The lines over time.
   */
  constructor(readonly lines: readonly Animated<Line>[]) {}

  /** The lines that have a length, where `value` says each of them is. */
  still(value: (line: Animated<Line>) => Line): Segments {
    const present = this.lines.map(value).filter(([x1, y1, x2, y2]) => x1 !== x2 || y1 !== y2);
    return new Segments(Float64Array.from(present.flat()));
  }
}

/** A mark of a film: a path with paint whose properties may change over time. */
export type MovingMark =
  & Pick<Mark, "name" | "dash" | "cap">
  & { readonly geometry: Animated<Geometry> | MovingLines }
  & { readonly [P in Exclude<keyof Properties, "geometry">]?: Animated<Properties[P]> };

/** The mark as it is at a time. */
export function markAt(mark: MovingMark, time: number): Mark {
  return still(mark, (track, mix) => valueAt(track, time, mix));
}

/** The mark as it is at the end. */
export function lastMark(mark: MovingMark): Mark {
  return still(mark, lastValue);
}

/** The tracks of a mark's properties. */
export function tracksOf(mark: MovingMark): Track<unknown>[] {
  const lines = mark.geometry instanceof MovingLines ? mark.geometry.lines : [];
  return [...Object.values(mark), ...lines].filter((value) => value instanceof Track);
}

type Mix = (from: unknown, to: unknown, share: number) => unknown;

function still(mark: MovingMark, at: (animated: Animated<unknown>, mix: Mix) => unknown): Mark {
  const result: Record<string, unknown> = {};
  for (const property in mark) {
    const value = mark[property as keyof MovingMark];
    result[property] = value instanceof MovingLines
      ? value.still((line) => at(line, mixLines as Mix) as Line)
      : at(value, mixes[property as keyof Properties] as Mix);
  }
  return result as unknown as Mark;
}

function mixLines(from: Line, to: Line, share: number): Line {
  const mix = (i: number) => mixNumbers(from[i], to[i], share);
  return [mix(0), mix(1), mix(2), mix(3)];
}

function mixPaints(from: Paint, to: Paint, share: number): Paint {
  return mixColors(from, to, share) as Paint;
}

function mixNumbers(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
