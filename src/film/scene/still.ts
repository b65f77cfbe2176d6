import { readable, shown } from "../../checks.ts";
import { drawn, type DrawnFilm, type Film, lastScene, sceneAt } from "./film.ts";

/** A moment of a film: a time in milliseconds from its start, or the end of an iteration. */
export type Moment = number | { readonly iteration: number };

/**
 * How long before the end of a beat a still is taken, in milliseconds: the next beat changes
 * nothing yet.
 */
const JUST_BEFORE = 1e-6;

/**
 * A film in which nothing moves: it shows one moment of another film.
 *
 * @param film The film.
 * @param moment A time in milliseconds, from 0 to the duration of the film, or an iteration, from 0
 * on.
 * @returns A film of that picture, as long as the other.
 * @throws {TypeError} If the moment is of a wrong type, or the film was not made by `makeFilm` or
 * the like.
 * @throws {RangeError} If the film has no such moment.
 *
 * @example The picture when the first iteration is done
 * ```ts
 * import { filmToPng, makeFilm, record, stillOf } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }), { width: 320, height: 240 });
 * const png = await filmToPng(stillOf(film, { iteration: 1 }));
 * assert.deepEqual([...png.subarray(1, 4)], [0x50, 0x4e, 0x47]);
 * ```
 */
export function stillOf(film: Film, moment: Moment): Film {
  drawn(film);
  requireMoment(moment);
  const time = timeOf(film, moment);
  const { marks } = time === film.duration ? lastScene(film) : sceneAt(film, time);
  const still: DrawnFilm = { ...drawn(film), marks };
  return still;
}

function requireMoment(moment: unknown): void {
  const value = readable(
    "show a moment",
    "moment",
    moment,
    () =>
      typeof moment === "object" && moment !== null
        ? (moment as { iteration?: unknown }).iteration
        : moment,
  );
  if (typeof value === "number") return;
  throw new TypeError(
    `Cannot show a moment as 'moment' must be a time in milliseconds or { iteration }: ${
      shown(moment)
    }`,
  );
}

/** The time of a moment, in milliseconds. */
function timeOf({ beats, duration }: Film, moment: Moment): number {
  if (typeof moment === "number") {
    if (moment >= 0 && moment <= duration) return moment;
    throw new RangeError(
      `Cannot show a moment as 'moment' must be in the film, which lasts ${duration / 1000} s: ${
        moment / 1000
      } s`,
    );
  }
  const own = beats.filter(({ iteration }) => iteration === moment.iteration);
  const beat = own.findLast(({ kind }) => kind !== "hold") ?? own[0];
  if (beat) return beat.end - JUST_BEFORE;
  const last = beats[beats.length - 1].iteration;
  throw new RangeError(
    `Cannot show a moment as 'iteration' must be one of the film, up to ${last}: ${moment.iteration}`,
  );
}
