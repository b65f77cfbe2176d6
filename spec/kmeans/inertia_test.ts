import assert from "node:assert/strict";
import fc from "fast-check";
import { assign, inertia } from "../../mod.ts";
import { exactProblem, tameProblem } from "../../src/conform/arbitraries/problems.ts";
import { inertiaOf } from "../../src/conform/reference.ts";
import { holds } from "../property.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

specify("§8.1", "worked by hand", () => {
  assert.equal(inertia([[0, 0], [2, 0]], [[1, 0]], [0, 0]), 2);
  assert.equal(inertia([[0], [10]], [[0], [7]], [0, 1]), 9);
  assert.equal(inertia([[0], [10]], [[0], [7]], [1, 0]), 149);
  assert.equal(inertia([[3, 4]], [[0, 0]], [0]), 25);
});

specify("§8.1", "the steps of the run worked by hand", () => {
  const { steps } = run([[1, 1], [2, 1], [4, 3], [5, 4]], { init: [[1, 1], [2, 1]] });
  const expected = [0 + 0 + 8 + 18, 0 + 50 / 9 + 2 / 9 + 32 / 9, 1.5, 1.5];
  steps.forEach((step, i) => assert(Math.abs(step.inertia - expected[i]) < 1e-12));
});

specify("§8.1", "of integers, exactly", () => {
  holds(exactProblem, ({ points, init }) => {
    for (const { centroids, labels, inertia } of run(points, { init }).steps) {
      const squares = points.flatMap((row, i) =>
        row.map((value, j) => (value - centroids[labels[i]][j]) ** 2)
      );
      assert.equal(inertia, squares.reduce((sum, square) => sum + square, 0));
    }
  });
});

specify("§8.1", "any labels, not only the nearest", () => {
  holds(fc.tuple(tameProblem, fc.nat()), ([{ points, init }, n]) => {
    const labels = points.map((_, i) => (i + n) % init.length);
    const expected = inertiaOf(points, init, labels);
    assert(Math.abs(inertia(points, init, labels) - expected) <= 1e-12 * expected);
    assert(inertia(points, init, assign(points, init)) <= expected * (1 + 1e-12));
  });
});

specify("§8.1", "beyond the largest number it is Infinity, below the smallest 0", () => {
  assert.equal(inertia([[1e300], [-1e300]], [[0]], [0, 0]), Infinity);
  assert.equal(inertia([[1e-300], [-1e-300]], [[0]], [0, 0]), 0);
  assert.equal(inertia([[1e-300, 1]], [[0, 0]], [0]), 1);
});

specify("§8.1", "where single squares vanish, and their sum does not", () => {
  for (const columns of [1, 2]) {
    const points = Array.from({ length: 1000 }, () => Array(columns).fill(1.4e-162));
    const measured = inertia(points, [Array(columns).fill(0)], points.map(() => 0));
    assert(Math.abs(measured / (columns * 1.96e-321) - 1) < 0.01, `${measured}`);
  }
});

for (const empty of ["keep", "drop", "farthest"] as const) {
  specify("§8.2", `of integers it falls until nothing moves, empty clusters: ${empty}`, () => {
    holds(exactProblem, ({ points, init }) => {
      const { steps } = run(points, { init, empty });
      for (let i = 1; i < steps.length; i++) {
        const [before, step] = [steps[i - 1], steps[i]];
        assert(step.inertia <= before.inertia);
        const still = `${step.centroids}` === `${before.centroids}`;
        if (empty === "keep" && !still) assert(step.inertia < before.inertia);
      }
    });
  });
}
