import assert from "node:assert/strict";
import { makeFilm, project, record, toMatrix, type Trace, traceToJson } from "../../mod.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

const trace = record([[0, 0], [0, 1], [9, 9], [9, 8]], { k: 2, seed: 1 });

/** The trace with its second step changed. */
const withStep = (change: Any): Trace => ({
  ...trace,
  steps: trace.steps.map((step, i) => i === 1 ? { ...step, ...change } : step),
});

const broken: Readonly<Record<string, readonly [Trace, RegExp]>> = {
  "no steps": [{ ...trace, steps: [] }, /'trace.steps' has none/],
  "an iteration out of order": [withStep({ iteration: 5 }), /steps\[1\]\.iteration' must be 1/],
  "an inertia below 0": [withStep({ inertia: -1 }), /'inertia' must be a number of 0 or more: -1/],
  "a label of no centroid": [withStep({ labels: Uint32Array.of(0, 0, 1, 2) }), /label 3 is 2/],
  "a label too few": [withStep({ labels: Uint32Array.of(0, 0, 1) }), /3 labels, 4 points/],
  "labels of numbers": [withStep({ labels: [0, 0, 1, 1] }), /labels' must be a Uint32Array: \[…\]/],
  "centroids of one feature": [
    withStep({ centroids: toMatrix([[0], [1]]) }),
    /centroids.columns' must be 2, as of the points: 1/,
  ],
  "a cluster there is not": [
    withStep({ clusters: Uint32Array.of(0, 2) }),
    /ascending and below 2: 2/,
  ],
  "clusters that do not ascend": [withStep({ clusters: Uint32Array.of(0, 0) }), /ascending/],
  "a name too few": [{ ...trace, features: ["x"] }, /'features' must be one name a feature/],
  "points that are not finite": [
    { ...trace, points: { data: new Float64Array(8).fill(NaN), rows: 4, columns: 2 } },
    /row 0, column 0 is NaN/,
  ],
  "a recipe that JSON cannot hold": [
    { ...trace, recipe: { k: 1n } },
    /'recipe' must be an object that JSON can hold/,
  ],
  "a projection of one feature": [
    { ...trace, projection: { axes: [{ name: "a", offset: 0, weights: [1] }] } },
    /'projection.axes\[0\].weights' must be an array of 2 numbers/,
  ],
};

for (const [what, [given, says]] of Object.entries(broken)) {
  Deno.test(`A trace with ${what} is neither drawn nor written`, () => {
    for (const use of [makeFilm, traceToJson]) {
      assert.throws(() => use(given), (error: Error) => {
        assert(error instanceof TypeError || error instanceof RangeError);
        assert.match(error.message, says);
        return true;
      });
    }
  });
}

Deno.test("A trace that Lloyd has made or checked is not looked through again", () => {
  let looks = 0;
  const labels = trace.steps[1].labels;
  const counted = withStep({});
  Object.defineProperty(counted.steps[1], "iteration", {
    enumerable: true,
    get: () => (looks++, 1),
  });
  traceToJson(counted);
  const first = looks;
  traceToJson(counted);
  // To be written it is read once more, to be checked it would be twice.
  assert.equal(looks - first, 1);
  assert.equal(labels.length, 4);
});

Deno.test("A metric is above 0, and finite", () => {
  const axis = { name: "", offset: 0, weights: [1, 0] };
  for (const metric of [[0, 1], [1, -1], [Infinity, 1], [NaN, 1]] as const) {
    assert.throws(
      () => project(trace.points, { axes: [axis, axis], metric }),
      /RangeError.*'projection.metric' must be finite and above 0/,
    );
  }
});
