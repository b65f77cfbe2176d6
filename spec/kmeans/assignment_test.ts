import assert from "node:assert/strict";
import { assign } from "../../mod.ts";
import {
  anyProblem,
  exactProblem,
  extremeProblem,
} from "../../src/conform/arbitraries/problems.ts";
import { isLabelOf } from "../../src/conform/reference.ts";
import { holds } from "../property.ts";
import { specify } from "./specify.ts";

function labelsOf(points: number[][], centroids: number[][]): number[] {
  return [...assign(points, centroids)];
}

specify("§2.1", "worked by hand", () => {
  const centroids = [[1, 1], [2, 1]];
  assert.deepEqual(labelsOf([[1, 1], [2, 1], [4, 3], [5, 4]], centroids), [0, 1, 1, 1]);
  assert.deepEqual(labelsOf([[0, 9], [1.4, -9], [1.6, -9]], centroids), [0, 0, 1]);
});

specify("§2.1", "not by the sum of differences, nor by the largest", () => {
  assert.deepEqual(labelsOf([[0, 0]], [[0, 5], [3, 3]]), [1]);
  assert.deepEqual(labelsOf([[0, 0]], [[4, 4], [0, 5]]), [1]);
});

specify("§2.1", "not by the length of the centroid", () => {
  assert.deepEqual(labelsOf([[1e6 + 1]], [[1e6], [1e6 + 1]]), [1]);
  assert.deepEqual(labelsOf([[-3]], [[2], [-5]]), [1]);
});

specify("§2.1", "one centroid has all points", () => {
  assert.deepEqual(labelsOf([[1], [2], [3]], [[100]]), [0, 0, 0]);
});

specify("§2.1", "any points, any centroids", () => {
  holds(anyProblem, ({ points, init }) => {
    const labels = labelsOf(points, init);
    points.forEach((point, i) => assert(isLabelOf(point, init, labels[i])));
  }, 1000);
});

specify("§2.2", "worked by hand", () => {
  assert.deepEqual(labelsOf([[1]], [[0], [2]]), [0]);
  assert.deepEqual(labelsOf([[1]], [[2], [0]]), [0]);
  assert.deepEqual(labelsOf([[0, 0]], [[9, 9], [0, 1], [-1, 0], [1, 0]]), [1]);
  assert.deepEqual(labelsOf([[3], [3]], [[7], [3], [3]]), [1, 1]);
});

specify("§2.2", "of integers, whose distances are exact", () => {
  holds(exactProblem, ({ points, init }) => {
    const labels = points.map((point) => {
      const distances = init.map((c) => c.reduce((sum, x, j) => sum + (x - point[j]) ** 2, 0));
      return distances.indexOf(Math.min(...distances));
    });
    assert.deepEqual(labelsOf(points, init), labels);
  });
});

specify("§2.2", "of a centroid and its copies, the copies get no point", () => {
  holds(anyProblem, ({ points, init }) => {
    assert.deepEqual(labelsOf(points, [...init, ...init]), labelsOf(points, init));
  });
});

specify("§2.3", "any points, any centroids", () => {
  holds(anyProblem, ({ points, init }) => {
    const labels = assign(points, init);
    assert(labels instanceof Uint32Array);
    assert.equal(labels.length, points.length);
    assert(labels.every((label) => label < init.length));
  });
});

specify("§2.4", "worked by hand", () => {
  assert.deepEqual(labelsOf([[1e300], [-1e300]], [[-1e300], [1e300]]), [1, 0]);
  assert.deepEqual(labelsOf([[1e-300], [3e-300]], [[4e-300], [0]]), [1, 0]);
  assert.deepEqual(labelsOf([[5e-324]], [[0], [5e-324]]), [1]);
  assert.deepEqual(labelsOf([[1.7e308]], [[-1.7e308], [-1.6e308], [-1.7e308]]), [1]);
});

specify("§2.4", "small differences beside large values", () => {
  assert.deepEqual(labelsOf([[1e-300], [1]], [[0], [1e-300], [1]]), [1, 2]);
  assert.deepEqual(labelsOf([[1e-300], [1e300]], [[0], [1e-300], [1e300]]), [1, 2]);
  assert.deepEqual(labelsOf([[1e300, 1e-300]], [[1e300, 0], [1e300, 1e-300]]), [1]);
});

specify("§2.4", "where squares keep only a few of their digits", () => {
  assert.deepEqual(labelsOf([[0]], [[1.00001e-160], [1e-160]]), [1]);
  assert.deepEqual(labelsOf([[0, 0]], [[1e-160, 1e-163], [1e-160, 0]]), [1]);
});

specify("§2.4", "whatever the unit", () => {
  holds(exactProblem, ({ points, init }) => {
    for (const unit of [2 ** -1074, 2 ** -540, 2 ** 490, 2 ** 505, 2 ** 1009]) {
      const inUnit = (table: number[][]) => table.map((row) => row.map((value) => value * unit));
      assert.deepEqual(labelsOf(inUnit(points), inUnit(init)), labelsOf(points, init));
    }
  });
});

specify("§2.4", "any magnitudes", () => {
  holds(extremeProblem, ({ points, init }) => {
    const labels = labelsOf(points, init);
    points.forEach((point, i) => assert(isLabelOf(point, init, labels[i])));
  }, 1000);
});
