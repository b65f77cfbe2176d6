import assert from "node:assert/strict";
import { makeFilm, record, toMatrix, toRows } from "../../mod.ts";
import { principalPlane } from "../../src/data/features/principal_plane.ts";
import { Hand } from "../../src/page/picture_points.ts";

const points = [[0, 0], [0, 2], [8, 6], [9, 7], [4, 1]];

function handOn(rows: number[][], style: "glide" | "classic" = "glide"): [Hand, number] {
  const matrix = toMatrix(rows);
  const projection = matrix.columns > 2 ? principalPlane(matrix) : undefined;
  const trace = record(matrix, { k: 2, seed: 1 }, projection && { projection });
  const film = makeFilm(trace, { style });
  return [new Hand(trace, film), film.duration];
}

for (const style of ["glide", "classic"] as const) {
  Deno.test(`A centroid is put where it is let go, and the others stay: ${style}`, () => {
    const [hand, end] = handOn(points, style);
    const before = hand.centroids(end);
    const to = [300, 200] as const;
    const after = hand.put(before, 1, to);
    assert.deepEqual(toRows(after)[0], toRows(before)[0]);
    const [[x, y]] = hand.placesOf(after).slice(1);
    assert(Math.hypot(x - to[0], y - to[1]) < 1, `${x}, ${y}`);
  });
}

Deno.test("Nothing is put farther out than the points, so that the view stays", () => {
  const [hand, end] = handOn(points);
  for (const [to, row] of [[[-500, 9000], [0, 0]], [[9000, -500], [9, 7]]] as const) {
    assert.deepEqual(toRows(hand.put(hand.centroids(end), 0, to))[0], row);
  }
});

Deno.test("Of more than two features, those that the picture does not show stay as near as can be", () => {
  const [hand, end] = handOn(points.map(([x, y], i) => [x, y, i % 2, x + y]));
  assert.equal(hand.canAdd, false);
  const after = hand.put(hand.centroids(end), 0, [250, 150]);
  const [[x, y]] = hand.placesOf(after);
  assert(Math.hypot(x - 250, y - 150) < 2, `${x}, ${y}`);
});

Deno.test("One feature has points along a line", () => {
  const [hand, end] = handOn([[1], [2], [9], [10]]);
  const [[place]] = [hand.pointAt([320, 100])];
  assert(place >= 1 && place <= 10);
  assert.deepEqual(hand.put(hand.centroids(end), 0, [-9, 0]).data[0], 1);
});

for (
  const [name, rows] of [
    ["equal points", [[0.3, 0.7], [0.3, 0.7]]],
    ["huge points", [[-1e308, 1], [1e308, 2]]],
    ["tiny points", [[1e-320, 0], [2e-320, 1]]],
  ] as const
) {
  Deno.test(`Centroids stay finite among ${name}`, () => {
    const [hand, end] = handOn(rows.map((row) => [...row]));
    const { data } = hand.put(hand.centroids(end), 0, [100, 100]);
    assert(data.every(Number.isFinite), String(data));
  });
}
