import assert from "node:assert/strict";
import { dotOf, shapeOf } from "../../src/film/marks/mark_shapes.ts";

/** The corners of a shape's path, from where it stands. */
function cornersOf(stamp: string): number[][] {
  let [x, y] = [0, 0];
  return [...stamp.matchAll(/[ml](\S+) ([^ml]+)/g)].map(([, dx, dy]) => {
    [x, y] = [x + Number(dx), y + Number(dy)];
    return [x, y];
  });
}

Deno.test("There are eight shapes, the first a dot, and they come over again", () => {
  const shapes = Array.from({ length: 16 }, (_, i) => shapeOf(i, 10));
  assert.equal(new Set(shapes.slice(0, 8).map(({ stamp }) => stamp)).size, 8);
  assert.deepEqual(shapes.slice(8), shapes.slice(0, 8));
  assert.equal(shapes[0].stamp, "h0");
});

Deno.test("Each shape lies around its place, within its reach, and begins with a move", () => {
  for (let cluster = 1; cluster < 8; cluster++) {
    const { stamp, reach } = shapeOf(cluster, 20);
    assert.match(stamp, /^m/);
    const corners = cornersOf(stamp);
    const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis]));
    assert(Math.max(...xs, ...ys) <= reach && Math.min(...xs, ...ys) >= -reach, stamp);
    assert(Math.abs(Math.max(...xs) + Math.min(...xs)) < 0.5, stamp);
    assert(Math.max(...xs) - Math.min(...xs) > reach, stamp);
  }
});

Deno.test("A shape is a bit larger than the dot whose place it takes", () => {
  for (let cluster = 0; cluster < 8; cluster++) {
    const { reach, pen } = shapeOf(cluster, 10);
    const size = 2 * reach + pen;
    assert(size > 12 && size < 22, `${cluster}: ${size}`);
  }
});

Deno.test("Triangles stand on a side and on a tip", () => {
  const lowest = (cluster: number) => {
    const ys = cornersOf(shapeOf(cluster, 100).stamp).slice(0, 3).map(([, y]) => y);
    return ys.filter((y) => y === Math.max(...ys)).length;
  };
  assert.deepEqual([lowest(1), lowest(6)], [2, 1]);
});

Deno.test("A dot is as wide as its pen", () => {
  assert.deepEqual(dotOf(7), { stamp: "h0", reach: 0, pen: 7 });
});
