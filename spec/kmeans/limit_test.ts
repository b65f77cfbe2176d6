import assert from "node:assert/strict";
import fc from "fast-check";
import { assign, inertia, parseTrace, record, toRows, traceToJson } from "../../mod.ts";
import {
  anyProblem,
  tameDrawnProblem,
  tameProblem,
} from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

const drawing = fc.constantFrom("random", "kmeans++", "maxmin", "partition");
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
      for (let n = 0; n <= steps.length; n++) {
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

specify("§4.5", "a limit of 0 is the start and its labels, for any start", () => {
  holds(fc.tuple(tameDrawnProblem, drawing, fc.nat()), ([{ points, k }, init, seed]) => {
    const [start] = run(points, { k, init, seed }).steps;
    const { steps, fit } = run(points, { k, init, seed, maxIterations: 0 });
    assert.deepEqual(steps, [start]);
    assert.deepEqual([toRows(fit.centroids), [...fit.labels]], [start.centroids, start.labels]);
    assert.deepEqual([fit.iterations, fit.converged, fit.stopped], [0, false, "limit"]);
    const trace = record(points, { k, init, seed, maxIterations: 0 });
    assert.deepEqual([trace.steps.length, trace.converged, trace.stopped], [1, false, "limit"]);
    assert.deepEqual(parseTrace(traceToJson(trace)).steps.length, 1);
  });
});

specify("§4.5", "a limit of 0 asks for nothing of a policy", () => {
  const { fit } = run([[0], [1]], { init: [[0], [9]], empty: "error", maxIterations: 0 });
  assert.deepEqual(toRows(fit.centroids), [[0], [9]]);
});
