import type { Trace } from "../../trace/trace.ts";
import { classicFilm } from "./classic_film.ts";
import type { Film } from "../scene/film.ts";
import { glidingFilm } from "./gliding_film.ts";
import { readable, requireOptions, shown } from "../../checks.ts";
import { requireTrace } from "../../trace/require_trace.ts";
import { type FilmOptions, RUN_FILM_RULES } from "./film_options.ts";
import { storyboardFilm } from "./storyboard_film.ts";

/** What makes the film in each style. */
const styles = { glide: glidingFilm, classic: classicFilm };

/**
 * Makes the film of a run.
 *
 * @param trace The run.
 * @param options How it looks and how long it lasts.
 * @returns The film, a function of time.
 * @throws {TypeError} If the trace is none, or an option is of a wrong type.
 * @throws {RangeError} If an option is out of range, or a storyboard asks for an iteration that the
 * run does not have.
 * @throws The signal's reason, if it aborts.
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
  requireTrace("make the film", trace);
  requireOptions("make the film", options, RUN_FILM_RULES);
  const { style = "glide", storyboard, signal } = options;
  signal?.throwIfAborted();
  if (storyboard !== undefined) requireStoryboard(storyboard);
  return storyboard ? storyboardFilm(trace, storyboard, options) : styles[style](trace, options);
}

function requireStoryboard(storyboard: unknown): void {
  if (storyboard === "auto") return;
  const isIteration = (value: unknown) =>
    value === "last" || Number.isInteger(value) && value as number >= 0;
  const [isArray, astray] = readable("make the film", "storyboard", storyboard, () => {
    if (!Array.isArray(storyboard)) return [false, storyboard];
    const at = storyboard.findIndex((value) => !isIteration(value));
    return [true, at < 0 ? storyboard.length > 0 ? undefined : "none" : storyboard[at] ?? "none"];
  });
  if (isArray && astray === undefined) return;
  const value = shown(astray);
  const Kind = isArray || typeof storyboard === "string" ? RangeError : TypeError;
  throw new Kind(
    `Cannot make the film as 'storyboard' must be "auto" or iterations, from 0 on or "last": ${value}`,
  );
}
