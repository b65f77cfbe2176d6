import type { Trace } from "../../trace/trace.ts";
import { describe } from "../run/description.ts";
import type { DrawnFilm } from "../scene/film.ts";
import { stepMarks } from "../scene/step_scene.ts";
import { glidingFilm } from "./gliding_film.ts";
import { gridOf, HEADING, labelMark, movedBy } from "./panels.ts";
import type { FilmOptions, Storyboard } from "./film_options.ts";

/** How many iterations are chosen at most where none are asked for. */
const PICTURES = 6;
/** How long it lasts in formats that have a duration, in milliseconds. */
const DURATION = 2500;

/**
 * Some steps of a run side by side, as a film in which nothing moves.
 *
 * @throws {RangeError} If the run has no such iteration.
 */
export function storyboardFilm(
  trace: Trace,
  storyboard: Storyboard,
  options: FilmOptions,
): DrawnFilm {
  const { width = 640, height = 480, title } = options;
  const last = trace.steps.length - 1;
  const iterations = storyboard === "auto"
    ? chooseIterations(last)
    : storyboard.map((iteration) => {
      if (iteration === "last") return last;
      if (iteration <= last) return iteration;
      throw new RangeError(
        `Cannot make the film as 'storyboard' must be iterations up to ${last}, the last: ${iteration}`,
      );
    });
  const top = title ? HEADING : 0;
  const { columns, panel, size } = gridOf(iterations.length, width, height, top);
  const line = size * 2;
  const film = glidingFilm(trace, {
    ...options,
    width: Math.max(16, panel[0] - Math.round(size)),
    height: Math.max(16, Math.floor(panel[1] - line)),
    caption: false,
    chart: false,
    title: undefined,
  });
  const pictures = iterations.flatMap((iteration, i) => {
    const left = (i % columns) * panel[0];
    const above = top + Math.floor(i / columns) * panel[1];
    return [
      ...movedBy(marksOf(film, iteration), left, above),
      labelMark(`iteration ${iteration}`, left, above + panel[1] - line / 2, size, panel[0]),
    ];
  });
  return {
    width,
    height,
    duration: DURATION,
    beats: [{ kind: "hold", iteration: last, start: 0, end: DURATION }],
    marks: [...pictures, ...(title ? [labelMark(title, 0, top / 2, size, width)] : [])],
    theme: "auto",
    ...describe(trace),
    ...(title && { title }),
  };
}

/** The marks that are visible when an iteration is done. */
function marksOf(film: DrawnFilm, iteration: number) {
  return stepMarks(film, iteration)!.filter(({ opacity, width }) => opacity !== 0 && width !== 0);
}

/** Iterations from the first to the last, closer together at the beginning, where most happens. */
function chooseIterations(last: number): number[] {
  const count = Math.min(PICTURES, last + 1);
  return Array.from(
    { length: count },
    (_, i) => Math.max(i, Math.round(last * (i / Math.max(1, count - 1)) ** 2)),
  );
}
