import assert from "node:assert/strict";
import { record } from "../../mod.ts";
import { finalClusters } from "../../src/trace/final_clusters.ts";

const points = [[1, 1], [2, 1], [4, 3], [5, 4]];
const init = [[1, 1], [2, 1]];

Deno.test("The final clusters of a run that converged are those of its last step", () => {
  assert.deepEqual([...finalClusters(record(points, { init }))], [0, 0, 1, 1]);
});

Deno.test("The final clusters of a run that was stopped are those its last centroids give", () => {
  const trace = record(points, { init, maxIterations: 1 });
  assert.deepEqual([...trace.steps[1].labels], [0, 1, 1, 1]);
  assert.deepEqual([...finalClusters(trace)], [0, 0, 1, 1]);
});

Deno.test("Final clusters are told by their index in step 0, where some were dropped", () => {
  const trace = record([[0], [5], [100]], { init: [[4], [50], [99]], empty: "drop" });
  assert.deepEqual([...finalClusters(trace)], [0, 0, 2]);
});
