import { readable, requireOption, shown } from "../../checks.ts";
import { drawn, type DrawnFilm, type Film, lastScene, sceneAt } from "./film.ts";
import type { Mark } from "./mark.ts";
import { type Part, stepMarks } from "./step_scene.ts";

/**
 * A moment of a film: a time in milliseconds from its start; or an iteration, from 0 on, with its
 * centroids, their cells and the labels that these give; or one part of it, in style `glide`:
 * `assign` with the centroids and cells before and the labels that these gave, `update` with the
 * centroids as they are moved to the means of those labels, without cells.
 */
export type Moment = number | { readonly iteration: number; readonly part?: Part };

/**
 * A film in which nothing moves: it shows one moment of another film.
 *
 * @param film The film.
 * @param moment A time in milliseconds, from 0 to the duration of the film, or an iteration, from 0
 * on, or a part of one.
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
  const still: DrawnFilm = { ...drawn(film), marks: marksOf(drawn(film), moment) };
  return still;
}

/** What a part of an iteration may be. */
const PART_RULE = { is: "word", words: ["assign", "update"] } as const;

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
  if (typeof value === "number") {
    const part = typeof moment === "object"
      ? readable("show a moment", "moment", moment, () => (moment as { part?: unknown }).part)
      : undefined;
    if (part !== undefined) requireOption("show a moment", "part", part, PART_RULE);
    return;
  }
  throw new TypeError(
    `Cannot show a moment as 'moment' must be a time in milliseconds or { iteration }: ${
      shown(moment)
    }`,
  );
}

/** The marks of a moment. */
function marksOf(film: DrawnFilm, moment: Moment): readonly Mark[] {
  const { beats, duration } = film;
  if (typeof moment === "number") {
    if (moment >= 0 && moment <= duration) {
      return (moment === duration ? lastScene(film) : sceneAt(film, moment)).marks;
    }
    throw new RangeError(
      `Cannot show a moment as 'moment' must be in the film, which lasts ${duration / 1000} s: ${
        moment / 1000
      } s`,
    );
  }
  const { iteration, part } = moment;
  const marks = stepMarks(film, iteration, part);
  if (marks) return marks;
  const last = beats[beats.length - 1].iteration;
  if (part && beats.some((beat) => beat.iteration === iteration)) {
    throw new RangeError(
      `Cannot show a moment as 'part' must be one that iteration ${iteration} of the film has: "${part}"`,
    );
  }
  throw new RangeError(
    `Cannot show a moment as 'iteration' must be one of the film, up to ${last}: ${iteration}`,
  );
}
