import type { Trace } from "../../trace/trace.ts";
import { classicFilm } from "./classic_film.ts";
import type { Film } from "../scene/film.ts";
import { glidingFilm } from "./gliding_film.ts";
import type { FilmOptions } from "./film_options.ts";
import { storyboardFilm } from "./storyboard_film.ts";

/** The ways to tell a run, by name. */
const styles = { glide: glidingFilm, classic: classicFilm };

/**
 * Makes the film of a run.
 *
 * @param trace The run.
 * @param options How it looks and how long it lasts.
 * @returns The film, a function of time.
 * @throws {RangeError} If a storyboard asks for an iteration that the run does not have.
 *
 * @example A film of two beats an iteration
 * ```ts
 * import { makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const trace = record([[0, 0], [0, 1], [9, 9]], { init: [[0, 0], [9, 9]] });
 * const film = makeFilm(trace, { width: 320, height: 240 });
 * assert.deepEqual(film.beats.slice(0, 3).map(({ kind }) => kind), ["start", "assign", "update"]);
 * ```
 */
export function makeFilm(trace: Trace, options: FilmOptions = {}): Film {
  const { style = "glide", storyboard } = options;
  return storyboard ? storyboardFilm(trace, storyboard, options) : styles[style](trace, options);
}
