import assert from "node:assert/strict";
import fc from "fast-check";
import {
  principalComponents,
  project,
  rescale,
  type Scale,
  scalingOf,
  toMatrix,
  toRows,
  unscale,
} from "../../mod.ts";
import { ordinary } from "../../src/conform/arbitraries/values.ts";
import { holds } from "../property.ts";

const near = (a: number, b: number, scale = 1) => Math.abs(a - b) <= 1e-8 * Math.max(1, scale);

/** Tables of at least two rows. */
const rowsOf = (columns: number, most = 12) =>
  fc.array(fc.array(ordinary, { minLength: columns, maxLength: columns }), {
    minLength: 2,
    maxLength: most,
  });

const wide = fc.integer({ min: 2, max: 6 }).chain((columns) => rowsOf(columns));

Deno.test("scaling is undone by unscaling", () => {
  holds(fc.tuple(wide, fc.constantFrom<Scale>("none", "zscore", "minmax")), ([rows, scale]) => {
    const points = toMatrix(rows);
    const scaling = scalingOf(points, scale);
    unscale(rescale(points, scaling), scaling).data.forEach((value, i) =>
      assert(near(value, points.data[i], 100))
    );
  });
});

Deno.test("z-scores have mean 0 and deviation 1, minmax goes from 0 to 1", () => {
  holds(rowsOf(1), (rows) => {
    const points = toMatrix(rows);
    const low = Math.min(...points.data);
    const high = Math.max(...points.data);
    fc.pre(high - low > 1e-3);
    const scores = rescale(points, scalingOf(points, "zscore")).data;
    const mean = scores.reduce((a, b) => a + b) / scores.length;
    assert(near(mean, 0));
    assert(near(scores.reduce((a, b) => a + b * b, 0) / scores.length, 1));
    const shares = rescale(points, scalingOf(points, "minmax")).data;
    assert.equal(Math.min(...shares), 0);
    assert.equal(Math.max(...shares), 1);
  });
});

Deno.test("a constant feature keeps its unit", () => {
  const points = toMatrix([[5], [5]]);
  assert.deepEqual(toRows(rescale(points, scalingOf(points, "zscore"))), [[0], [0]]);
});

Deno.test("principal components are at right angles, of length 1, and no direction varies more", () => {
  holds(fc.tuple(wide, fc.array(ordinary, { minLength: 6, maxLength: 6 })), ([rows, other]) => {
    const points = toMatrix(rows);
    const n = points.columns;
    const { mean, directions: [first, second], shares } = principalComponents(points);
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from({ length: n }, (_, i) => a[i] * b[i]).reduce((sum, value) => sum + value, 0);
    const variance = (direction: ArrayLike<number>) =>
      rows.reduce((sum, row) => sum + dot(row.map((x, j) => x - mean[j]), direction) ** 2, 0);
    const axes = Array.from(
      { length: n },
      (_, i) => Array.from({ length: n }, (_, j) => +(i === j)),
    );
    const total = axes.reduce((sum, axis) => sum + variance(axis), 0);
    fc.pre(total > 1e-6);
    assert(near(dot(first, first), 1));
    assert(near(dot(first, second), 0));
    assert(near(variance(first), shares[0] * total, total));
    assert(near(variance(second), shares[1] * total, total));
    const length = Math.sqrt(dot(other, other));
    fc.pre(length > 1e-3);
    assert(
      variance(other.slice(0, n).map((x) => x / length)) <= variance(first) * (1 + 1e-9) + 1e-9,
    );
  });
});

Deno.test("Of very many features the components are those that a change of places gives", () => {
  const random = fc.sample(fc.array(ordinary, { minLength: 220, maxLength: 220 }), {
    seed: 7,
    numRuns: 240,
  });
  // The features reversed: the same directions, reversed but for their sign.
  const { directions, shares } = principalComponents(toMatrix(random));
  const reversed = principalComponents(toMatrix(random.map((row) => row.toReversed())));
  assert(shares[0] >= shares[1] && shares[1] > 0);
  for (const i of [0, 1]) {
    assert(near(shares[i], reversed.shares[i]));
    const own = directions[i].toReversed();
    const along = own.reduce((sum, x, j) => sum + x * reversed.directions[i][j], 0);
    assert(near(Math.abs(along), 1));
  }
});

Deno.test("points and centroids go through the same projection", () => {
  const axes = [{ name: "a", offset: 10, weights: [0, 2, 0] }, {
    name: "b",
    offset: 0,
    weights: [1, 0, -1],
  }];
  assert.deepEqual([...project(toMatrix([[1, 2, 3], [4, 5, Number.MAX_VALUE]]), { axes })], [
    14,
    -2,
    20,
    -Number.MAX_VALUE,
  ]);
});
