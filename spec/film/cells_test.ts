import assert from "node:assert/strict";
import { drawn, type DrawnFilm, sceneAt, type Segments } from "../../src/internal.ts";
import { makeFilm, record, type Trace } from "../../mod.ts";
import { smallTrace } from "../support/films.ts";

/** The lines between the cells at a time: x1, y1, x2, y2 of each in the picture. */
function linesAt(film: DrawnFilm, time: number): number[][] {
  const mark = sceneAt(film, time).marks.find(({ name }) => name === "cells")!;
  if (mark.opacity === 0) return [];
  const { ends } = mark.geometry as Segments;
  return Array.from({ length: ends.length / 4 }, (_, i) => [...ends.subarray(4 * i, 4 * i + 4)]);
}

const filmOf = (trace: Trace) => drawn(makeFilm(trace));

/**
 * How far a line lies from where its two nearest centroids are equally near, as a share of their
 * distance, in the metric of the clustering.
 */
function errorOf(film: DrawnFilm, time: number, [x1, y1, x2, y2]: number[], metric = [1, 1]) {
  const view = film.view!;
  const valueOf = (x: number, y: number) => [
    view.x.value(x) * metric[0],
    view.y.value(y) * metric[1],
  ];
  const [x, y] = valueOf((x1 + x2) / 2, (y1 + y2) / 2);
  const distances = sceneAt(film, time).marks
    .filter(({ name, opacity }) => name === "halo" && opacity !== 0)
    .map(({ translate }) => valueOf(translate![0], translate![1]))
    .map(([cx, cy]) => Math.hypot(cx - x, cy - y))
    .sort((a, b) => a - b);
  return distances[1] / distances[0] - 1;
}

const traces: Record<string, Trace> = {
  "in the plane": smallTrace({ seed: 3 }),
  "with a centroid that is dropped": record(
    Array.from({ length: 60 }, (_, i) => [i * 37 % 61, i * 11 % 59]),
    { init: [[5, 5], [100, 30], [50, 9], [30, 50], [55, 50]], empty: "drop" },
  ),
  "of longitude and latitude, drawn in proportion": record(
    Array.from({ length: 60 }, (_, i) => [i * 37 % 61, 20 + i * 11 % 59]),
    { k: 5, seed: 2 },
    {
      projection: {
        axes: [{ name: "lon", offset: 0, weights: [1, 0] }, {
          name: "lat",
          offset: 0,
          weights: [0, 1],
        }],
        metric: [1, 1],
        aspect: 1.5,
      },
    },
  ),
  "with axes of different scales": record(
    Array.from({ length: 60 }, (_, i) => [i * 37 % 61, 3 * (i * 11 % 59)]),
    { k: 5, seed: 2 },
  ),
};
for (const [name, trace] of Object.entries(traces)) {
  Deno.test(`Lines between cells are where two centroids are equally near, while they move too, ${name}`, () => {
    const film = filmOf(trace);
    let count = 0;
    for (const { kind, start, end } of film.beats) {
      if (kind === "start") continue;
      // A dropped centroid vanishes with its update.
      for (const time of [kind === "update" ? end - 1 : start, (start + end) / 2]) {
        for (const line of linesAt(film, time)) {
          if (Math.hypot(line[2] - line[0], line[3] - line[1]) < 20) continue;
          const error = errorOf(film, time, line);
          assert(error < 0.3, `${kind} at ${time} ms: ${error}`);
          count++;
        }
      }
    }
    assert(count > 30, `${count}`);
  });
}

Deno.test("Where the axes of a projection have a metric, cells are measured in it", () => {
  const points = Array.from({ length: 40 }, (_, i) => [i * 17 % 41, i * 29 % 37]);
  const metric = [1, 3] as const;
  const axes = [0, 1].map((axis) => ({
    name: "",
    offset: 0,
    weights: [axis === 0 ? 1 : 0, axis === 1 ? 1 / 3 : 0],
  }));
  const film = filmOf(record(points, { k: 4, seed: 1 }, { projection: { axes, metric } }));
  const lines = linesAt(film, film.duration);
  assert(lines.length >= 3);
  for (const line of lines) assert(errorOf(film, film.duration, line, [1, 3]) < 0.02);
});

Deno.test("There are no lines between cells before the first assignment", () => {
  const film = filmOf(smallTrace({ seed: 3 }));
  const { end } = film.beats[0];
  assert.equal(linesAt(film, end - 1).length, 0);
  assert(linesAt(film, end).length > 0);
});

Deno.test("Lines hardly move while centroids stand still", () => {
  const film = filmOf(smallTrace({ seed: 3 }));
  for (const { kind, start, end } of film.beats) {
    if (kind === "update" || kind === "start") continue;
    const [before, after] = [linesAt(film, start), linesAt(film, end)].map((lines) => lines.flat());
    const moves = before.map((pixel, i) => Math.abs(pixel - after[i]));
    assert.equal(before.length, after.length);

    // Within the tolerance that makes do with few keyframes.
    assert(Math.max(...moves) < 8, `${kind} at ${start} ms: ${moves}`);
  }
});

Deno.test("A dropped centroid has no cell any more", () => {
  const film = filmOf(record([[0, 0], [1, 0], [0, 1], [8, 8], [9, 8]], {
    init: [[0, 0], [9, 9], [-6, 15]],
    empty: "drop",
  }));
  const { start, end } = film.beats.find(({ kind }) => kind === "update")!;
  assert(linesAt(film, start).length > 1);
  assert.equal(linesAt(film, end).length, 1);
});

Deno.test("A line within the picture has its ends on other lines or at the border", () => {
  const film = filmOf(smallTrace({ seed: 3 }));
  const lines = linesAt(film, film.duration);
  const { width, height, view } = film;
  const [left, top, right, bottom] = view!.box;
  assert.deepEqual([left, top, right, bottom].map(Math.round), [0, 0, width, Math.round(bottom)]);
  assert(bottom <= height);
  const ends = lines.flatMap(([x1, y1, x2, y2]) => [[x1, y1], [x2, y2]]);
  for (const [x, y] of ends) {
    const isAtBorder = Math.min(x - left, right - x, y - top, bottom - y) < 1;
    const meeting = ends.filter(([u, v]) => Math.hypot(u - x, v - y) < 1.5).length;
    assert(isAtBorder || meeting >= 3, `${x}, ${y}`);
  }
});
