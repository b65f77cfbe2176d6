import assert from "node:assert/strict";
import { assign, toRows } from "../../mod.ts";
import {
  anyProblem,
  roundingProblem,
  tameProblem,
} from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

specify("§5.1", "worked by hand", () => {
  const { fit } = run([[1, 1], [2, 1], [4, 3], [5, 4]], { init: [[1, 1], [2, 1]] });
  assert.deepEqual({ ...fit, centroids: toRows(fit.centroids), labels: [...fit.labels] }, {
    centroids: [[1.5, 1], [4.5, 3.5]],
    labels: [0, 0, 1, 1],
    inertia: 1.5,
    iterations: 3,
    converged: true,
    figures: [{ size: 2, weight: 2, inertia: 0.5 }, { size: 2, weight: 2, inertia: 1 }],
    clusters: Uint32Array.of(0, 1),
    stopped: "converged",
  });
});

specify("§5.1", "any problem", () => {
  holds(anyProblem, ({ points, init }) => {
    const { kmeans, steps, fit } = run(points, { init });
    const last = steps[steps.length - 1];
    assert.equal(fit.iterations, last.iteration);
    assert.deepEqual(toRows(fit.centroids), last.centroids);
    assert.deepEqual(kmeans.fit(), fit);
  });
});

specify("§5.2", "any problem", () => {
  holds(anyProblem, ({ points, init }) => {
    const { fit } = run(points, { init });
    assert.deepEqual(fit.labels, assign(points, fit.centroids));
  });
});

specify("§5.2", "where a cycle ends the run", () => {
  holds(roundingProblem, ({ points, init }) => {
    const { fit } = run(points, { init });
    assert.deepEqual(fit.labels, assign(points, fit.centroids));
  }, 500);
});

specify("§5.3", "any problem", () => {
  holds(tameProblem, ({ points, init }) => {
    const { fit } = run(points, { init });
    const { steps } = run(points, { init: toRows(fit.centroids) });
    assert.deepEqual(steps.map(({ centroids }) => centroids), [
      toRows(fit.centroids),
      toRows(fit.centroids),
    ]);
    assert.deepEqual(steps[1].labels, [...fit.labels]);
  });
});

specify("§5.4", "worked by hand, one empty and one that has moved up", () => {
  const points = [[0], [2], [9]];
  const kept = run(points, { init: [[1], [50], [9]] }).fit;
  assert.deepEqual(kept.figures, [
    { size: 2, weight: 2, inertia: 2 },
    { size: 0, weight: 0, inertia: 0 },
    { size: 1, weight: 1, inertia: 0 },
  ]);
  const dropped = run(points, { init: [[1], [50], [9]], empty: "drop" }).fit;
  assert.deepEqual(dropped.figures, [
    { size: 2, weight: 2, inertia: 2 },
    { cluster: 2, size: 1, weight: 1, inertia: 0 },
  ]);
});

specify("§5.4", "by the labels of the fit, where a limit stops it", () => {
  const { fit } = run([[1, 1], [2, 1], [4, 3], [5, 4]], {
    init: [[1, 1], [2, 1]],
    maxIterations: 1,
  });
  assert.deepEqual(fit.figures.map(({ size }) => size), [2, 2]);
});

specify("§5.4", "where squares overflow or vanish", () => {
  for (const unit of [2 ** 500, 2 ** -530]) {
    const { fit } = run([[0], [2 * unit], [9 * unit]], { init: [[unit], [9 * unit]] });
    assert.deepEqual(fit.figures.map(({ inertia }) => inertia), [2 * unit * unit, 0]);
  }
});
