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
