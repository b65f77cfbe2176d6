import assert from "node:assert/strict";
import { toRows } from "../../mod.ts";
import { checkRun } from "../../src/conform/checker.ts";
import type { Table } from "../../src/conform/reference.ts";
import { fixturesIn } from "./fixtures.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

function areClose(actual: Table, expected: Table): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((row, k) =>
    row.forEach((value, j) => {
      const off = Math.abs(value - expected[k][j]);
      assert(off <= 1e-12 * Math.abs(expected[k][j]), `${value} is not ${expected[k][j]}`);
    })
  );
}

for (const fixture of fixturesIn("reference")) {
  const { name, note, points, centroids: init, steps, scikit_learn: peer } = fixture;

  specify("§13.1", `${name} (${note})`, () => {
    const { steps: ours, fit } = run(points, { init });
    assert.equal(fit.iterations, steps.length - 1);
    assert.equal(ours.length, steps.length);
    ours.forEach((step, i) => {
      assert.equal(step.iteration, steps[i].iteration);
      assert.deepEqual(step.labels, steps[i].labels);
      areClose(step.centroids, steps[i].centroids);
      areClose([[step.inertia]], [[steps[i].inertia]]);
    });
  });

  specify("§13.1", `${name} meets the clauses itself, but for the order of summing`, () => {
    checkRun(points, init, steps, { tolerance: 1e-12 });
  });

  if (!peer) continue;
  specify("§13.2", `${name} from the same start`, () => {
    const { fit } = run(points, { init });
    assert.deepEqual([...fit.labels], peer.labels);
    areClose(toRows(fit.centroids), peer.centroids);
    areClose([[fit.inertia]], [[peer.inertia]]);
    assert.equal(fit.iterations, peer.n_iter);
  });
}
