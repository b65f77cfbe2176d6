import assert from "node:assert/strict";
import fc from "fast-check";
import { KMeans, parseTrace, record, traceToJson } from "../../mod.ts";
import { tameProblem } from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";
import { refuses } from "./refuses.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

const line = Array.from({ length: 60 }, (_, i) => [i, 0]);
const init = [[0, 0], [1, 0]];

specify(
  "§4.9",
  "worked by hand: of points from 0 to 59 on one of two axes the mean variance is 149.96",
  () => {
    const { steps } = run(line, { init });
    const moves = steps.slice(1).map(({ centroids }, i) =>
      centroids.reduce((sum, [x], k) => sum + (x - steps[i].centroids[k][0]) ** 2, 0)
    );
    const variance = (60 ** 2 - 1) / 12 / 2;
    for (const [i, move] of moves.slice(0, -1).entries()) {
      const first = moves.findIndex((other) => other <= move) + 1;
      const { fit } = run(line, { init, tol: move / variance * (1 + 1e-9) });
      assert.deepEqual([fit.iterations, fit.stopped, fit.converged], [first, "tolerance", false]);
      assert(first <= i + 1);
    }
  },
);

specify("§4.9", "any problem: the run is the beginning of the whole", () => {
  const tol = fc.constantFrom(1e-9, 1e-4, 0.01, 1, 100, Infinity);
  let ended = 0;
  holds(fc.tuple(tameProblem, tol), ([{ points, init }, tol]) => {
    const whole = run(points, { init }).steps;
    const { steps, fit } = run(points, { init, tol });
    assert.deepEqual(steps, whole.slice(0, steps.length));
    if (fit.stopped === "tolerance") ended++;
    else assert.equal(steps.length, whole.length);
  });
  assert(ended > 20, `${ended}`);
});

specify("§4.9", "in any unit", () => {
  for (const unit of [2 ** -600, 2 ** 600, 2 ** 900]) {
    const times = (rows: number[][]) => rows.map((row) => row.map((value) => value * unit));
    for (const tol of [1e-4, 0.01, 0.1]) {
      const plain = new KMeans(line, { init, tol }).fit();
      const { iterations, stopped } = new KMeans(times(line), { init: times(init), tol }).fit();
      assert.deepEqual([iterations, stopped], [plain.iterations, plain.stopped]);
    }
  }
});

specify("§4.9", "0 is none, and points in one place converge", () => {
  assert.deepEqual(run(line, { init, tol: 0 }).steps, run(line, { init }).steps);
  const { fit } = run([[1], [1], [1]], { init: [[5]], tol: 10 });
  assert.equal(fit.stopped, "converged");
});

specify("§4.9", "the trace says so too, and reads it again", () => {
  const trace = record(line, { init, tol: 0.01 });
  assert.deepEqual([trace.stopped, trace.converged], ["tolerance", false]);
  assert.equal(parseTrace(traceToJson(trace)).stopped, "tolerance");
});

specify("§1.9", "tolerances that are none", () => {
  for (const tol of [-1, -1e-9, NaN]) {
    refuses(() => new KMeans(line, { init, tol }), RangeError, "tol", tol);
  }
});
