import assert from "node:assert/strict";
import fc from "fast-check";
import { framesOf, makeFilm, record, themes } from "../../mod.ts";
import { drawn, sceneAt, sceneToSvg } from "../../src/internal.ts";
import {
  glide,
  lastValue,
  partOfGlide,
  Timeline,
  Track,
  valueAt,
} from "../../src/film/scene/track.ts";
import { tracksOf } from "../../src/film/scene/mark.ts";
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
  assert.equal(at(150), 5 + 4 * glide(0.5));
});

Deno.test("A value that never changes needs no track", () => {
  assert.equal(new Timeline(5).jump(100, 5).move(200, 300, 5).done(), 5);
});

Deno.test("A glide is that of CSS: slow at both ends, three quarters done after half of its time", () => {
  assert(glide(0.1) < 0.04 && 1 - glide(0.9) < 0.02);
  assert(Math.abs(glide(0.5) - 0.775) < 0.001, `${glide(0.5)}`);
  // Control points give the time; the bisection finds it to more than a thousandth.
  for (const t of [0.05, 0.3, 0.6, 0.95]) {
    const time = 3 * (1 - t) ** 2 * t * 0.4 + 3 * (1 - t) * t ** 2 * 0.2 + t ** 3;
    const way = 3 * (1 - t) * t ** 2 + t ** 3;
    assert(Math.abs(glide(time) - way) < 1e-6);
  }
});

Deno.test("Changes at the same time leave only the last, and those that change nothing no keyframe", () => {
  const track = new Timeline(1).jump(100, 2).jump(100, 3).jump(200, 3).move(300, 400, 3).done();
  assert(track instanceof Track);
  assert.deepEqual(track.keys, [
    { time: 0, value: 1, ease: "jump" },
    { time: 100, value: 3, ease: "jump" },
  ]);
});

Deno.test("A move that begins where the one before ended needs no keyframe in between", () => {
  const track = new Timeline(0).move(0, 100, 1).move(100, 200, 2).move(250, 250, 5).done();
  assert(track instanceof Track);
  assert.deepEqual(track.keys.map(({ time, ease }) => `${time} ${ease}`), [
    "0 jump",
    "100 glide",
    "200 glide",
    "250 jump",
  ]);
});

Deno.test("Keyframes are in the order of time, however fast centroids are picked", () => {
  const points = Array.from({ length: 100 }, (_, i) => [i * 37 % 101, i * 53 % 97]);
  for (const k of [2, 20, 60]) {
    const film = drawn(makeFilm(record(points, { k, init: "maxmin", seed: 1 })));
    for (const { keys } of film.marks.flatMap(tracksOf)) {
      assert.equal(keys[0].time, 0);
      keys.slice(1).forEach(({ time }, i) => assert(time >= keys[i].time, `${k}`));
    }
  }
});

Deno.test("Places are the same if all their coordinates are", () => {
  const track = new Timeline([1, 2]).jump(100, [1, 2]).jump(200, [1, 3]).done();
  assert(track instanceof Track);
  assert.equal(track.keys.length, 2);
  assert.deepEqual(lastValue(track), [1, 3]);
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

Deno.test("A part of a glide is the glide in that part, to half a hundredth of its own distance", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  holds(fc.tuple(share, share, share), ([a, b, at]) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    if (to - from < 0.01) return;
    const ease = partOfGlide(from, to);
    const keys = [{ time: 0, value: 0, ease: "jump" }, { time: 1, value: 1, ease }] as const;
    const part = valueAt(new Track<number>(keys), at, mix);
    const expected = (glide(from + (to - from) * at) - glide(from)) / (glide(to) - glide(from));
    assert(Math.abs(part - expected) < 0.005, `${part} instead of ${expected}`);
  });
  assert.equal(partOfGlide(0, 1), "glide");
});
