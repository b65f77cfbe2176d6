import assert from "node:assert/strict";
import fc from "fast-check";
import { SHAPE_NAMES } from "../../src/data/generate/shapes.ts";
import { INIT_NAMES } from "../../src/kmeans/starts/inits.ts";
import { choicesOf, parametersOf } from "../../src/page/choices.ts";
import { linkOf, stateOfLink } from "../../src/page/link.ts";
import { pointsOfState, traceOfState } from "../../src/page/run.ts";
import { holds } from "../property.ts";

const choices = fc.record({
  shape: fc.constantFrom(...SHAPE_NAMES),
  clusters: fc.integer({ min: 1, max: 100 }),
  points: fc.integer({ min: 1, max: 200 }),
  k: fc.integer({ min: 1, max: 100 }),
  init: fc.constantFrom(...INIT_NAMES),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  startSeed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  size: fc.constantFrom([480, 360] as const, [1920, 1080] as const, [16, 16] as const),
  theme: fc.constantFrom("light", "dark", "classic"),
  style: fc.constantFrom("glide", "classic"),
  cells: fc.boolean(),
  trails: fc.boolean(),
  standardize: fc.boolean(),
}, {
  noNullPrototype: true,
  requiredKeys: [
    ...[
      "shape",
      "clusters",
      "points",
      "k",
      "init",
      "seed",
      "size",
      "style",
      "cells",
      "trails",
      "standardize",
    ],
  ] as never,
});

Deno.test("Choices come back from their link", () => {
  holds(choices, (chosen) => {
    const link = new URLSearchParams(String(parametersOf(chosen as never)));
    assert.deepEqual(choicesOf(link), chosen);
  });
});

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const rows = (columns: number) =>
  fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 20,
  }).map((table) => ({
    data: Float64Array.from(table.flat()),
    rows: table.length,
    columns,
  }));

Deno.test("Points, names and centroids come back from a link, to the last bit", () => {
  const names = fc.tuple(
    fc.string({ minLength: 1 }),
    fc.string({ unit: "grapheme", minLength: 1 }),
  );
  holds(fc.tuple(rows(2), rows(2), rows(2), names), ([points, added, centroids, features]) => {
    const state = {
      choices: { ...choicesOf(new URLSearchParams()), k: centroids.rows },
      own: { name: "a", features, points, note: "" },
      added,
      centroids,
    };
    const { parameters, isWhole } = linkOf(state);
    if (!isWhole) return;
    const back = stateOfLink(new URLSearchParams(String(parameters)));
    assert.deepEqual(back.own?.points, points);
    assert.deepEqual(back.own?.features, features);
    assert.deepEqual(back.added, added);
    assert.deepEqual(back.centroids, centroids);
  });
});

Deno.test("Added points come after the others, and the run starts at the centroids given", () => {
  const link = new URLSearchParams("clusters=2&points=3&k=2&add=1_2*3_4&centroids=0_0*1_1");
  const state = stateOfLink(link);
  const layout = pointsOfState(state);
  const { points } = layout;
  assert.equal(points.rows, 8);
  assert.deepEqual([...points.data.subarray(12)], [1, 2, 3, 4]);
  assert.deepEqual([...traceOfState(state, layout).steps[0].centroids.data], [0, 0, 1, 1]);
});
