import assert from "node:assert/strict";
import { drawn } from "../../src/internal.ts";
import { makeFilm, record } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
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

Deno.test("All points are there at all times, once, and of one size when the start is over", () => {
  for (const time of [...every, start.end, film.duration - 1]) {
    assert.equal(sizesAt(time).length, points.length, `at ${time}`);
  }
  assert.equal(new Set(sizesAt(start.end)).size, 1);
});

Deno.test("A start that draws all at once is short", () => {
  const random = makeFilm(record(points, { k: 3, init: "random", seed: 1 }));
  assert(random.beats[0].end < start.end);
});
