import assert from "node:assert/strict";
import { type Film, makeFilm, record, type Trace } from "../../mod.ts";
import { type Mark, type Polyline, sceneAt } from "../../src/internal.ts";
import { lengthsAlong } from "../../src/film/marks/drawn_line.ts";
import { smallTrace } from "../support/films.ts";

const markAt = (film: Film, time: number, name: string): Mark =>
  sceneAt(film, time).marks.find((mark) => mark.name === name)!;

/** The places of the curve, step by step. */
function curveOf(film: Film): number[][] {
  const { points } = markAt(film, 0, "chart-line").geometry as Polyline;
  return Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i], points[2 * i + 1]]);
}

/** The line below the curve: its left end, its height and its right end. */
function axisOf(film: Film): { left: number; bottom: number; right: number } {
  const { points } = markAt(film, 0, "chart-axis").geometry as Polyline;
  return { left: points[0], bottom: points[1], right: points[2] };
}

const trace = smallTrace({ seed: 3 });
const film = makeFilm(trace);

Deno.test("The chart shows the inertia of each step, the least at the bottom, over the time of the film", () => {
  const [[x0, y0], ...rest] = curveOf(film);
  const inertias = trace.steps.map(({ inertia }) => inertia);
  const { left, bottom, right } = axisOf(film);
  const least = Math.min(...inertias);
  const scale = (bottom - y0) / (inertias[0] - least);
  assert(y0 < bottom);
  rest.forEach(([, y], i) =>
    assert(Math.abs(bottom - y - scale * (inertias[i + 1] - least)) < 1e-6)
  );
  const ends = film.beats.filter(({ kind }) => kind !== "assign" && kind !== "hold");
  [[x0], ...rest].forEach(([x], i) =>
    assert(Math.abs(x - left - (right - left) * ends[i].end / film.duration) < 1e-6)
  );
});

Deno.test("The curve grows at the end of each update, and its head is where it ends", () => {
  const curve = curveOf(film);
  const lengths = lengthsAlong(curve.flat());
  assert.equal(markAt(film, film.beats[0].end - 1, "chart-head").width, 0);
  for (const { kind, iteration, start, end } of film.beats) {
    if (kind !== "update") continue;
    for (
      const [time, step] of [[start, iteration - 1], [end - 1, iteration - 1], [end, iteration]]
    ) {
      const { dash, dashOffset } = markAt(film, time, "chart-line");
      assert(Math.abs(dash! - dashOffset! - lengths[step]) < 1e-6, `${time} ms`);
      assert.deepEqual(markAt(film, time, "chart-head").translate, curve[step]);
      assert(markAt(film, time, "chart-head").width! > 0);
    }
  }
});

Deno.test("An inertia that never changes, or is too large for a number, is a line at the bottom", () => {
  const runs: Trace[] = [
    record([[1, 2]], { k: 1 }),
    record([[0, 0], [1e300, -1e300], [1e300, 1e300]], { k: 1 }),
    record([[1e160, 0], [1e160, 1]], { init: [[0, 0]] }),
  ];
  for (const trace of runs) {
    const film = makeFilm(trace);
    const { bottom } = axisOf(film);
    for (const [x, y] of curveOf(film)) {
      assert(Number.isFinite(x));
      assert.equal(y, bottom);
    }
  }
});

Deno.test("A chart and a caption that are not asked for are not there, and leave their room to the picture", () => {
  const names = (options: { chart?: boolean; caption?: boolean }) =>
    new Set(sceneAt(makeFilm(trace, options), 0).marks.map(({ name }) => name));
  assert(names({}).has("chart-line") && names({}).has("caption"));
  assert(!names({ chart: false }).has("chart-line") && names({ chart: false }).has("caption"));
  assert(names({ caption: false }).has("chart-line") && !names({ caption: false }).has("caption"));
});

Deno.test("A picture too narrow for a chart of some width has none, however little else there is", () => {
  for (let width = 640; width > 40; width -= 20) {
    const film = makeFilm(trace, { width, height: 480, caption: false });
    if (!markAt(film, 0, "chart-axis")) return;
    const { left, right } = axisOf(film);
    assert(right - left > 27, `${right - left} pixels at ${width}`);
    assert(left > 0 && right <= width);
  }
  assert.fail("it is never left out");
});
