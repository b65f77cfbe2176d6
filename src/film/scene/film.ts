import type { Beat } from "./beats.ts";
import type { Figures } from "./figures.ts";
import { requireOption } from "../../checks.ts";
import { lastMark, type Mark, markAt, type MovingMark, tracksOf } from "./mark.ts";
import { requireDrawable } from "./require_drawable.ts";
import type { ThemeName } from "./theme.ts";
import type { View } from "./view.ts";

/**
 * A run told over time: a picture that changes. A script makes a film and gives it to functions
 * that draw it; what it is drawn from is left to them.
 */
export interface Film {
  /** The width of the picture, in pixels. */
  readonly width: number;
  /** The height of the picture, in pixels. */
  readonly height: number;
  /** How long it lasts, in milliseconds, a multiple of 10. */
  readonly duration: number;
  /** The parts of the film, one after another. */
  readonly beats: readonly Beat[];
  /** The figures of each iteration, 0 first, where the film tells one run. */
  readonly figures?: readonly Figures[];
  /** The theme it is shown in unless another is asked for. */
  readonly theme: ThemeName | "auto";
  /** What it shows, in a few words. */
  readonly title: string;
  /** What it shows, in a sentence or two. */
  readonly description: string;
}

/** A film with its marks, as `makeFilm` and the like make it. */
export interface DrawnFilm extends Film {
  /** What is drawn, from back to front. */
  readonly marks: readonly MovingMark[];
  /**
   * Which part of the plane is seen, and where; only of a film that shows one run in one picture.
   */
  readonly view?: View;
}

/**
 * The film with its marks.
 *
 * @throws {TypeError} If it was not made by `makeFilm`, `compareFilm`, `elbowFilm` or `stillOf`.
 * @throws {RangeError} If a number in it is not finite, or is out of range.
 */
export function drawn(film: Film): DrawnFilm {
  requireDrawable(film);
  return film as DrawnFilm;
}

/** The picture at one moment. */
export interface Scene {
  /** The width of the picture, in pixels. */
  readonly width: number;
  /** The height of the picture, in pixels. */
  readonly height: number;
  /** What is drawn, from back to front. */
  readonly marks: readonly Mark[];
}

/** A picture that is shown for some time. */
export interface Frame {
  /** When it begins, in milliseconds. */
  readonly time: number;
  /** How long it is shown, in milliseconds, a multiple of 10. */
  readonly duration: number;
}

/**
 * The picture at a time.
 *
 * @param film The film.
 * @param time In milliseconds from its start.
 * @returns The scene.
 */
export function sceneAt(film: Film, time: number): Scene {
  requireOption("draw the film", "time", time, TIME_RULE);
  return sceneOf(film, drawn(film).marks.map((mark) => markAt(mark, time)));
}

/**
 * The picture at the end of a film.
 *
 * @param film The film.
 * @returns The scene.
 */
export function lastScene(film: Film): Scene {
  return sceneOf(film, drawn(film).marks.map(lastMark));
}

function sceneOf({ width, height }: Film, marks: Mark[]): Scene {
  return { width, height, marks };
}

/** What a time in a film may be, in milliseconds. */
const TIME_RULE = { is: "number", least: -Number.MAX_VALUE, most: Number.MAX_VALUE } as const;

/** What frames a second may be. */
export const FPS_RULE = { is: "number", least: 1, most: 50 } as const;

/** The most frames that a film is drawn in: with 20 a second, those of almost 14 hours. */
const MOST_FRAMES = 1_000_000;

/**
 * The frames of a film: while anything moves, as many a second as asked for; while all stands
 * still, a single one.
 *
 * @param film The film.
 * @param fps Frames a second, 1 to 50: viewers of GIFs slow down frames of less than 20 ms.
 * @returns The frames, one after another, together as long as the film.
 * @throws {TypeError} If the film was not made by `makeFilm` or the like, or `fps` is no number.
 * @throws {RangeError} If `fps` is out of range, or the film would have more than 1,000,000 frames.
 *
 * @example A storyboard has one frame
 * ```ts
 * import { framesOf, makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }), { storyboard: "auto" });
 * assert.deepEqual(framesOf(film, 20), [{ time: 0, duration: 2500 }]);
 * ```
 */
export function framesOf(film: Film, fps: number): Frame[] {
  requireOption("divide the film into frames", "fps", fps, FPS_RULE);
  requireFrames(drawn(film), fps);
  const times = new Set([0]);
  for (const track of new Set(drawn(film).marks.flatMap(tracksOf))) {
    track.keys.forEach(({ time, ease }, i) => {
      const from = ease === "jump" ? time : track.keys[i - 1].time;
      // The margin keeps a frame at the very start of a move from being lost to rounding.
      for (let at = Math.ceil(from * fps / 1000 - 1e-9);; at++) {
        times.add(Math.min(timeOfFrame(at, fps), film.duration));
        if (!(timeOfFrame(at, fps) < time)) break;
      }
    });
  }
  const sorted = [...times].filter((time) => time < film.duration).sort((a, b) => a - b);
  return sorted.map((time, i) => ({ time, duration: (sorted[i + 1] ?? film.duration) - time }));
}

/** Refuses a film that is too long to be drawn frame by frame. */
function requireFrames({ duration }: Film, fps: number): void {
  const frames = Math.ceil(duration * fps / 1000);
  if (frames <= MOST_FRAMES) return;
  throw new RangeError(
    `Cannot draw the film as its 'duration' may be ${MOST_FRAMES} frames at the most: ${frames} in ${
      duration / 1000
    } s at ${fps} a second; make it shorter, or draw fewer a second`,
  );
}

/**
 * When frame `i` of a film of `fps` frames a second is shown, in milliseconds, rounded to a
 * multiple of 10, the unit of time in a GIF.
 */
export function timeOfFrame(i: number, fps: number): number {
  return Math.round(i * 100 / fps) * 10;
}
