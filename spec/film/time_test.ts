import assert from "node:assert/strict";
import fc from "fast-check";
import { framesOf, makeFilm, record, themes } from "../../mod.ts";
import { sceneAt, sceneToSvg } from "../../src/internal.ts";
import { glide, Timeline, valueAt } from "../../src/film/scene/track.ts";
import { holds } from "../property.ts";
import { smallFilm } from "../support/films.ts";

const mix = (from: number, to: number, share: number) => from + (to - from) * share;

Deno.test("A glide begins at 0, ends at 1 and never turns back", () => {
  assert(glide(0) < 1e-6 && glide(1) > 1 - 1e-6);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  holds(fc.tuple(share, share), ([a, b]) => {
    assert(glide(Math.min(a, b)) <= glide(Math.max(a, b)) + 1e-9);
  });
});

Deno.test("A value is at its key's at the time of a key, and between its neighbours' in between", () => {
  const track = new Timeline(5).move(100, 200, 9).jump(300, 1).move(400, 500, 2, "linear").done();
  const at = (time: number) => valueAt(track, time, mix);
  assert.deepEqual([0, 100, 200, 299, 300, 400, 450, 500, 999].map(at), [
    5,
    5,
    9,
    9,
    1,
    1,
    1.5,
    2,
    2,
  ]);
  assert(at(150) > 5 && at(150) < 9);
});

Deno.test("A value that never changes needs no track", () => {
  assert.equal(new Timeline(5).jump(100, 5).move(200, 300, 5).done(), 5);
});

Deno.test("A film can be made of any run, and every place in it is a number", () => {
  const runs = [
    record([[1, 2]], { k: 1 }),
    record([[3], [3], [3]], { k: 2 }),
    record([[0, 0], [1e300, -1e300], [1e300, 1e300]], { k: 2 }),
    record([[0, 0], [1e-300, 1e-300]], { k: 2 }),
    record([[1, 1], [1, 1], [1, 1]], { k: 3 }),
    record([[0, 0], [1, 0], [0, 1]], { init: [[0, 0], [1, 1], [100, 100]], empty: "drop" }),
    record([[0, 0], [1, 0], [0, 1]], { init: [[0, 0], [1, 1], [100, 100]], empty: "farthest" }),
    record([[1, 2, 3, 4], [4, 3, 2, 1], [0, 0, 0, 0]], { k: 2 }),
    record(Array.from({ length: 60 }, (_, i) => [i * i, i]), { k: 5, maxIterations: 1 }),
  ];
  for (const trace of runs) {
    for (const style of ["glide", "classic"] as const) {
      for (const [width, height] of [[640, 480], [240, 160], [17, 900]]) {
        const film = makeFilm(trace, { style, width, height, title: "A title", axes: true });
        assert(framesOf(film, 20).length > 0);
        for (const { start } of film.beats) {
          const svg = sceneToSvg(sceneAt(film, start), themes.light);
          assert(!/NaN|Infinity|undefined/.test(svg), `${style} at ${start} ms`);
        }
      }
    }
  }
});

Deno.test("At twice the speed all but the hold takes half the time, in either style", () => {
  for (const style of ["glide", "classic"] as const) {
    const lengths = [1, 2].map((speed) => {
      const { beats, duration } = smallFilm(1, { style, interval: 800, speed, hold: 1000 });
      assert.equal(duration, beats[beats.length - 1].end);
      return duration - 1000;
    });
    assert.equal(lengths[0], 2 * lengths[1], style);
  }
});
