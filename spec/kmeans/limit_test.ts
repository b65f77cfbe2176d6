import assert from "node:assert/strict";
import { assign, inertia, toRows } from "../../mod.ts";
import { anyProblem, tameProblem } from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

const points = [[1, 1], [2, 1], [4, 3], [5, 4]];
const init = [[1, 1], [2, 1]];

specify("§6.1", "worked by hand", () => {
  const { steps } = run(points, { init, maxIterations: 1 });
  assert.deepEqual(steps.map(({ iteration }) => iteration), [0, 1]);
  assert.deepEqual(steps[1].centroids, [[1, 1], [11 / 3, 8 / 3]]);
  assert.deepEqual(steps[1].labels, [0, 1, 1, 1]);
});

for (const empty of ["keep", "drop", "farthest"] as const) {
  specify("§6.1", `any problem, every limit, empty clusters: ${empty}`, () => {
    holds(tameProblem, ({ points, init }) => {
      const { steps } = run(points, { init, empty });
      for (let n = 1; n <= steps.length; n++) {
        const limited = run(points, { init, empty, maxIterations: n });
        assert.deepEqual(limited.steps, steps.slice(0, n + 1));
      }
    }, 100);
  });
}

specify("§6.2", "worked by hand", () => {
  const outcomes = [1, 2, 3, 4].map((maxIterations) => {
    const { fit } = run(points, { init, maxIterations });
    return [fit.iterations, fit.converged, fit.stopped];
  });
  assert.deepEqual(outcomes, [
    [1, false, "limit"],
    [2, false, "limit"],
    [3, true, "converged"],
    [3, true, "converged"],
  ]);
});

specify("§6.3", "worked by hand", () => {
  const { fit } = run(points, { init, maxIterations: 1 });
  assert.deepEqual(toRows(fit.centroids), [[1, 1], [11 / 3, 8 / 3]]);
  assert.deepEqual([...fit.labels], [0, 0, 1, 1]);
  assert(Math.abs(fit.inertia - (0 + 1 + 2 / 9 + 32 / 9)) < 1e-12);
});

specify("§6.3", "any problem", () => {
  holds(anyProblem, ({ points, init }) => {
    const { fit } = run(points, { init, maxIterations: 1 });
    assert.deepEqual(fit.labels, assign(points, fit.centroids));
    assert.equal(fit.inertia, inertia(points, fit.centroids, fit.labels));
  });
});

specify("§6.4", "any problem", () => {
  holds(anyProblem, ({ points, init }) => {
    const { steps, fit } = run(points, { init });
    const limited = run(points, { init, maxIterations: fit.iterations + 1 });
    assert.deepEqual(limited.steps, steps);
    assert.deepEqual(limited.fit, fit);
  });
});
