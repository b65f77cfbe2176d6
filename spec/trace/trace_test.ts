import assert from "node:assert/strict";
import { parseTrace, record, traceToJson } from "../../mod.ts";
import { courseOf, KeptSteps } from "../../src/trace/kept_steps.ts";
import { hasConverged, traceOf } from "../../src/trace/trace.ts";

const points = [[1, 1], [2, 1], [4, 3], [5, 4]];
const init = [[1, 1], [2, 1]];
const projection = {
  axes: [
    { name: "sum", offset: 1, weights: [1, 1] },
    { name: "first", offset: 0, weights: [1, 0] },
  ],
  metric: [1, 2] as const,
  aspect: 1.5,
};

Deno.test("The recipe of a trace is the options of the run, without centroids and callbacks", () => {
  const onIteration = () => {};
  assert.deepEqual(record(points, { k: 2, seed: 3, onIteration }).recipe, { k: 2, seed: 3 });
  assert.deepEqual(record(points, { k: 2, init: "maxmin" }).recipe, { k: 2, init: "maxmin" });
  assert.deepEqual(record(points, { init, maxIterations: 2 }).recipe, { maxIterations: 2 });
  assert.deepEqual(record(points, { k: 2 }, { recipe: { a: 1 } }).recipe, { a: 1 });
});

Deno.test("A trace holds the names and the projection that it is given, and none by default", () => {
  const named = record(points, { k: 2 }, { features: ["a", "b"], projection });
  assert.deepEqual(named.features, ["a", "b"]);
  assert.deepEqual(named.projection, projection);
  const bare = record(points, { k: 2 });
  assert.deepEqual(bare.features, []);
  assert(!("projection" in bare));
});

Deno.test("Names of features that are too few or too many are refused with both numbers", () => {
  for (const features of [["a"], ["a", "b", "c"]]) {
    assert.throws(() => record(points, { k: 2 }, { features }), {
      name: "TypeError",
      message: new RegExp(`: ${features.length} names, 2 features$`),
    });
  }
});

Deno.test("A run has converged where the last two steps have the same centroids", () => {
  const { steps } = record(points, { init });
  assert(hasConverged(steps));
  assert(!hasConverged(steps.slice(0, -1)));
  assert(!hasConverged(steps.slice(0, 1)));
  const { steps: dropped } = record([[0], [5]], { init: [[2.5], [99]], empty: "drop" });
  assert(!hasConverged(dropped.slice(0, 2)));
  assert(hasConverged(dropped));
  assert(record(points, { init }).converged);
  assert(!record(points, { init, maxIterations: 1 }).converged);
});

Deno.test("Labels that are read again of the last two steps are the same array", () => {
  const { steps } = record(points, { init });
  const [a, b] = [steps[0].labels, steps[1].labels];
  assert.equal(steps[0].labels, a);
  assert.equal(steps[1].labels, b);
});

Deno.test("Kept steps do not share labels with the run, which overwrites them", () => {
  const labels = Uint32Array.of(0, 1);
  const matrix = { data: Float64Array.of(1, 2), rows: 2, columns: 1 };
  const clusters = Uint32Array.of(0, 1);
  const kept = new KeptSteps();
  kept.add({ iteration: 0, centroids: matrix, labels, inertia: 0, clusters });
  labels.set([1, 1]);
  kept.add({ iteration: 1, centroids: matrix, labels, inertia: 0, clusters });
  labels.fill(9);
  const { steps } = kept;
  assert.deepEqual(steps.map(({ labels }) => [...labels]), [[0, 1], [1, 1]]);
  assert.equal(courseOf(steps), courseOf(steps));
  assert.deepEqual([...courseOf(steps).first], [0, 1]);
  assert.equal(traceOf(matrix, steps).steps, steps);
});

Deno.test("A run stops where its steps take more memory than they may, and says so", () => {
  const whole = record(points, { init });
  assert.equal(whole.steps.length, 4);
  assert(!("stopped" in whole));
  const size = 2 * 16 + 3 * (2 * 16 + 8 + 500) + 8;
  const fits = (maxBytes: number) => record(points, { init, maxBytes });
  assert.deepEqual(fits(size), { ...whole, recipe: {} });
  const cut = fits(size - 1);
  assert.deepEqual([cut.steps.length, cut.converged, cut.stopped], [3, false, "memory"]);
  assert.deepEqual(cut.steps, whole.steps.slice(0, 3));
  assert.deepEqual(cut.recipe, {});
  // There is always an iteration 1.
  assert.equal(fits(0).steps.length, 2);
  assert.equal(fits(Infinity).stopped, undefined);
  for (const maxBytes of [-1, NaN, "1 GB" as never]) {
    assert.throws(() => fits(maxBytes), /maxBytes/);
  }
});

Deno.test("A trace says why its run ended before it converged", () => {
  assert.equal(record(points, { init, maxIterations: 1 }).stopped, "limit");
  assert.equal(record(points, { init, maxIterations: 3 }).stopped, undefined);
  const limited = JSON.parse(traceToJson(record(points, { init, maxIterations: 1 })));
  for (const stopped of ["tired", "converged", 7, null]) {
    assert.throws(
      () => parseTrace(JSON.stringify({ ...limited, stopped })),
      /stopped must be one of tolerance, limit, cycle, stall, memory/,
    );
  }
});

Deno.test("A trace is written and read back as it was, whatever it holds", () => {
  const traces = [
    record(points, { init, maxIterations: 1 }),
    record(points, { init }, { features: ["a", "b"], projection }),
    record(points, { init, maxIterations: 1 }),
    record([[0], [5], [100]], { init: [[4], [50], [99]], empty: "drop" }),
    record([[0], [5]], { init: [[4], [7]], empty: "farthest" }),
    record([[1e300], [-1e300]], { init: [[0]] }),
  ];
  for (const trace of traces) assert.deepEqual(parseTrace(traceToJson(trace)), trace);
});

Deno.test("A step is written with its clusters only where some were dropped", () => {
  const trace = record([[0], [5], [100]], { init: [[4], [50], [99]], empty: "drop" });
  const { steps } = JSON.parse(traceToJson(trace));
  assert(!("clusters" in steps[0]));
  assert.deepEqual(steps[1].clusters, [0, 2]);
});

Deno.test("A trace is written with a line for each point and each step", () => {
  const lines = traceToJson(record(points, { init })).split("\n");
  assert.equal(lines.filter((line) => /^ {4}\[\d, \d\]|^ {4}\[\d,\d\],?$/.test(line)).length, 4);
  assert.equal(lines.filter((line) => line.startsWith('    {"iteration":')).length, 4);
});

Deno.test("The last step in JSON tells the clusters, by its own labels", () => {
  const trace = record([[1, 1], [2, 1], [4, 3], [5, 4]], {
    init: [[1, 1], [2, 1], [99, 99]],
    maxIterations: 1,
  });
  const { steps } = JSON.parse(traceToJson(trace));
  assert(!("figures" in steps[0]));
  assert.deepEqual(steps[1].figures.map(({ size }: { size: number }) => size), [1, 3, 0]);
  const sum = steps[1].figures.reduce(
    (sum: number, one: { inertia: number }) => sum + one.inertia,
    0,
  );
  assert(Math.abs(sum - steps[1].inertia) < 1e-12);
});
