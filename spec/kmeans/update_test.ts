import assert from "node:assert/strict";
import fc from "fast-check";
import { toRows, update } from "../../mod.ts";
import { anyProblem } from "../../src/conform/arbitraries/problems.ts";
import { finite, ordinary } from "../../src/conform/arbitraries/values.ts";
import { areFar, mean } from "../../src/conform/reference.ts";
import { holds } from "../property.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

function moved(points: number[][], labels: number[], centroids: number[][]): number[][] {
  return toRows(update(points, labels, centroids));
}

/** A problem and any labels for its points. */
const labelled = fc.tuple(anyProblem, fc.array(fc.nat(), { minLength: 24, maxLength: 24 })).map(
  ([{ points, init }, picks]) => ({
    points,
    centroids: init,
    labels: points.map((_, i) => picks[i] % init.length),
  }),
);

specify("§3.1", "worked by hand", () => {
  assert.deepEqual(
    moved([[1, 1], [2, 1], [4, 3], [5, 4]], [0, 0, 1, 1], [[1, 1], [2, 1]]),
    [[1.5, 1], [4.5, 3.5]],
  );
  assert.deepEqual(moved([[1], [2], [6]], [1, 1, 1], [[9], [9]]), [[9], [3]]);
});

specify("§3.1", "by the labels, wherever the centroids are", () => {
  assert.deepEqual(moved([[0], [10]], [1, 0], [[0], [10]]), [[10], [0]]);
});

specify("§3.1", "any points, any labels", () => {
  holds(labelled, ({ points, labels, centroids }) => {
    const far = areFar(points);
    const expected = centroids.map((centroid, k) => {
      const cluster = points.filter((_, i) => labels[i] === k);
      return cluster.length > 0 ? mean(cluster, far) : centroid;
    });
    const rows = moved(points, labels, centroids);
    rows.forEach((row, k) => row.forEach((value, j) => assert(value === expected[k][j])));
  }, 1000);
});

specify("§3.2", "the order tells in the last bits", () => {
  assert.deepEqual(moved([[0.1], [0.2], [0.3]], [0, 0, 0], [[0]]), [[0.20000000000000004]]);
  assert.deepEqual(moved([[0.3], [0.2], [0.1]], [0, 0, 0], [[0]]), [[0.19999999999999998]]);
});

specify("§3.2", "the order tells in the first bits", () => {
  assert.deepEqual(moved([[1e16], [1], [-1e16]], [0, 0, 0], [[0]]), [[0]]);
  assert.deepEqual(moved([[1e16], [-1e16], [3]], [0, 0, 0], [[0]]), [[1]]);
});

specify("§3.2", "neither by pairs nor with compensation", () => {
  const points = [...Array.from({ length: 1000 }, () => [0.1]), [0.3], [0]];
  const labels = [...Array(1001).fill(0), 1];
  assert.deepEqual(moved(points, labels, [[0], [0]]), [[0.1001998001997988], [0]]);
});

specify("§3.2", "divided, not multiplied by 1 / n", () => {
  const points = Array.from({ length: 49 }, () => [1]);
  assert.deepEqual(moved(points, Array(49).fill(0), [[0]]), [[1]]);
});

specify("§3.3", "worked by hand", () => {
  assert.deepEqual(moved([[0, 0], [2, 4]], [0, 0], [[0, 0], [9, 9]]), [[1, 2], [9, 9]]);
  assert.deepEqual(moved([[1]], [2], [[-7], [-7], [0]]), [[-7], [-7], [1]]);
});

specify("§3.3", "any points, all in one cluster", () => {
  holds(anyProblem, ({ points, init }) => {
    const rows = moved(points, points.map(() => 0), init);
    assert.deepEqual(rows.slice(1), init.slice(1));
  });
});

specify("§3.4", "worked by hand", () => {
  assert.deepEqual(moved([[1.7e308], [1.5e308]], [0, 0], [[0]]), [[1.6e308]]);
  assert.deepEqual(moved([[-1.7e308], [-1.7e308], [1.7e308]], [0, 0, 1], [[0], [0]]), [
    [-1.7e308],
    [1.7e308],
  ]);
  assert.deepEqual(moved([[5e-324], [1.5e-323]], [0, 0], [[0]]), [[1e-323]]);
});

specify("§3.4", "of many huge points", () => {
  const points = Array.from({ length: 1000 }, () => [1.5 * 2 ** 1023]);
  assert.deepEqual(moved(points, Array(1000).fill(0), [[0]]), [[1.5 * 2 ** 1023]]);
});

specify("§3.4", "tiny beside huge", () => {
  assert.deepEqual(moved([[1e-300], [1e300]], [0, 1], [[0], [0]]), [[1e-300], [1e300]]);
  assert.deepEqual(moved([[5e-324, 1.7e308]], [0], [[0, 0]]), [[5e-324, 1.7e308]]);
});

specify("§3.2", "the mean of equal values is that value, beside others that are not", () => {
  const value = fc.oneof(finite, ordinary);
  holds(fc.tuple(value, value, fc.integer({ min: 1, max: 60 })), ([own, other, count]) => {
    const points = Array.from({ length: 2 * count }, (_, i) => i % 2 ? [other, i] : [own, 7]);
    const labels = points.map((_, i) => i % 2);
    const moved = toRows(update(points, labels, [[0, 0], [0, 0]]));
    assert.equal(moved[0][0], own + 0);
    assert.equal(moved[1][0], other + 0);
    assert.equal(moved[0][1], 7);
  });
});

specify("§3.2", "values that are not all equal are summed", () => {
  const points = [[0.1], [0.1], [0.1], [0.1 + 2 ** -56], [9]];
  const sum = points.slice(0, 4).reduce((total, [value]) => total + value, 0);
  assert.deepEqual(toRows(update(points, [0, 0, 0, 0, 1], [[0], [0]])), [[sum / 4], [9]]);
});

specify("§3.2", "eleven points in one place do not hop", () => {
  for (const value of [0.1, 0.3, 1.1, 1e-310, 1.7e308]) {
    for (let k = 1; k <= 11; k++) {
      const points = [...Array.from({ length: 11 }, () => [value, 0]), [-value, 1]];
      const { fit } = run(points, { init: points.slice(0, k) });
      assert(fit.converged);
      assert(fit.iterations <= 3, `${fit.iterations} iterations`);
    }
  }
});
