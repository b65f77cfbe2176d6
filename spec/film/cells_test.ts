import { cellLines } from "../../src/film/marks/cell_lines.ts";
import { cellMoments } from "../../src/film/marks/cell_moments.ts";
import assert from "node:assert/strict";
import { drawn } from "../../src/internal.ts";
import { blobs, makeFilm, record, stillOf, type Trace } from "../../mod.ts";
import { smallTrace } from "../support/films.ts";
import { drawnCells, fidelityOf } from "../support/true_cells.ts";

const filmOf = (trace: Trace) => drawn(makeFilm(trace));

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
/** How far ends of lines that meet may be apart, and lines from the true ones, in pixels. */
const [TORN, ASTRAY] = [0.5, 1];
/** The same at rest, where all is exact to the tenth of a pixel that it is drawn by. */
const [TORN_AT_REST, ASTRAY_AT_REST] = [0.01, 0.1];

for (const [name, trace] of Object.entries(traces)) {
  Deno.test(`Cells are closed and true at rest, and hardly less while they move, ${name}`, () => {
    const film = filmOf(trace);
    let corners = 0;
    for (const { kind, start, end } of film.beats) {
      if (kind === "start") continue;
      const within = Array.from({ length: 23 }, (_, i) => start + (end - start) * (i + 0.5) / 23);
      for (const time of [start, ...within, end - 1e-6]) {
        const isAtRest = kind !== "update" || time > end - 1e-3;
        const measured = fidelityOf(film, time);
        const told = `${kind} at ${time} ms: ${JSON.stringify(measured)}`;
        // A dropped centroid vanishes at the very start of its update.
        assert(measured.torn <= (isAtRest ? TORN_AT_REST : TORN), told);
        assert(measured.astray <= (isAtRest ? ASTRAY_AT_REST : ASTRAY), told);
        corners += measured.corners;
      }
    }
    assert(corners > 100, `${corners}`);
  });
}

Deno.test("Default films have no torn corner, at any time of any of twelve seeds", () => {
  let corners = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const film = filmOf(record(blobs({ seed }), { k: 12, seed }));
    const from = film.beats.find(({ kind }) => kind === "assign")!.start;
    for (let time = from; time <= film.duration; time += 87) {
      const measured = fidelityOf(film, time);
      const told = `seed ${seed} at ${time} ms: ${JSON.stringify(measured)}`;
      assert(measured.torn <= TORN, told);
      assert(measured.astray <= ASTRAY, told);
      corners += measured.corners;
    }
    for (const iteration of [0, 1, film.beats[film.beats.length - 1].iteration]) {
      const still = { ...drawn(stillOf(film, { iteration })), view: film.view };
      const measured = fidelityOf(still, 0);
      const told = `seed ${seed}, iteration ${iteration}: ${JSON.stringify(measured)}`;
      assert(measured.torn <= TORN_AT_REST, told);
      assert(measured.astray <= ASTRAY_AT_REST, told);
    }
  }
  assert(corners > 20_000, `${corners}`);
});

Deno.test("The corners of seed 4 at 6.1 s and 3840 by 2160 pixels are closed", () => {
  const trace = record(blobs({ seed: 4 }), { k: 12, seed: 4 });
  const film = drawn(makeFilm(trace, { width: 3840, height: 2160 }));
  for (const time of [6050, 6100, 6150]) {
    const { corners, torn, astray } = fidelityOf(film, time);
    assert(corners > 20 && torn <= TORN && astray <= ASTRAY, `${torn}, ${astray}`);
  }
});

for (const [width, height] of [[64, 48], [320, 240], [1080, 1920], [3840, 2160]]) {
  Deno.test(`Cells are closed and true at ${width} by ${height} pixels, with two to forty clusters`, () => {
    for (const [seed, k] of [[4, 12], [7, 2], [9, 3], [5, 40]]) {
      const film = drawn(makeFilm(record(blobs({ seed }), { k, seed }), { width, height }));
      const from = film.beats.find(({ kind }) => kind === "assign")!.start;
      for (let time = from; time <= film.duration; time += 130) {
        const measured = fidelityOf(film, time);
        const told = `seed ${seed}, k = ${k} at ${time} ms: ${JSON.stringify(measured)}`;
        assert(measured.torn <= TORN, told);
        assert(measured.astray <= ASTRAY, told);
      }
    }
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
  assert(drawnCells(film, film.duration).lines.length >= 3);
  assert(fidelityOf(film, film.duration, metric).astray <= ASTRAY_AT_REST);
  assert(fidelityOf(film, film.duration).astray > 10);
});

Deno.test("There are no lines between cells before the first assignment", () => {
  const film = filmOf(smallTrace({ seed: 3 }));
  const { end } = film.beats[0];
  assert.equal(drawnCells(film, end - 1).lines.length, 0);
  assert(drawnCells(film, end).lines.length > 0);
});

Deno.test("Lines do not move while centroids stand still", () => {
  const film = filmOf(smallTrace({ seed: 3 }));
  for (const { kind, start, end } of film.beats) {
    if (kind === "update" || kind === "start") continue;
    assert.deepEqual(drawnCells(film, start), drawnCells(film, end - 1), `${kind} at ${start} ms`);
  }
});

Deno.test("A dropped centroid has no cell any more", () => {
  const film = filmOf(record([[0, 0], [1, 0], [0, 1], [8, 8], [9, 8]], {
    init: [[0, 0], [9, 9], [-6, 15]],
    empty: "drop",
  }));
  const { start, end } = film.beats.find(({ kind }) => kind === "update")!;
  // It vanishes as its update begins.
  assert(drawnCells(film, start - 1).lines.length > 1);
  assert.equal(drawnCells(film, end).lines.length, 1);
});

Deno.test("Whether to go on is asked at every moment of a move", () => {
  const trace = smallTrace({ seed: 3 });
  const moves = trace.steps.length - 1;
  let asked = 0;
  const signal = { throwIfAborted: () => void asked++ } as AbortSignal;
  makeFilm(trace, { signal });
  assert(asked > 5 * moves, `${asked}`);
  assert.throws(
    () => makeFilm(trace, { signal: AbortSignal.abort(new Error("enough")) }),
    /enough/,
  );
});

Deno.test("A move that lasts no time has its end alone", () => {
  const lines = cellLines([[10, 10], [30, 10]], [0, 0, 40, 20], 1);
  const moments = cellMoments({ start: 7, end: 7, unit: 2 }, 2, () => lines);
  assert.deepEqual(moments.map(({ time, share }) => [time, share]), [[7, 1]]);
});
