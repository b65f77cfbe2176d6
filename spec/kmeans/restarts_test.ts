import assert from "node:assert/strict";
import fc from "fast-check";
import { tameDrawnProblem, tameProblem } from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";
import { KMeans, record } from "../../mod.ts";
import { refuses } from "./refuses.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

const corners = [[0, 0], [0, 1], [10, 0], [10, 1]];
const drawing = fc.constantFrom("random", "kmeans++", "maxmin", "partition");

specify("§11.1", "four corners, whose long sides are a local optimum", () => {
  const once = Array.from({ length: 30 }, (_, seed) => run(corners, { k: 2, seed }).fit.inertia);
  assert(once.includes(100));
  for (let seed = 0; seed < 30; seed++) {
    assert.equal(run(corners, { k: 2, seed, restarts: 20 }).fit.inertia, 1);
  }
});

specify("§11.1", "one more restart is kept only if it is better", () => {
  const problem = fc.tuple(tameDrawnProblem, drawing, fc.nat());
  holds(problem, ([{ points, k }, init, seed]) => {
    let kept = run(points, { k, init, seed });
    for (let restarts = 1; restarts <= 5; restarts++) {
      const next = run(points, { k, init, seed, restarts });
      if (!(next.fit.inertia < kept.fit.inertia)) assert.deepEqual(next.steps, kept.steps);
      kept = next;
    }
  });
});

specify("§11.1", "of equal ones the first", () => {
  for (let seed = 0; seed < 30; seed++) {
    const first = run([[0], [1]], { k: 2, seed });
    assert.deepEqual(run([[0], [1]], { k: 2, seed, restarts: 20 }).steps, first.steps);
  }
});

specify("§11.1", "where an iteration limit stops the runs, too", () => {
  for (let seed = 0; seed < 30; seed++) {
    const { fit } = run(corners, { k: 2, seed, restarts: 20, maxIterations: 1 });
    assert.equal(fit.inertia, 1);
  }
});

specify("§11.1", "where every inertia is beyond the largest number, the first", () => {
  const points = [[1e300], [-1e300], [9e300]];
  const first = run(points, { k: 2, seed: 1, maxIterations: 1 });
  const { fit } = run(points, { k: 2, seed: 1, maxIterations: 1, restarts: 5 });
  assert.equal(fit.inertia, Infinity);
  assert.deepEqual(fit.centroids, first.fit.centroids);
});

specify("§11.2", "by either name", () => {
  holds(
    fc.tuple(tameProblem, fc.integer({ min: 2, max: 1_000_000 })),
    ([{ points, init }, runs]) => {
      refuses(() => new KMeans(points, { init, nInit: runs }), RangeError, "nInit", runs);
      refuses(() => new KMeans(points, { init, restarts: runs }), RangeError, "restarts", runs);
    },
    100,
  );
});

specify("§11.2", "one run is what there is", () => {
  holds(tameProblem, ({ points, init }) => {
    const { steps } = run(points, { init });
    assert.deepEqual(run(points, { init, nInit: 1 }).steps, steps);
    assert.deepEqual(run(points, { init, restarts: 1 }).steps, steps);
  }, 100);
});

Deno.test("`restarts` is another name of `nInit`, and the one that recipes have", () => {
  for (let seed = 0; seed < 30; seed++) {
    assert.deepEqual(
      run(corners, { k: 2, seed, nInit: 20 }).steps,
      run(corners, { k: 2, seed, restarts: 20 }).steps,
    );
  }
  assert.deepEqual(record(corners, { k: 2, nInit: 3 }).recipe, { k: 2, restarts: 3 });
  assert.deepEqual(record(corners, { k: 2, restarts: 3 }).recipe, { k: 2, restarts: 3 });
  assert.equal(run(corners, { k: 2, nInit: 3, restarts: 3 }).fit.iterations > 0, true);
  refuses(() => new KMeans(corners, { k: 2, nInit: 3, restarts: 4 }), RangeError, "nInit", 3, 4);
});
