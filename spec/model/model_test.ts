import assert from "node:assert/strict";
import fc from "fast-check";
import {
  assign,
  inertia,
  layOut,
  modelOf,
  modelToJson,
  parseModel,
  parseTrace,
  predict,
  record,
  toMatrix,
  traceToJson,
} from "../../mod.ts";
import type { Scale } from "../../mod.ts";
import { holds } from "../property.ts";

const rows = [[1, 100], [2, 300], [8, 200], [9, 900], [5, 450]];
const kinds: readonly Scale[] = ["none", "zscore", "minmax"];

/** A run on scaled points, as the command records it. */
function scaledTrace(kind: Scale) {
  const { points, scaling } = layOut(toMatrix(rows), kind, []);
  const { center, scale } = scaling;
  const kept = { kind, center: Array.from(center), scale: Array.from(scale) };
  const about = { features: ["a", "b"], ...(kind !== "none" && { scaling: kept }) };
  return record(points, { k: 2, seed: 1 }, about);
}

Deno.test("The points of a run are predicted to be where the run left them", () => {
  for (const kind of kinds) {
    const trace = scaledTrace(kind);
    const { labels } = predict(rows, modelOf(trace));
    assert.deepEqual([...labels], [...trace.steps.at(-1)!.labels], kind);
  }
});

Deno.test("The figures of the clusters add up to those of the run", () => {
  const trace = scaledTrace("zscore");
  const { clusters } = modelOf(trace);
  const sum = (of: "size" | "weight" | "inertia") =>
    clusters.reduce((all, one) => all + one[of], 0);
  assert.equal(sum("size"), rows.length);
  assert.equal(sum("weight"), rows.length);
  assert(Math.abs(sum("inertia") - trace.steps.at(-1)!.inertia) < 1e-12);
});

Deno.test("A model and a trace are read as they were written, by each scaling", () => {
  for (const kind of kinds) {
    const trace = scaledTrace(kind);
    const model = modelOf(trace);
    assert.deepEqual(parseModel(modelToJson(model)), model);
    assert.deepEqual(parseModel(traceToJson(trace)), model);
    assert.deepEqual(parseTrace(traceToJson(trace)), trace);
  }
});

Deno.test("A label is that of the nearest centroid, and its distance the way to it", () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const table = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 });
  holds(fc.tuple(table, table), ([points, centroids]) => {
    const model = {
      features: [],
      centroids: toMatrix(centroids),
      clusters: centroids.map(() => ({ size: 0, weight: 0, inertia: 0 })),
      recipe: {},
    };
    const { labels, distances } = predict(points, model);
    assert.deepEqual([...labels], [...assign(points, centroids)]);
    const squares = distances.reduce((sum, distance) => sum + distance * distance, 0);
    const expected = inertia(points, centroids, labels);
    assert(Math.abs(squares - expected) <= 1e-12 * expected, `${squares} ${expected}`);
  });
});

Deno.test("Distances hold where their squares are beyond all numbers", () => {
  const model = parseModel(`{"format":"lloyd-model","version":1,"centroids":[[0],[1e200]]}`);
  const { labels, distances } = predict([[3e199], [4e-200]], model);
  assert.deepEqual([...labels], [0, 0]);
  assert.deepEqual([...distances], [3e199, 4e-200]);
});

Deno.test("A cluster that was dropped leaves the others their numbers", () => {
  const trace = record([[0], [1], [9]], { k: 3, init: [[0], [99], [9]], empty: "drop" });
  const { clusters } = modelOf(trace);
  assert.deepEqual(clusters, [
    { size: 2, weight: 2, inertia: 0.5 },
    { cluster: 2, size: 1, weight: 1, inertia: 0 },
  ]);
});

Deno.test("What another program leaves out of the figures has a value, and null is no end", () => {
  const figures = `[{"size":3},{"size":1,"inertia":null}]`;
  const text = `{"format":"lloyd-model","version":1,"centroids":[[1],[2]],"clusters":${figures}}`;
  const model = parseModel(text);
  assert.deepEqual(model.clusters, [
    { size: 3, weight: 3, inertia: 0 },
    { size: 1, weight: 1, inertia: Infinity },
  ]);
  assert.deepEqual(parseModel(modelToJson(model)), model);
});

const whole = `"format":"lloyd-model","version":1,"centroids":[[1,2],[3,4]]`;
const broken: Readonly<Record<string, RegExp>> = {
  "[]": /the model must be an object/,
  [`{"format":"model"}`]: /format must be "lloyd-model" or "lloyd-trace"/,
  [`{"format":"lloyd-model","version":2}`]: /version must be 1/,
  [`{"format":"lloyd-model","version":1}`]: /centroids must be an array: it is missing/,
  [`{"format":"lloyd-model","version":1,"centroids":[[1],[2,3]]}`]: /centroids\[1\]/,
  [`{"format":"lloyd-model","version":1,"centroids":[[1],["2"]]}`]: /centroids\[1\]\[0\]/,
  [`{${whole},"features":["a"]}`]: /features must be a name for each of the 2 features/,
  [`{${whole},"scaling":{"kind":"zscore","center":[0,0],"scale":[1,0]}}`]: /scaling\.scale\[1\]/,
  [`{${whole},"scaling":{"kind":"zscore","center":[0],"scale":[1,1]}}`]: /scaling\.center/,
  [`{${whole},"scaling":{"kind":3,"center":[0,0],"scale":[1,1]}}`]: /scaling\.kind/,
  [`{${whole},"clusters":[{}]}`]: /clusters must be one for each of the 2 centroids/,
  [`{${whole},"clusters":[{},{"size":-1}]}`]: /clusters\[1\]\.size must be 0 or more: it is -1/,
  [`{${whole},"clusters":[{},{"cluster":0}]}`]: /clusters\[1\]\.cluster/,
  [`{${whole},"recipe":7}`]: /recipe must be an object/,
};

for (const [text, message] of Object.entries(broken)) {
  Deno.test(`A model that breaks the format is refused with the place: ${text}`, () => {
    assert.throws(() => parseModel(text), { name: "TypeError", message });
  });
}

Deno.test("New points must have the features of the model, all finite", () => {
  const model = parseModel(`{${whole}}`);
  assert.throws(() => predict([[1]], model), /same number of features: 1 and 2/);
  assert.throws(() => predict([[1, NaN]], model), /row 0, column 1 is NaN/);
});
