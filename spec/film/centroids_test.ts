import assert from "node:assert/strict";
import { type Film, makeFilm, record } from "../../mod.ts";
import { drawn, type Mark, sceneAt, type Stamps, Track } from "../../src/internal.ts";
import { clusterColors } from "../../src/film/colors/palette.ts";
import { droppedLater, smallFilm, smallTrace } from "../support/films.ts";

// The third centroid is nobody's nearest.
const points = [[0, 0], [0, 1], [1, 0], [8, 8], [8, 9], [9, 8]];
const init = [[0, 0], [9, 9], [60, -40]];

/** The halos that are seen at a time, one for each centroid. */
const halosAt = (film: Film, time: number) =>
  sceneAt(film, time).marks.filter(({ name, opacity }) => name === "halo" && opacity !== 0);

/** The fillings of the centroids at a time, those of no width for empty rings. */
const fillingsAt = (film: Film, time: number): Mark[] => {
  const marks = sceneAt(film, time).marks.filter(({ name, opacity }) =>
    name === "centroid" && opacity !== 0
  );
  return marks.filter((_, i) => i % 3 === 2);
};

const beatOf = ({ beats }: Film, kind: string, iteration: number) =>
  beats.find((beat) => beat.kind === kind && beat.iteration === iteration)!;

Deno.test("A dropped centroid is there until the update that drops it, and vanishes then", () => {
  const film = makeFilm(record(points, { init, empty: "drop" }));
  const { start } = beatOf(film, "update", 1);
  assert.equal(halosAt(film, 0).length, 0);
  assert.equal(halosAt(film, film.beats[0].end).length, 3);
  assert.equal(halosAt(film, start - 1).length, 3);
  assert.equal(halosAt(film, start).length, 2);
  assert.equal(halosAt(film, film.duration).length, 2);
});

Deno.test("A centroid that is gone stays where it was, so that every place in a file is a number", () => {
  const film = makeFilm(record(points, { init, empty: "drop" }));
  for (const { name, translate, width } of sceneAt(film, film.duration).marks) {
    if (name !== "halo" && name !== "centroid") continue;
    assert(translate!.every(Number.isFinite) && Number.isFinite(width));
  }
  const before = sceneAt(film, film.beats[2].start).marks.filter(({ name }) => name === "centroid");
  const after = sceneAt(film, film.duration).marks.filter(({ name }) => name === "centroid");
  assert.deepEqual(
    after.slice(6).map(({ translate }) => translate),
    before.slice(6).map(({ translate }) => translate),
  );
  assert.equal(after[8].width, before[8].width);
});

Deno.test("Where one of several centroids is dropped, the others go on to their means", () => {
  const trace = record(points, { init: [[0, 0], [60, -40], [9, 9]], empty: "drop" });
  const film = drawn(makeFilm(trace));
  const means = film.view!.pixels(trace.steps[trace.steps.length - 1].centroids.data);
  const places = halosAt(film, film.duration).flatMap(({ translate }) => [...translate!]);
  assert.equal(places.length, means.length);
  places.forEach((place, i) => assert(Math.abs(place - means[i]) < 0.6));
});

Deno.test("A centroid that is dropped after it moved stays where it was, filled as it was, out of sight", () => {
  const film = makeFilm(droppedLater());
  const { start } = beatOf(film, "update", 2);
  const second = (time: number, name: string, at: number) =>
    sceneAt(film, time).marks.filter((mark) => mark.name === name)[at];
  assert.equal(halosAt(film, start - 1).length, 3);
  assert.equal(halosAt(film, start).length, 2);
  assert.deepEqual(
    second(film.duration, "halo", 1).translate,
    second(start, "halo", 1).translate,
  );
  // Its ring empties as it loses its last point, and nothing comes after.
  const widths = [start, film.duration].map((time) => second(time, "centroid", 5).width);
  assert.equal(widths[0], widths[1]);
});

Deno.test("Where one of several centroids is dropped, each keeps its colour", () => {
  const film = makeFilm(droppedLater());
  const strokes = fillingsAt(film, film.duration).map(({ stroke }) => stroke);
  assert.deepEqual(strokes, [0, 2].map((cluster) => clusterColors(3)[cluster]));
});

Deno.test("A centroid that would move by a tenth of a pixel stays where it is", () => {
  const trace = record([[0, 0], [1e4, 1e4], [1e4, 9994]], { init: [[0, 0], [1e4, 1e4]] });
  const film = drawn(makeFilm(trace));
  const halos = film.marks.filter(({ name }) => name === "halo");
  for (const { translate } of halos) assert(!(translate instanceof Track));
});

Deno.test("A centroid that is kept stays for all of the film", () => {
  const film = makeFilm(record(points, { init, empty: "keep" }));
  assert.equal(halosAt(film, film.duration).length, 3);
});

Deno.test("The ring of a centroid without points is empty after the assignment", () => {
  const film = makeFilm(record(points, { init, empty: "keep" }));
  const isFilled = (time: number) => fillingsAt(film, time).map(({ width }) => width! > 0);
  assert.deepEqual(isFilled(beatOf(film, "assign", 1).start), [true, true, true]);
  assert.deepEqual(isFilled(beatOf(film, "assign", 1).end), [true, true, false]);
});

Deno.test("After each update centroids are where the step has them, and only updates move them", () => {
  const trace = smallTrace({ seed: 3 });
  const film = drawn(makeFilm(trace));
  for (const { kind, iteration, start, end } of film.beats) {
    const { centroids: { data } } = trace.steps[kind === "assign" ? iteration - 1 : iteration];
    const expected = film.view!.pixels(data);
    const places = halosAt(film, end).flatMap(({ translate }) => [...translate!]);
    places.forEach((place, i) =>
      assert(Math.abs(place - expected[i]) < 0.6, `${kind} ${iteration}`)
    );
    if (kind === "update" || kind === "start") continue;
    assert.deepEqual(
      halosAt(film, start).map(({ translate }) => translate),
      halosAt(film, end).map(({ translate }) => translate),
    );
  }
});

Deno.test("All centroids appear within the start, one after another", () => {
  const film = smallFilm(3);
  const { end } = film.beats[0];
  const counts = Array.from({ length: end / 50 + 1 }, (_, i) => halosAt(film, i * 50).length);
  assert.deepEqual([...new Set(counts)], [0, 1, 2, 3, 4]);
});

Deno.test("A centroid is a disc in the colour of its cluster, in a ring, on a halo that keeps it apart", () => {
  const film = smallFilm(3);
  const marks = sceneAt(film, film.duration).marks.filter(({ name }) =>
    name === "halo" || name === "centroid"
  );
  const [halo, ring, inside, filling] = marks;
  assert.deepEqual([halo, ring, inside].map(({ stroke }) => stroke), ["paper", "ink", "paper"]);
  assert.match(filling.stroke!, /^#/);
  const widths = [halo, ring, inside, filling].map(({ width }) => width!);
  widths.slice(1).forEach((width, i) => assert(width < widths[i], String(widths)));
});

Deno.test("With shapes, a centroid has the shape of its points inside the ring", () => {
  const film = smallFilm(3, { shapes: true });
  const stamps = fillingsAt(film, film.duration).map(({ geometry }) => geometry as Stamps);
  assert.equal(new Set(stamps.map(({ stamp }) => stamp)).size, 4);
  const plain = fillingsAt(smallFilm(3), film.duration).map(({ geometry }) => geometry as Stamps);
  assert(plain.every(({ stamp }) => stamp === "h0"));
});
