import assert from "node:assert/strict";
import { type Film, makeFilm, record } from "../../mod.ts";
import { type CloudAfter, drawn, type Mark, sceneAt, type Stamps } from "../../src/internal.ts";
import { classicColors } from "../../src/film/colors/palette.ts";
import type { Text } from "../../src/film/scene/text.ts";
import { crowdTrace, smallTrace } from "../support/films.ts";

const trace = smallTrace({ seed: 3 });
const film = makeFilm(trace, { style: "classic" });
const named = (film: Film, time: number, name: string): Mark[] =>
  sceneAt(film, time).marks.filter((mark) =>
    mark.name === name && mark.opacity !== 0 && mark.width !== 0
  );

Deno.test("The classic film shows a step for half a second, the last as well, unless asked otherwise", () => {
  const lengths = (options: object) =>
    makeFilm(trace, { style: "classic", ...options }).beats.map(({ start, end }) => end - start);
  const last = trace.steps.length - 1;
  assert.deepEqual(lengths({}), new Array(last + 1).fill(500));
  assert.deepEqual(lengths({ interval: 120, hold: 900 }), [...new Array(last).fill(120), 900]);
  assert.deepEqual(lengths({ interval: 123, speed: 2 }), new Array(last + 1).fill(60));
  assert.deepEqual(lengths({ interval: 20, speed: 10 }), new Array(last + 1).fill(20));
});

Deno.test("In each step points have the colours of its labels, and the note says which step it is", () => {
  const colors = classicColors(4);
  const pixels = drawn(film).view!.pixels(trace.points.data);
  trace.steps.forEach(({ labels }, step) => {
    const seen = new Map<string, string>();
    for (const { geometry, stroke } of named(film, 500 * step, "points")) {
      const { at } = geometry as Stamps;
      for (let i = 0; i < at.length; i += 2) seen.set(`${at[i]} ${at[i + 1]}`, stroke!);
    }
    labels.forEach((label, point) => {
      assert.equal(seen.get(`${pixels[2 * point]} ${pixels[2 * point + 1]}`), colors[label]);
    });
    const notes = named(film, 500 * step, "note").map(({ geometry }) => (geometry as Text).content);
    assert.deepEqual(notes, [`i = ${step}`]);
  });
});

Deno.test("In each step centroids are where it has them, and dropped ones are gone", () => {
  const run = record([[0, 0], [0, 1], [1, 0], [8, 8], [8, 9]], {
    init: [[0, 0], [60, -40], [9, 9]],
    empty: "drop",
  });
  const film = makeFilm(run, { style: "classic" });
  run.steps.forEach(({ centroids }, step) => {
    const discs = named(film, 500 * step, "centroid");
    assert.equal(discs.length, 2 * centroids.rows);
    const places = discs.filter((_, i) => i % 2).flatMap(({ translate }) => [...translate!]);
    drawn(film).view!.pixels(centroids.data).forEach((pixel, i) =>
      assert(Math.abs(places[i] - pixel) < 0.6)
    );
  });
});

Deno.test("Points are crosses on tenths of pixels", () => {
  const [{ geometry }] = named(film, 0, "points");
  assert.match((geometry as Stamps).stamp, /^m-4\.2-4\.2l8\.4 8\.4m0-8\.4l-8\.4 8\.4$/);
});

Deno.test("A cloud shows each step at its time, the first with the colours of its clusters", () => {
  const film = makeFilm(crowdTrace(2), { style: "classic" });
  for (const { iteration, start } of film.beats) {
    const { cloud, changes } = named(film, start, "points")[0].geometry as CloudAfter;
    assert.equal(changes, cloud.after(iteration + 1).changes);
    assert(changes > 0);
  }
});
