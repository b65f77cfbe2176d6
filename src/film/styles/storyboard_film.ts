import type { Trace } from "../../trace/trace.ts";
import { describe } from "../run/description.ts";
import { type DrawnFilm, lastScene, sceneAt } from "../scene/film.ts";
import { glidingFilm } from "./gliding_film.ts";
import { gridOf, labelMark, movedBy } from "./panels.ts";
import type { FilmOptions, Storyboard } from "./film_options.ts";

/** How many pictures are chosen at the most where none are asked for. */
const PICTURES = 6;
/** How long it is shown where it is a film, in milliseconds. */
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
  const iterations = storyboard === "auto" ? chosen(last) : storyboard.map((iteration) => {
    if (iteration === "last") return last;
    if (iteration <= last) return iteration;
    throw new RangeError(
      `Cannot show iteration ${iteration} as the run ends with iteration ${last}: ${iteration}`,
    );
  });
  const top = title ? 28 : 0;
  const { columns, cell, size } = gridOf(iterations.length, width, height, top);
  const line = size * 2;
  const film = glidingFilm(trace, {
    ...options,
    width: Math.max(16, cell[0] - Math.round(size)),
    height: Math.max(16, Math.floor(cell[1] - line)),
    caption: false,
    chart: false,
    title: undefined,
  });
  const pictures = iterations.flatMap((iteration, i) => {
    const left = (i % columns) * cell[0];
    const above = top + Math.floor(i / columns) * cell[1];
    return [
      ...movedBy(marksOf(film, iteration, last), left, above),
      labelMark(`iteration ${iteration}`, left, above + cell[1] - line / 2, size, cell[0]),
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

/** The marks that are seen when an iteration is done. */
function marksOf(film: DrawnFilm, iteration: number, last: number) {
  const kind = iteration === 0 ? "start" : "update";
  const beat = film.beats.find((beat) => beat.kind === kind && beat.iteration === iteration)!;
  const { marks } = iteration === last
    ? lastScene(film)
    : sceneAt(film, beat.end - (iteration ? 0 : 1));
  return marks.filter(({ opacity, width }) => opacity !== 0 && width !== 0);
}

/** Iterations from the first to the last, denser at the beginning, where most happens. */
function chosen(last: number): number[] {
  const count = Math.min(PICTURES, last + 1);
  const iterations = Array.from(
    { length: count },
    (_, i) => Math.max(i, Math.round(last * (i / Math.max(1, count - 1)) ** 2)),
  );
  return iterations;
}
