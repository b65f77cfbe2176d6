import { isArray, readable, requireArray, requireOption, type Rules, shown } from "../../checks.ts";
import type { Beat } from "./beats.ts";
import type { Figures } from "./figures.ts";
import { type Geometry, Stamps } from "./geometry.ts";
import { MovingLines, type MovingMark, tracksOf } from "./mark.ts";
import { THEME_NAMES } from "./theme.ts";
import { Track } from "./track.ts";

/** The longest side of a picture, in pixels. */
export const LONGEST_SIDE = 8192;

/** What a film is besides its beats and marks. */
const RULES = {
  width: { is: "number", least: 1, most: LONGEST_SIDE, isWhole: true },
  height: { is: "number", least: 1, most: LONGEST_SIDE, isWhole: true },
  duration: { is: "number", least: 10, most: Number.MAX_VALUE },
  theme: { is: "word", words: THEME_NAMES },
  title: { is: "text" },
  description: { is: "text" },
} as const satisfies Rules;

/** The films that have been checked: one is drawn many times. */
const checked = new WeakSet<object>();

/**
 * Refuses a film that no format can hold: one that was not made by `makeFilm` and the like, or in
 * which a number is not finite.
 *
 * @throws {TypeError} If it was not made so, or something in it is of a wrong type.
 * @throws {RangeError} If a number is out of range or not finite.
 */
export function requireDrawable(film: object): void {
  if (typeof film === "object" && film !== null && checked.has(film)) return;
  const read: Record<string, unknown> = readable(
    "draw the film",
    "film",
    film,
    () => ({ ...film }),
  );
  const { marks, beats, figures } = read;
  if (!isArray(marks) || !isArray(beats) || beats.length === 0) {
    throw new TypeError(
      `Cannot draw the film as 'film' must be made by makeFilm, compareFilm, elbowFilm or stillOf: ${
        shown(film)
      }`,
    );
  }
  for (const [name, rule] of Object.entries(RULES)) {
    requireOption("draw the film", name, read[name], rule);
  }
  for (const beat of beats) requireBeat(beat);
  if (figures !== undefined) requireFigures(figures);
  const seen = new Set<unknown>();
  for (const mark of marks) requireFiniteMark(asMark(mark), seen);
  checked.add(film);
}

function requireBeat(beat: unknown): void {
  const { kind, iteration, start, end } = readable("draw the film", "beats", beat, () => ({
    ...beat as Partial<Beat>,
  }));
  // A kind that is not known is called by its own name.
  const isBeat = typeof kind === "string" && [iteration, start, end].every(Number.isFinite);
  if (isBeat) return;
  throw new TypeError(`Cannot draw the film as 'beats' must be its parts: ${shown(beat)}`);
}

function requireFigures(figures: unknown): void {
  requireArray("draw the film", "figures", figures);
  for (const one of figures) {
    const { inertia, changed } = readable("draw the film", "figures", one, () => ({
      ...one as Partial<Figures>,
    }));
    if (typeof inertia === "number" && typeof changed === "number") continue;
    throw new TypeError(
      `Cannot draw the film as 'figures' must be those of its iterations: ${shown(one)}`,
    );
  }
}

/** A mark as it was given; what it is drawn as is not looked at. */
function asMark(mark: unknown): MovingMark {
  const isMark = readable("draw the film", "marks", mark, () => {
    const { name, geometry } = (mark ?? {}) as Partial<MovingMark>;
    return typeof name === "string" && typeof geometry === "object" && geometry !== null;
  });
  if (isMark) return mark as MovingMark;
  throw new TypeError(`Cannot draw the film as 'marks' must be marks: ${shown(mark)}`);
}

/** @param seen What has been looked at: marks share tracks and paths. */
function requireFiniteMark(mark: MovingMark, seen: Set<unknown>): void {
  const { name, geometry } = mark;
  if (geometry instanceof MovingLines) {
    for (const line of geometry.lines) requireFinite(name, "geometry", line, seen);
  } else requireFinite(name, "geometry", geometry, seen);
  for (const property of ["width", "opacity", "dash", "dashOffset", "translate"] as const) {
    requireFinite(name, property, mark[property], seen);
  }
  for (const { keys } of tracksOf(mark)) {
    if (!seen.has(keys)) keys.forEach(({ time }) => requireNumber(name, "time", time));
    seen.add(keys);
  }
}

function requireFinite(name: string, property: string, value: unknown, seen: Set<unknown>): void {
  if (typeof value === "number") return requireNumber(name, property, value);
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof Track) {
    for (const key of value.keys) requireFinite(name, property, key.value, seen);
  } else if (Array.isArray(value)) {
    for (const number of value) requireNumber(name, property, number);
  } else if (value instanceof Stamps) {
    if (seen.has(value.at)) return;
    seen.add(value.at);
    for (const number of value.at) requireNumber(name, property, number);
  } else requireFiniteBoxes(name, value as Geometry);
}

function requireFiniteBoxes(name: string, geometry: Geometry): void {
  for (let i = 0; i < geometry.length; i++) {
    const box = geometry.box(i);
    // That of a path without points is empty: its left edge lies beyond its right one.
    if (box[0] > box[2]) continue;
    for (const number of box) requireNumber(name, "geometry", number);
  }
}

function requireNumber(name: string, property: string, number: number): void {
  if (Number.isFinite(number)) return;
  throw new RangeError(
    `Cannot draw the film as its numbers must be finite: ${property} of a mark '${name}' is ${number}`,
  );
}
