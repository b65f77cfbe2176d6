import assert from "node:assert/strict";
import { makeFilm, record, toMatrix, toRows } from "../../mod.ts";
import { principalPlane } from "../../src/data/features/principal_plane.ts";
import { layOut } from "../../src/data/features/layout.ts";
import { PixelMapping } from "../../src/page/pixel_mapping.ts";

const points = [[0, 0], [0, 2], [8, 6], [9, 7], [4, 1]];

function mappingOf(rows: number[][], style: "glide" | "classic" = "glide"): [PixelMapping, number] {
  const matrix = toMatrix(rows);
  const projection = matrix.columns > 2 ? principalPlane(matrix) : undefined;
  const trace = record(matrix, { k: 2, seed: 1 }, projection && { projection });
  const film = makeFilm(trace, { style });
  return [new PixelMapping(trace, film), film.duration];
}

for (const style of ["glide", "classic"] as const) {
  Deno.test(`A centroid is put where it is let go, and the others stay: ${style}`, () => {
    const [mapping, end] = mappingOf(points, style);
    const before = mapping.centroidsAt(end);
    const to = [300, 200] as const;
    const after = mapping.moved(before, 1, to);
    assert.deepEqual(toRows(after)[0], toRows(before)[0]);
    const [[x, y]] = mapping.placesOf(after).slice(1);
    assert(Math.hypot(x - to[0], y - to[1]) < 1, `${x}, ${y}`);
  });
}

Deno.test("Nothing is put farther out than the points, so that the view stays", () => {
  const [mapping, end] = mappingOf(points);
  for (const [to, row] of [[[-500, 9000], [0, 0]], [[9000, -500], [9, 7]]] as const) {
    assert.deepEqual(toRows(mapping.moved(mapping.centroidsAt(end), 0, to))[0], row);
  }
});

Deno.test("Of more than two features, those that the picture does not show stay as near as can be", () => {
  const [mapping, end] = mappingOf(points.map(([x, y], i) => [x, y, i % 2, x + y]));
  assert.equal(mapping.canAddPoints, false);
  const after = mapping.moved(mapping.centroidsAt(end), 0, [250, 150]);
  const [[x, y]] = mapping.placesOf(after);
  assert(Math.hypot(x - 250, y - 150) < 2, `${x}, ${y}`);
});

Deno.test("On the way between two steps, centroids of which features are hidden are those of a step", () => {
  const rows = toMatrix(points.map(([x, y], i) => [x, y, i % 2, x + y]));
  const trace = record(rows, { k: 2, seed: 1 }, { projection: principalPlane(rows) });
  const film = makeFilm(trace);
  const mapping = new PixelMapping(trace, film);
  for (
    const { kind, iteration, start, end } of film.beats.filter(({ iteration }) => iteration < 3)
  ) {
    const { centroids } = trace.steps[kind === "assign" ? iteration - 1 : iteration];
    const own = mapping.centroidsAt((start + end) / 2);
    own.data.forEach((value, i) => {
      assert(Math.abs(value - centroids.data[i]) < 0.01, `${kind} ${iteration}`);
    });
  }
});

for (const columns of [2, 3]) {
  Deno.test(`Standardized centroids are moved as far as the pointer: ${columns} features`, () => {
    const rows = toMatrix(points.map(([x, y], i) => [x, 1000 * y, i % 2].slice(0, columns)));
    const { points: scaled, projection } = layOut(
      rows,
      "zscore",
      ["a", "b", "c"].slice(0, columns),
    );
    const trace = record(scaled, { k: 2, seed: 1 }, { projection });
    const film = makeFilm(trace);
    const mapping = new PixelMapping(trace, film);
    const before = mapping.centroidsAt(film.duration);
    const data = before.data.slice();
    const [[x, y]] = mapping.placesOf(mapping.moved(before, 0, [250, 200]));
    assert(Math.hypot(x - 250, y - 200) < 2, `${x}, ${y}`);
    assert.deepEqual(before.data, data, "the centroids given stay as they are");
  });
}

Deno.test("Each feature is rounded as finely as its own width asks for", () => {
  const [mapping] = mappingOf([[0, 0], [1, 2000], [0.5, 1000], [0.25, 1]]);
  const [x, y] = mapping.pointAt([301, 203]);
  const decimals = (value: number) => String(value).split(".")[1]?.length ?? 0;
  assert.equal(decimals(y), 0);
  assert(decimals(x) === 3 || decimals(x) === 4, String(x));
});

Deno.test("One feature has points along a line", () => {
  const [mapping, end] = mappingOf([[1], [2], [9], [10]]);
  const own = mapping.pointAt([320, 100]);
  assert.equal(own.length, 1);
  assert(own[0] >= 1 && own[0] <= 10);
  assert.deepEqual(mapping.moved(mapping.centroidsAt(end), 0, [-9, 0]).data[0], 1);
});

for (
  const [name, rows] of [
    ["equal points", [[0.3, 0.7], [0.3, 0.7]]],
    ["huge points", [[-1e308, 1], [1e308, 2]]],
    ["tiny points", [[1e-320, 0], [2e-320, 1]]],
  ] as const
) {
  Deno.test(`Centroids stay finite among ${name}`, () => {
    const [mapping, end] = mappingOf(rows.map((row) => [...row]));
    const { data } = mapping.moved(mapping.centroidsAt(end), 0, [100, 100]);
    assert(data.every(Number.isFinite), String(data));
  });
}
