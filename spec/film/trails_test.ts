import assert from "node:assert/strict";
import { drawn, type DrawnFilm, type Mark, type Polyline, sceneAt } from "../../src/internal.ts";
import { makeFilm, record } from "../../mod.ts";
import { lengthsAlong } from "../../src/film/marks/drawn_line.ts";
import { droppedLater, smallFilm } from "../support/films.ts";

/** The length of the drawn part of a line, in pixels. */
const drawnLength = ({ dash, dashOffset }: Mark) => dash! - dashOffset!;

/** The place at a length along a line. */
function placeAt({ points }: Polyline, length: number): [number, number] {
  const lengths = lengthsAlong(points);
  const i = Math.max(1, lengths.findIndex((to) => to >= length - 1e-6));
  const share = Math.max(0, (length - lengths[i - 1]) / (lengths[i] - lengths[i - 1] || 1));
  const at = (j: number) =>
    points[2 * i - 2 + j] + (points[2 * i + j] - points[2 * i - 2 + j]) * share;
  return [at(0), at(1)];
}

const trailsAt = (film: DrawnFilm, time: number) =>
  sceneAt(film, time).marks.filter(({ name }) => name === "trail");

Deno.test("The length of a line is that of all its parts", () => {
  assert.deepEqual(lengthsAlong([0, 0, 3, 4, 3, 4, 3, -6]), [0, 5, 5, 15]);
});

Deno.test("A trail follows its centroid, never more than 3 pixels behind after an update", () => {
  const film = drawn(smallFilm(3, { width: 640, height: 480 }));
  for (const { kind, end } of film.beats) {
    if (kind !== "update") continue;
    const halos = sceneAt(film, end).marks.filter(({ name }) => name === "halo");
    for (const trail of trailsAt(film, end)) {
      const [x, y] = placeAt(trail.geometry as Polyline, drawnLength(trail));
      const nearest = Math.min(
        ...halos.map(({ translate }) => Math.hypot(translate![0] - x, translate![1] - y)),
      );
      assert(nearest <= 3, `${nearest} pixels at ${end} ms`);
    }
  }
});

Deno.test("No trail is seen at the start, and all of each at the end", () => {
  const film = drawn(smallFilm(3));
  for (const trail of trailsAt(film, 0)) assert.equal(drawnLength(trail), 0);
  for (const trail of trailsAt(film, film.duration)) {
    const lengths = lengthsAlong((trail.geometry as Polyline).points);
    assert.equal(drawnLength(trail), lengths[lengths.length - 1]);
    assert(trail.dash! > lengths[lengths.length - 1]);
  }
});

Deno.test("A centroid that never moves has no trail", () => {
  const film = drawn(makeFilm(record([[0, 0], [9, 9], [9, 8]], { init: [[0, 0], [9, 8.5]] })));
  assert.equal(trailsAt(film, 0).length, 0);
});

Deno.test("The trail of a dropped centroid stays as it was", () => {
  const film = drawn(makeFilm(droppedLater()));
  const { start } = film.beats.find(({ kind, iteration }) => kind === "update" && iteration === 2)!;
  const [before, after] = [start, film.duration].map((time) => trailsAt(film, time)[1]);
  assert(drawnLength(before) > 10);
  assert.equal(drawnLength(after), drawnLength(before));
});
