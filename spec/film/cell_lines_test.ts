import assert from "node:assert/strict";
import { cellLines } from "../../src/film/marks/cell_lines.ts";

const box = [0, 0, 100, 100] as const;
const placesOf = ({ corners }: ReturnType<typeof cellLines>) =>
  [...corners.values()].map((place) => place.map((pixel) => Math.round(pixel)));

Deno.test("One centroid has no lines, two have one from side to side", () => {
  assert.equal(cellLines([[50, 50]], box, 1).lines.size, 0);
  const two = cellLines([[20, 50], [60, 50]], box, 1);
  assert.deepEqual([...two.lines], [["0 1", ["0 1 top", "0 1 bottom"]]]);
  assert.deepEqual(placesOf(two), [[40, 0], [40, 100]]);
});

Deno.test("Three lines meet in the corner named after their clusters", () => {
  const { lines, corners } = cellLines([[20, 20], [80, 20], undefined, [50, 80]], box, 1);
  assert.deepEqual([...lines.keys()].sort(), ["0 1", "0 3", "1 3"]);
  for (const ends of lines.values()) assert(ends.includes("0 1 3"), `${ends}`);
  const [x, y] = corners.get("0 1 3")!;
  const distances = [[20, 20], [80, 20], [50, 80]].map(([u, v]) => Math.hypot(u - x, v - y));
  assert(Math.max(...distances) - Math.min(...distances) < 1e-9);
});

Deno.test("Of centroids in a row only neighbours have a line; of equal ones none", () => {
  const row = cellLines([[10, 50], [30, 50], [70, 50], [30, 50]], box, 1);
  assert.deepEqual(placesOf(row).map(([x]) => x).sort(), [20, 20, 50, 50]);
  assert.equal(cellLines([[10, 10], [10, 10]], box, 1).lines.size, 0);
});

Deno.test("Lines beyond the picture are none", () => {
  for (const [a, b] of [[-50, -10], [120, 130]]) {
    assert.equal(cellLines([[a, 50], [b, 50]], box, 1).lines.size, 0);
    assert.equal(cellLines([[50, a], [50, b]], box, 1).lines.size, 0);
    assert.equal(cellLines([[a, a], [b, b + 1]], box, 1).lines.size, 0);
  }
});

Deno.test("A pixel upwards may be longer than one to the right", () => {
  const { corners } = cellLines([[0, 0], [100, 50]], box, 2);
  for (const [x, y] of corners.values()) {
    assert(Math.abs(Math.hypot(x, 2 * y) - Math.hypot(x - 100, 2 * (y - 50))) < 1e-9);
  }
});
