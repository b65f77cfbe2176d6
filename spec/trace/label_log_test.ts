import assert from "node:assert/strict";
import fc from "fast-check";
import { KMeans, record } from "../../mod.ts";
import { LabelLog } from "../../src/trace/label_log.ts";
import { tameDrawnProblem } from "../arbitraries/problems.ts";
import { holds } from "../property.ts";

const steps = fc.integer({ min: 1, max: 9 }).chain((points) =>
  fc.array(fc.uint32Array({ minLength: points, maxLength: points, max: 3 }), { minLength: 1 })
);

Deno.test("The log gives the labels of any step, in whatever order they are asked for", () => {
  holds(fc.tuple(steps, fc.array(fc.nat())), ([all, order]) => {
    const log = new LabelLog(all[0]);
    for (const labels of all.slice(1)) log.add(labels);
    for (const step of order) {
      const at = step % all.length;
      assert.deepEqual(log.at(at), all[at]);
    }
  });
});

Deno.test("What is done to labels that the log gave does not change what it gives later", () => {
  const log = new LabelLog(Uint32Array.of(0, 1));
  for (let i = 0; i < 4; i++) log.add(Uint32Array.of(i, i));
  log.at(2).fill(9);
  for (const step of [0, 1, 3, 4]) log.at(step).fill(9);
  assert.deepEqual(log.at(2), Uint32Array.of(1, 1));
});

Deno.test("A trace has the steps of the run", () => {
  holds(tameDrawnProblem, ({ points, k }) => {
    const options = { k, seed: 3, init: "kmeans++", empty: "drop" } as const;
    assert.deepEqual(record(points, options).steps, [...new KMeans(points, options).steps()]);
  });
});
