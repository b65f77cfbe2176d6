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

Deno.test("A feature that differs in the last bit alone keeps its unit too, whatever the scale", () => {
  const points = toMatrix([[0.3, 1], [0.1 + 0.2, 3], [0.3, 2]]);
  for (const scale of ["zscore", "minmax"] as const) {
    const scaled = rescale(points, scalingOf(points, scale));
    for (let i = 0; i < 3; i++) assert(Math.abs(scaled.data[2 * i]) < 1e-15);
  }
  // Sixteen units in the last place are noise, a hundred are not.
  const far = toMatrix([[1], [1 + 100 * Number.EPSILON]]);
  assert(scalingOf(far, "zscore").scale[0] < 1e-13);
});

Deno.test("Rows are divided by their lengths, so that the cosine is what is compared", () => {
  const points = toMatrix([[3, 4], [-6, -8], [0, 1e-300], [1e300, 1e300]]);
  const scaled = toRows(rescale(points, scalingOf(points, "unit")));
  const half = Math.SQRT1_2;
  const expected = [[0.6, 0.8], [-0.6, -0.8], [0, 1], [half, half]];
  scaled.forEach((row, i) =>
    row.forEach((value, j) => assert(Math.abs(value - expected[i][j]) < 1e-15))
  );
  const zero = toMatrix([[1, 2], [0, 0]]);
  assert.throws(() => rescale(zero, scalingOf(zero, "unit")), {
    name: "RangeError",
    message: "Cannot give row 1 the length 1 as all of its values are 0",
  });
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
