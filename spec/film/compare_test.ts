import assert from "node:assert/strict";
import { compareFilm, framesOf, makeFilm, record } from "../../mod.ts";
import { drawn, sceneAt } from "../../src/internal.ts";
import type { Text } from "../../src/film/scene/text.ts";
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

Deno.test("Runs have the same clock, whichever of them has the longest start", () => {
  const runs = (["random", "kmeans++"] as const).map((init) => ({
    name: init,
    trace: record(smallTrace({ seed: 5 }).points, { k: 4, init, seed: 5 }, { recipe: { init } }),
  }));
  const film = compareFilm(runs);
  const starts = runs.map(({ trace }) => makeFilm(trace).beats[0].end);
  assert.notEqual(starts[0], starts[1]);
  assert.equal(film.beats[0].end, Math.max(...starts));
  // The halos of both runs leave their places when the first update begins, and not before.
  const halos = (time: number) =>
    sceneAt(film, time).marks.filter(({ name }) => name === "halo").map(({ translate }) =>
      String(translate)
    );
  const { start, end } = film.beats.find(({ kind }) => kind === "update")!;
  assert.deepEqual(halos(start - 1), halos(film.beats[0].end));
  const [before, after] = [halos(start), halos(end)];
  for (const run of [0, 1]) {
    const moved = before.slice(4 * run, 4 * run + 4).some((place, i) =>
      place !== after[4 * run + i]
    );
    assert(moved, runs[run].name);
  }
});

Deno.test("An iteration takes 800 ms in all runs, unless asked otherwise", () => {
  const lengthOf = (interval?: number) => {
    const [, assign, update] = compareFilm(runs, { interval }).beats;
    return update.end - assign.start;
  };
  assert.deepEqual([lengthOf(), lengthOf(400)], [800, 400]);
});

Deno.test("The film is as long as its longest run, whichever that is", () => {
  const short = { name: "short", trace: record([[0, 0], [9, 9]], { init: [[0, 0], [9, 9]] }) };
  const long = { name: "long", trace: smallTrace({ seed: 3 }) };
  const alone = compareFilm([long]).duration;
  assert(compareFilm([short]).duration < alone);
  assert.equal(compareFilm([short, long]).duration, alone);
  assert.equal(compareFilm([long, short]).duration, alone);
});

Deno.test("A comparison has names above its parts, one title, and tells of each run in words", () => {
  const film = compareFilm(runs, { title: "Two starts", width: 800, height: 300 });
  const labels = drawn(film).marks.filter(({ name }) => name === "label").map(({ geometry }) =>
    (geometry as Text).content
  );
  assert.deepEqual(labels, ["random", "kmeans++", "Two starts"]);
  assert(!drawn(film).marks.some(({ name }) => name === "title"));
  assert.equal(film.title, "Two starts");
  assert.equal(compareFilm(runs).title, "K-means, random against kmeans++");
  assert.match(film.description, /^random: K-means .* kmeans\+\+: K-means .*\.$/);
});

Deno.test("Runs that do not fit side by side are one below another", () => {
  const film = compareFilm(runs, { width: 300, height: 800 });
  const halos = sceneAt(film, film.duration).marks.filter(({ name }) => name === "halo")
    .map(({ translate }) => translate![1]);
  assert(halos.slice(0, 4).every((y) => y < 400));
  assert(halos.slice(4).every((y) => y > 400));
});

Deno.test("A picture of any size has room for some runs", () => {
  for (const [width, height] of [[16, 16], [17, 400], [400, 17]]) {
    for (const { marks } of [drawn(compareFilm(runs, { width, height }))]) {
      assert(marks.some(({ name }) => name === "points"));
    }
  }
});
