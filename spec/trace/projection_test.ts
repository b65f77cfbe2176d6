import assert from "node:assert/strict";
import { project, toMatrix } from "../../mod.ts";

const rows = toMatrix([[1, 2, 3], [4, 5, 6]]);
const axis = (offset: number, ...weights: number[]) => ({ name: "", offset, weights });

Deno.test("A place on an axis is the weighted sum of the features and the offset", () => {
  assert.deepEqual([...project(rows, { axes: [axis(10, 1, 0, -2)] })], [5, 2]);
});

Deno.test("Of two axes, x and y of each row follow each other", () => {
  const axes = [axis(0, 1, 1, 1), axis(0.5, 0, 1, 0)];
  assert.deepEqual([...project(rows, { axes })], [6, 2.5, 15, 5.5]);
});

Deno.test("A feature of weight 0 does not count, whatever its value", () => {
  const huge = { data: Float64Array.of(7, Infinity), rows: 1, columns: 2 };
  assert.deepEqual([...project(huge, { axes: [axis(0, 1, 0)] })], [7]);
});
