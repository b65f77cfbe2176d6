import assert from "node:assert/strict";
import { compareFilm, framesOf, makeFilm } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { smallTrace } from "../support/films.ts";

const runs = (["random", "kmeans++"] as const).map((init) => ({
  name: init,
  trace: smallTrace({ seed: 5, init }),
}));

Deno.test("Runs side by side last as long as the longest, and do each iteration at the same time", () => {
  const film = compareFilm(runs, { width: 800, height: 300, interval: 400 });
  const alone = runs.map(({ trace }) => makeFilm(trace, { interval: 400 }));
  assert.equal(film.duration, Math.max(...alone.map(({ duration }) => duration)));
  alone.forEach(({ beats }) =>
    beats.slice(0, -1).forEach((beat, i) => assert.deepEqual(film.beats[i], beat))
  );
  assert.equal(framesOf(film, 20).at(-1)!.time < film.duration, true);
});

Deno.test("Each run is in its own part of the picture", () => {
  const film = compareFilm(runs, { width: 800, height: 300 });
  const scene = sceneAt(film, film.duration);
  const halos = scene.marks.filter(({ name }) => name === "halo").map(({ translate }) =>
    translate![0]
  );
  assert.equal(halos.length, 8);
  assert(halos.slice(0, 4).every((x) => x < 400));
  assert(halos.slice(4).every((x) => x > 400));
});
