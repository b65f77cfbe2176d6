import type { Film } from "../../film/scene/film.ts";
import { type Moment, stillOf } from "../../film/scene/still.ts";
import { UsageError } from "../errors.ts";

/**
 * The moment that `--at` asks for, as a film in which nothing moves.
 *
 * @throws {UsageError} If the film has no such moment.
 */
export function stillAt(film: Film, at: Moment): Film {
  try {
    return stillOf(film, at);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { beats, duration } = film;
    throw new UsageError(
      typeof at === "number"
        ? `--at ${at / 1000}s: the film ends at ${duration / 1000}s`
        : at.part && beats.some(({ iteration }) => iteration === at.iteration)
        ? `--at iteration=${at.iteration}:${at.part}: the film has no such part: choose ` +
          `--at iteration=${at.iteration}`
        : `--at iteration=${at.iteration}: the film ends with iteration=${
          beats[beats.length - 1].iteration
        }`,
    );
  }
}
