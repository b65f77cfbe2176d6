import { requireTrace } from "../../trace/require_trace.ts";
import type { Trace } from "../../trace/trace.ts";
import { describe } from "../run/description.ts";
import type { DrawnFilm, Film } from "../scene/film.ts";
import { glidingFilm } from "./gliding_film.ts";
import { startTime } from "../run/start_times.ts";
import { Story } from "../run/story.ts";
import { gridOf, HEADING, labelMark, movedBy } from "./panels.ts";
import {
  readable,
  requireArray,
  requireObject,
  requireOption,
  requireOptions,
} from "../../checks.ts";
import { type FilmOptions, RUN_FILM_RULES } from "./film_options.ts";

/** A run with a name that tells it from the others. */
export interface NamedRun {
  /** The name that stands above it in the picture. */
  readonly name: string;
  /** The run. */
  readonly trace: Trace;
}

function requireRuns(runs: readonly NamedRun[]): void {
  const action = "compare the runs";
  requireArray(action, "runs", runs);
  const count = readable(action, "runs", runs, () => runs.length);
  if (count === 0) throw new RangeError("Cannot compare the runs as 'runs' has none: 0");
  for (let i = 0; i < count; i++) {
    const run = readable(action, "runs", runs, () => runs[i]);
    requireObject(action, `'runs[${i}]'`, run);
    const { name, trace } = readable(action, "runs", run, () => ({ ...run }));
    requireOption(action, `runs[${i}].name`, name, { is: "text" });
    requireTrace(action, trace);
  }
}

/** How long an iteration lasts by default, in milliseconds: the same in all runs. */
const INTERVAL = 800;

/**
 * Makes one film of several runs side by side: all do an iteration at the same time, and those that
 * end first wait for the others.
 *
 * @param runs The runs and their names, at least one.
 * @param options How the film looks and how long it lasts.
 * @returns The film.
 * @throws {TypeError} If a run or an option is of a wrong type.
 * @throws {RangeError} If there are no runs, or an option is out of range.
 *
 * @example Two starts on the same points
 * ```ts
 * import { blobs, compareFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const points = blobs({ clusters: 4, points: 30, seed: 2 });
 * const runs = (["random", "kmeans++"] as const).map((init) => ({
 *   name: init,
 *   trace: record(points, { k: 4, init, seed: 2 }),
 * }));
 * assert.equal(compareFilm(runs, { width: 960, height: 400 }).width, 960);
 * ```
 */
export function compareFilm(runs: readonly NamedRun[], options: FilmOptions = {}): Film {
  requireOptions("compare the runs", options, RUN_FILM_RULES);
  requireRuns(runs);
  const { width = 640, height = 480, title, interval = INTERVAL } = options;
  const top = title ? HEADING : 0;
  const { columns, panel, size } = gridOf(runs.length, width, height, top);
  const line = size * 2;
  const panelOptions = {
    ...options,
    interval,
    width: Math.max(16, panel[0] - Math.round(size)),
    height: Math.max(16, Math.floor(panel[1] - line)),
    title: undefined,
  };
  const start = runs.reduce((most, { trace }) => Math.max(most, startTime(new Story(trace))), 0);
  const films = runs.map(({ trace }) => glidingFilm(trace, panelOptions, start));
  const pictures = films.flatMap(({ marks }, i) => {
    const left = (i % columns) * panel[0];
    const above = top + Math.floor(i / columns) * panel[1];
    return [
      labelMark(runs[i].name, left, above + line / 2, size, panel[0]),
      ...movedBy(marks, left, above + Math.ceil(line)),
    ];
  });
  const longest = films.reduce((a, b) => a.duration >= b.duration ? a : b);
  const about = runs.map(({ name, trace }) => `${name}: ${describe(trace).description}`);
  const film: DrawnFilm = {
    width,
    height,
    duration: longest.duration,
    beats: longest.beats,
    marks: [...pictures, ...(title ? [labelMark(title, 0, top / 2, size, width)] : [])],
    theme: "auto",
    title: title ?? `K-means, ${runs.map(({ name }) => name).join(" against ")}`,
    description: about.join(" "),
  };
  return film;
}
