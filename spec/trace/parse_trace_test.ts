import assert from "node:assert/strict";
import fc from "fast-check";
import { parseTrace, record, traceToJson } from "../../mod.ts";

const good = JSON.parse(traceToJson(record([[0, 1], [1, 1], [9, 9]], { k: 2, seed: 1 })));

/** The trace with one value put elsewhere, or taken out where it is `undefined`. */
function broken(path: string, value: unknown): string {
  const trace = structuredClone(good);
  const keys = path.split(".");
  const last = keys.pop()!;
  // deno-lint-ignore no-explicit-any
  const place = keys.reduce((at: any, key) => at[key], trace);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return JSON.stringify(trace);
}

const axis = { name: "a", offset: 0, weights: [1, 1] };

const cases: readonly [path: string, value: unknown, place: string][] = [
  ["format", "other", "format"],
  ["version", 2, "version"],
  ["points", undefined, "points"],
  ["points", [], "points"],
  ["points.1", [1], "points[1]"],
  ["points.2.0", null, "points[2][0]"],
  ["points.2.0", "7", "points[2][0]"],
  ["features", ["a"], "features"],
  ["features", ["a", 7], "features[1]"],
  ["steps", [], "steps"],
  ["steps", {}, "steps"],
  ["steps.1.iteration", 2, "steps[1].iteration"],
  ["steps.1.centroids", [[1, 2, 3], [1, 2, 3]], "steps[1].centroids[0]"],
  ["steps.1.centroids", [[1, 2]], "steps[1].labels[2]"],
  ["steps.0.labels.2", 2, "steps[0].labels[2]"],
  ["steps.0.labels.2", -1, "steps[0].labels[2]"],
  ["steps.0.labels.2", 0.5, "steps[0].labels[2]"],
  ["steps.0.labels", [0, 0], "steps[0].labels"],
  ["steps.0.inertia", -1, "steps[0].inertia"],
  ["steps.1.clusters", [0], "steps[1].clusters"],
  ["steps.1.clusters", [1, 0], "steps[1].clusters[1]"],
  ["converged", "yes", "converged"],
  ["stopped", "limit", "stopped"],
  ["stopped", "converged", "stopped"],
  ["stopped", 7, "stopped"],
  ["recipe", 7, "recipe"],
  ["projection", { axes: [] }, "projection.axes"],
  [
    "projection",
    { axes: [{ name: "a", offset: 0, weights: [1] }] },
    "projection.axes[0].weights",
  ],
  ["projection", { axes: [{ name: "a", offset: null }] }, "projection.axes[0].offset"],
  ["projection", { axes: [{ name: 7, offset: 0, weights: [1, 1] }] }, "projection.axes[0].name"],
  ["projection", { axes: [axis, axis, axis] }, "projection.axes"],
  ["projection", { axes: [axis, axis], metric: [1] }, "projection.metric"],
  ["projection", { axes: [axis, axis], metric: [1, 0] }, "projection.metric[1]"],
  ["projection", { axes: [axis, axis], metric: [-1, 1] }, "projection.metric[0]"],
  ["projection", { axes: [axis, axis], aspect: 0 }, "projection.aspect"],
  ["projection", { axes: [axis, axis], aspect: "1" }, "projection.aspect"],
  ["projection", { axes: [{ ...axis, weights: [1, null] }] }, "projection.axes[0].weights[1]"],
  ["projection", null, "projection"],
  ["points.0", [], "points[0]"],
  ["points", {}, "points"],
  ["features", "ab", "features"],
  ["steps.1.clusters", [1, 1], "steps[1].clusters[1]"],
  ["steps.1.clusters", [0, 2], "steps[1].clusters[1]"],
  ["steps.1.clusters", [0, 1, 1], "steps[1].clusters"],
  ["steps.1.inertia", "7", "steps[1].inertia"],
  ["steps.1", [], "steps[1]"],
  ["recipe", [], "recipe"],
];

for (const [path, value, place] of cases) {
  Deno.test(`A trace whose ${path} is ${JSON.stringify(value)} is refused with the place`, () => {
    assert.throws(() => parseTrace(broken(path, value)), (error: Error) => {
      assert(error instanceof TypeError);
      assert(error.message.includes(` ${place} must be `), error.message);
      return true;
    });
  });
}

Deno.test("A projection that leads out of the numbers there are is refused", () => {
  const axis = { name: "a", offset: 1e308, weights: [1e308, 1e308] };
  assert.throws(
    () => parseTrace(broken("projection", { axes: [axis, axis] })),
    /projection\.axes must be such that all places are finite numbers: it is "(Infinity|NaN)"/,
  );
});

Deno.test("Whatever JSON is there is read as a trace or refused, never anything else", () => {
  const paths = ["points", "steps", "features", "projection", "steps.0", "steps.1.labels"];
  fc.assert(fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
    try {
      parseTrace(broken(path, value));
    } catch (error) {
      assert(error instanceof TypeError, String(error));
      assert.match(error.message, /^Cannot read the trace as /);
    }
  }));
});

Deno.test("A step with fewer centroids must say which clusters they are", () => {
  const trace = structuredClone(good);
  trace.steps[1].centroids.pop();
  trace.steps[1].labels.fill(0);
  assert.throws(
    () => parseTrace(JSON.stringify(trace)),
    /steps\[1\]\.centroids must be 2 centroids/,
  );
  trace.steps[1].clusters = [1];
  assert.deepEqual([...parseTrace(JSON.stringify(trace)).steps[1].clusters], [1]);
});

Deno.test("What is refused is shown, cut after 40 characters", () => {
  assert.throws(() => parseTrace(broken("format", "x".repeat(38))), /: it is "x{38}"$/);
  assert.throws(() => parseTrace(broken("format", "x".repeat(39))), /: it is "x{38}…$/);
  assert.throws(() => parseTrace(broken("points", undefined)), /: it is missing$/);
});

Deno.test("What a trace says is taken as it is said", () => {
  const said = (path: string, value: unknown) => parseTrace(broken(path, value));
  assert.equal(said("converged", false).converged, false);
  assert.equal(said("steps.1.inertia", 0).steps[1].inertia, 0);
  assert.deepEqual(said("features", ["a", "b"]).features, ["a", "b"]);
  assert.deepEqual(said("recipe", { a: 1 }).recipe, { a: 1 });
  const projection = { axes: [axis], metric: undefined };
  assert.deepEqual(said("projection", projection).projection, { axes: [axis] });
});

Deno.test("What a trace leaves out is worked out", () => {
  const bare = structuredClone(good);
  for (const name of ["recipe", "features", "converged"]) delete bare[name];
  for (const step of bare.steps) {
    delete step.iteration;
    delete step.inertia;
  }
  const { recipe: _, ...rest } = parseTrace(JSON.stringify(good));
  const { recipe, ...own } = parseTrace(JSON.stringify(bare));
  assert.deepEqual(own, rest);
  assert.deepEqual(recipe, {});
});
