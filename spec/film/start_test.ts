import assert from "node:assert/strict";
import { drawn } from "../../src/internal.ts";
import { makeFilm, record } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { isPickedByDistance, pickTimes, startTime } from "../../src/film/run/start_times.ts";
import type { Stamps } from "../../src/film/scene/geometry.ts";

// Three heaps on a line: the second pick leaves the third heap as the farthest.
const points = [[0, 0], [0.1, 0], [5, 0], [5.1, 0], [10, 0], [10.1, 0]];
const film = makeFilm(record(points, { k: 3, init: "maxmin", seed: 1 }));

const shownAt = (time: number, name: string) =>
  sceneAt(film, time).marks.filter((mark) =>
    mark.name === name && mark.opacity !== 0 && mark.width !== 0
  );

/** The size of each point that is drawn, by its place from left to right. */
function sizesAt(time: number): number[] {
  const sizes = shownAt(time, "points").flatMap(({ geometry, width }) =>
    [...(geometry as Stamps).at].filter((_, i) => i % 2 === 0).map((x) => ({ x, width: width! }))
  );
  return sizes.sort((a, b) => a.x - b.x).map(({ width }) => width);
}

const [start] = film.beats;
const every = Array.from({ length: start.end / 50 }, (_, i) => i * 50);

Deno.test("Starts by distance show one pick after another", () => {
  const counts = every.map((time) => shownAt(time, "halo").length);
  assert.deepEqual([...new Set(counts)], [0, 1, 2, 3]);
  const moments = [1, 2, 3].map((count) => counts.indexOf(count) * 50);
  assert(moments[1] - moments[0] >= 200 && moments[2] - moments[1] >= 200);
});

Deno.test("Before each further pick, points are the larger the farther from those picked", () => {
  const last = every.findLast((time) => shownAt(time, "halo").length === 1)!;
  const [{ translate }] = shownAt(last, "halo");
  const [first] = drawn(film).marks.filter(({ name }) => name === "halo");
  assert(first && translate);
  const sizes = sizesAt(last);
  const nearest = sizes.indexOf(Math.min(...sizes));
  const farthest = sizes.lastIndexOf(Math.max(...sizes));
  assert(sizes[farthest] > 2 * sizes[nearest], String(sizes));
});

Deno.test("All points are drawn once every 50 ms of the start, and are of one size when it is over", () => {
  for (const time of [...every, start.end, film.duration - 1]) {
    assert.equal(sizesAt(time).length, points.length, `at ${time}`);
  }
  assert.equal(new Set(sizesAt(start.end)).size, 1);
});

Deno.test("A start that draws all at once is short", () => {
  const random = makeFilm(record(points, { k: 3, init: "random", seed: 1 }));
  assert(random.beats[0].end < start.end);
});

Deno.test("Points whose centroid has just been picked are the smallest, the farthest the largest", () => {
  const one = every.findLast((time) => shownAt(time, "halo").length === 1)!;
  const place = shownAt(one, "halo")[0].translate![0];
  const pixels = drawn(film).view!.pixels(Float64Array.from(points.flat()));
  const distances = points.map((_, i) => Math.abs(pixels[2 * i] - place));
  const sizes = sizesAt(one);
  const usual = sizesAt(start.end)[0];
  const shares = sizes.map((size) => Math.round(100 * size / usual) / 100);
  // Distances are sorted into four ranges, up to that of the farthest point.
  const farthest = Math.max(...distances);
  assert.deepEqual(
    shares,
    distances.map((distance) =>
      [0.45, 0.85, 1.25, 1.65][Math.min(3, Math.floor(4 * distance / farthest))]
    ),
  );
  const two = every.findLast((time) => shownAt(time, "halo").length === 2)!;
  // The nearest of the two counts, so that both heaps that have a centroid are small.
  assert.equal(sizesAt(two).filter((size) => size < 0.5 * usual).length, 4);
});

Deno.test("The size of a point goes by its distance, not by the square of it", () => {
  const line = Array.from({ length: 11 }, (_, i) => [i, 0]);
  const film = makeFilm(record(line, { init: [[0, 0], [10, 0]] }, { recipe: { init: "maxmin" } }));
  const { end } = film.beats[0];
  const marks = (time: number) =>
    sceneAt(film, time).marks.filter(({ name, width }) => name === "points" && width !== 0);
  const usual = marks(end)[0].width!;
  const sizes = marks(end / 2).flatMap(({ geometry, width }) =>
    [...(geometry as Stamps).at].filter((_, i) => i % 2 === 0).map((x) => ({ x, width: width! }))
  ).sort((a, b) => a.x - b.x).map(({ width }) => Math.round(100 * width / usual) / 100);
  assert.deepEqual(
    sizes,
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((x) =>
      [0.45, 0.85, 1.25, 1.65][Math.min(3, Math.floor(x / 2.5))]
    ),
  );
});

Deno.test("Points have their usual size again before the start is over", () => {
  const usual = sizesAt(start.end)[0];
  assert.deepEqual(new Set(sizesAt(start.end - 50)), new Set([usual]));
});

Deno.test("Equal points may be picked from, and so may a single one", () => {
  for (const rows of [[[1, 1], [1, 1], [1, 1]], [[1, 1]]]) {
    const film = makeFilm(record(rows, { k: 1, init: "maxmin", seed: 1 }));
    const equal = makeFilm(record([...rows, ...rows, [1, 1]], { k: 2, init: "maxmin", seed: 1 }));
    for (const { beats } of [film, equal]) assert(beats[0].end > 0);
    for (const { width } of sceneAt(equal, equal.beats[0].end / 2).marks) {
      assert(width === undefined || Number.isFinite(width));
    }
  }
});

Deno.test("A pick takes half a second, many picks no more than three seconds together", () => {
  const many = Array.from({ length: 100 }, (_, i) => [i * 37 % 101, i * 53 % 97]);
  const lengths = [2, 6, 50].map((k) =>
    makeFilm(record(many, { k, init: "maxmin", seed: 1 })).beats[0].end
  );
  assert.deepEqual(lengths, [2000, 4000, 4000]);
});

Deno.test("Centroids that are not picked by distance appear in the first 700 ms of a second", () => {
  const random = makeFilm(record(points, { k: 3, init: "random", seed: 1 }));
  assert.equal(random.beats[0].end, 1000);
  const counts = [50, 100, 300, 500, 700].map((time) =>
    sceneAt(random, time).marks.filter(({ name, opacity }) => name === "halo" && opacity !== 0)
      .length
  );
  assert.deepEqual(counts, [0, 1, 2, 3, 3]);
});

Deno.test("Picks are at multiples of 50 ms, where most frame rates have a frame", () => {
  const story = { isPickedByDistance: true, k: 7 };
  const times = pickTimes(story, { kind: "start", iteration: 0, start: 0, end: startTime(story) });
  assert.equal(times.length, 7);
  for (const time of times) assert.equal(time % 50, 0);
  assert.deepEqual([times[0], times[6]], [500, 3050]);
});

Deno.test("A start of a name that every object has is not one by distance", () => {
  assert.equal(isPickedByDistance({ init: "toString" }), false);
  assert.equal(isPickedByDistance({ init: [[1]] }), false);
  assert.equal(isPickedByDistance({ init: "kmeans++" }), true);
});
