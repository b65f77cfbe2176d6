import assert from "node:assert/strict";
import { layOut, rescale, scalingOf, toMatrix, toRows, unscale } from "../../mod.ts";
import { distinctRows } from "../../src/data/features/distinct.ts";
import { unlikeSpread } from "../../src/data/features/unlike_spread.ts";

Deno.test("A z-score is in deviations of all points, not of a sample of them", () => {
  const { center, scale } = scalingOf(toMatrix([[1], [3]]), "zscore");
  assert.deepEqual([center[0], scale[0]], [2, 1]);
});

Deno.test("A feature that is constant keeps its unit, whatever the scale", () => {
  const points = toMatrix([[5, 1], [5, 3]]);
  for (const scale of ["zscore", "minmax"] as const) {
    assert.equal(scalingOf(points, scale).scale[0], 1);
    assert(rescale(points, scalingOf(points, scale)).data.every(Number.isFinite));
  }
});

Deno.test("Unscaling multiplies by the scale and then adds the center", () => {
  const scaling = { kind: "zscore", center: [10, 0], scale: [2, 5] };
  assert.deepEqual(toRows(unscale(toMatrix([[3, 1]]), scaling)), [[16, 5]]);
});

Deno.test("The metric of a picture says how far apart one unit of each axis is for the clustering", () => {
  const { projection } = layOut(toMatrix([[0, 0], [2, 10]]), "minmax", ["a", "b"]);
  assert.deepEqual(projection!.metric, [1 / 2, 1 / 10]);
});

Deno.test("More than ten times the spread of another feature is worth a warning, ten times is not", () => {
  const told = (ratio: number) =>
    unlikeSpread({ names: ["a", "b"], points: toMatrix([[0, 0], [1, ratio]]) });
  assert.equal(told(10), undefined);
  assert.match(told(11)!, /^b spreads 11 times as widely as a/);
});

Deno.test("Distinct rows are counted up to as many as are enough", () => {
  const points = toMatrix([[1], [1], [2], [3]]);
  assert.deepEqual([1, 2, 9].map((enough) => distinctRows(points, enough)), [1, 2, 3]);
});
