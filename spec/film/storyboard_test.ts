import assert from "node:assert/strict";
import { drawn, type Point } from "../../src/internal.ts";
import { type Film, framesOf, makeFilm, record } from "../../mod.ts";
import { UNASSIGNED } from "../../src/film/colors/palette.ts";
import type { Text } from "../../src/film/scene/text.ts";
import { smallTrace } from "../support/films.ts";

Deno.test("A storyboard shows the iterations asked for, and nothing in it moves", () => {
  const trace = smallTrace({ seed: 3 });
  const film = makeFilm(trace, { storyboard: [0, 1, "last"], width: 900, height: 300 });
  assert.equal(framesOf(film, 20).length, 1);
  assert.equal(drawn(film).marks.filter(({ name }) => name === "label").length, 3);
  const centroids = drawn(film).marks.filter(({ name }) => name === "halo");
  assert.equal(centroids.length, 3 * 4);
});

Deno.test("A storyboard that chooses goes from the first iteration to the last, none twice", () => {
  for (const maxIterations of [1, 2, 3, 50]) {
    const trace = smallTrace({ seed: 4, maxIterations });
    const film = makeFilm(trace, { storyboard: "auto", title: "A title" });
    const labels = drawn(film).marks.filter(({ name }) => name === "label").length - 1;
    assert.equal(labels, Math.min(6, trace.steps.length));
  }
});

Deno.test("An iteration that the run does not have is refused", () => {
  const trace = smallTrace({ seed: 3 });
  assert.throws(() => makeFilm(trace, { storyboard: [999] }), {
    name: "RangeError",
    message: /999/,
  });
});

const trace = smallTrace({ seed: 3 });
const last = trace.steps.length - 1;
const labelsOf = (film: Film) =>
  drawn(film).marks.flatMap(({ name, geometry }) =>
    name === "label" ? (geometry as Text).content : []
  );

Deno.test("The last iteration of a run can be asked for by its number too", () => {
  assert.deepEqual(labelsOf(makeFilm(trace, { storyboard: ["last"] })), [`iteration ${last}`]);
  assert.deepEqual(labelsOf(makeFilm(trace, { storyboard: [last] })), [`iteration ${last}`]);
});

Deno.test("Each picture shows the centroids of its iteration, and lies in a part of its own", () => {
  const iterations = [0, 1, 2, last];
  const film = drawn(makeFilm(trace, { storyboard: iterations, width: 800, height: 600 }));
  const halos = film.marks.filter(({ name }) => name === "halo").map(({ translate }) =>
    translate as Point
  );
  assert.equal(halos.length, 4 * 4);
  const whole = drawn(makeFilm(trace, { width: 388, height: 276, caption: false, chart: false }));
  iterations.forEach((iteration, i) => {
    const [left, top] = [400 * (i % 2), 300 * Math.floor(i / 2)];
    const { centroids: { data } } = trace.steps[iteration];
    const pixels = whole.view!.pixels(data);
    halos.slice(4 * i, 4 * i + 4).forEach(([x, y], k) => {
      assert(Math.abs(x - left - pixels[2 * k]) < 1, `${iteration}`);
      assert(Math.abs(y - top - pixels[2 * k + 1]) < 1, `${iteration}`);
    });
  });
});

Deno.test("Pictures show all points in the colours of their clusters, from the start on, and nothing that is not seen", () => {
  const strokes = (iteration: number) =>
    drawn(makeFilm(trace, { storyboard: [iteration] })).marks.flatMap(({ name, stroke }) =>
      name === "points" ? stroke : []
    );
  assert(strokes(0).every((stroke) => stroke !== UNASSIGNED));
  assert(strokes(1).every((stroke) => stroke !== UNASSIGNED));
  for (const { opacity, width } of drawn(makeFilm(trace, { storyboard: [0, 1] })).marks) {
    assert(opacity !== 0 && width !== 0);
  }
});

Deno.test("Pictures of a storyboard have neither captions nor charts nor titles of their own", () => {
  const film = makeFilm(trace, { storyboard: [0, "last"], title: "A title", width: 900 });
  const names = drawn(film).marks.map(({ name }) => name);
  for (const name of ["caption", "chart-line", "title"]) assert(!names.includes(name), name);
  assert.deepEqual(labelsOf(film), ["iteration 0", `iteration ${last}`, "A title"]);
  assert.equal(film.title, "A title");
  assert.equal(film.duration, 2500);
});

Deno.test("Iterations that are chosen are closer together at the beginning", () => {
  const line = Array.from({ length: 300 }, (_, i) => [i]);
  const long = record(line, { init: [[0], [1], [2], [3], [4], [5]], maxIterations: 50 });
  assert.deepEqual(
    labelsOf(makeFilm(long, { storyboard: "auto" })),
    [0, 2, 8, 18, 32, 50].map((iteration) => `iteration ${iteration}`),
  );
});
