import assert from "node:assert/strict";
import { type Film, makeFilm, record, type Trace } from "../../mod.ts";
import { type CloudAfter, drawn, type Mark, sceneAt, type Stamps } from "../../src/internal.ts";
import { UNASSIGNED } from "../../src/film/colors/palette.ts";
import { crowdFilm, smallFilm, smallTrace } from "../support/films.ts";

const marksAt = (film: Film, time: number) =>
  sceneAt(film, time).marks.filter(({ name }) => name === "points");

/** The mark of each point of a run, in the order of the run's points. */
function pointsAt(film: Film, trace: Trace, time: number): Mark[] {
  const pixels = drawn(film).view!.pixels(trace.points.data);
  const marks = new Map<string, Mark>();
  for (const mark of marksAt(film, time)) {
    const { at } = mark.geometry as Stamps;
    for (let i = 0; i < at.length; i += 2) marks.set(`${at[i]} ${at[i + 1]}`, mark);
  }
  return Array.from(
    { length: trace.points.rows },
    (_, i) => marks.get(`${pixels[2 * i]} ${pixels[2 * i + 1]}`)!,
  );
}

/** The colour of each centroid's filling at the end. */
const colorsOf = (film: Film) =>
  sceneAt(film, film.duration).marks.filter(({ name }) => name === "centroid")
    .filter((_, i) => i % 3 === 2).map(({ stroke }) => stroke);

for (const shapes of [false, true]) {
  const name = shapes ? "colour and the shape" : "colour";
  Deno.test(`After each assignment every point has the ${name} of its cluster`, () => {
    const trace = smallTrace({ seed: 3 });
    const film = makeFilm(trace, { shapes });
    const colors = colorsOf(film);
    for (const { kind, iteration, end } of film.beats) {
      if (kind !== "assign") continue;
      const stamps = new Map<number, string>();
      pointsAt(film, trace, end).forEach(({ stroke, geometry }, point) => {
        const label = trace.steps[iteration].labels[point];
        assert.equal(stroke, colors[label]);
        const { stamp } = geometry as Stamps;
        assert.equal(stamps.get(label) ?? stamp, stamp);
        stamps.set(label, stamp);
      });
      assert.equal(new Set(stamps.values()).size, shapes ? stamps.size : 1);
    }
  });
}

Deno.test("Points are grey dots until the first assignment", () => {
  for (const shapes of [false, true]) {
    const film = smallFilm(3, { shapes });
    for (const time of [0, film.beats[0].end]) {
      for (const { stroke, geometry } of marksAt(film, time)) {
        assert.equal(stroke, UNASSIGNED);
        assert.equal((geometry as Stamps).stamp, "h0");
      }
    }
  }
});

Deno.test("Points that change cluster swell and are at rest before the update, the others stay as they are", () => {
  const trace = smallTrace({ seed: 3 });
  const film = makeFilm(trace);
  const { start, end } = film.beats.find(({ kind, iteration }) =>
    kind === "assign" && iteration === 2
  )!;
  const [before, after] = [1, 2].map((i) => trace.steps[i].labels);
  const times = Array.from({ length: 61 }, (_, i) => start + (end - start) * i / 60);
  const frames = times.map((time) => pointsAt(film, trace, time).map(({ width }) => width!));
  let count = 0;
  before.forEach((label, point) => {
    const widths = frames.map((frame) => frame[point]);
    const usual = widths[0];
    assert.equal(widths[60], usual);
    assert(widths.slice(43).every((width) => width === usual));
    const isLarger = Math.max(...widths) > 1.5 * usual;
    assert.equal(isLarger, after[point] !== label);
    if (isLarger) count++;
  });
  assert(count > 0);
});

Deno.test("The first assignment colours points without a swell, early on and all at once", () => {
  const film = smallFilm(3);
  const { start, end } = film.beats[1];
  const usual = marksAt(film, 0)[0].width;
  for (let time = start; time <= end; time += 10) {
    for (const { width } of marksAt(film, time)) assert.equal(width, usual);
  }
  const isGrey = (time: number) => marksAt(film, time).every(({ stroke }) => stroke === UNASSIGNED);
  assert(isGrey(start + 50));
  assert(marksAt(film, (start + end) / 2).every(({ stroke }) => stroke !== UNASSIGNED));
});

Deno.test("Points change colour at multiples of 50 ms, where most frame rates have a frame", () => {
  const film = smallFilm(3, { interval: 730 });
  const { start } = film.beats[1];
  const early = Array.from({ length: 400 }, (_, i) => start + i).find((time) =>
    marksAt(film, time)[0].stroke !== UNASSIGNED
  )!;
  assert.equal((early - start) % 50, 0);
});

Deno.test("Marks that change in the same iterations follow each other", () => {
  const film = drawn(makeFilm(smallTrace({ seed: 3 })));
  const changes = film.marks.filter(({ name }) => name === "points").map(({ width }) =>
    JSON.stringify(width)
  );
  const runs = changes.filter((change, i) => change !== changes[i - 1]).length;
  assert.equal(runs, new Set(changes).size);
});

Deno.test("A cloud is grey until the first assignment, then shows each step in its assignment", () => {
  const film = crowdFilm(2);
  const changesAt = (time: number) => (marksAt(film, time)[0].geometry as CloudAfter).changes;
  assert.equal(changesAt(0), 0);
  for (const { kind, iteration, start, end } of film.beats) {
    if (kind !== "assign") continue;
    const { cloud } = marksAt(film, 0)[0].geometry as CloudAfter;
    assert.equal(changesAt(end), cloud.after(iteration + 1).changes);
    assert(changesAt(start) < changesAt(end) || cloud.after(iteration).changes === changesAt(end));
  }
});

Deno.test("All points of a run are drawn once, in pictures of any size no smaller than a pixel", () => {
  const points = Array.from({ length: 5000 }, (_, i) => [i * 7 % 5003, i * i % 4999]);
  const film = makeFilm(record(points, { k: 3, seed: 1, maxIterations: 2 }), {
    width: 64,
    height: 64,
  });
  const marks = marksAt(film, film.duration);
  assert.equal(marks.reduce((sum, { geometry }) => sum + geometry.length, 0), 5000);
  for (const { width } of marks) assert.equal(width, 1);
});
