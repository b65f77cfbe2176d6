import assert from "node:assert/strict";
import { blobs, makeShape } from "../../mod.ts";
import { groupsIn, SHAPE_NAMES } from "../../src/data/generate/shapes.ts";

for (const name of SHAPE_NAMES) {
  Deno.test(`${name}: the same seed gives the same points, as many as asked for`, () => {
    const options = { clusters: 4, points: 100, seed: 3 };
    const points = makeShape(name, options);
    assert.deepEqual([points.rows, points.columns], [400, 2]);
    assert(points.data.every((value) => Math.abs(value) < 8));
    assert.deepEqual(makeShape(name, options), points);
    if (name === "grid") return;
    assert.notDeepEqual(makeShape(name, { ...options, seed: 4 }), points);
  });
}

Deno.test("blobs are the generated clusters", () => {
  assert.deepEqual(makeShape("blobs", { seed: 5 }), blobs({ seed: 5 }));
});

Deno.test("a shape fits its bounds", () => {
  const { data } = makeShape("uniform", { bounds: [10, 12], seed: 1 });
  assert(data.every((value) => value >= 10 && value <= 12));
});

Deno.test("A grid reaches from bound to bound, evenly", () => {
  const { data } = makeShape("grid", { clusters: 1, points: 9, bounds: [0, 2] });
  assert.deepEqual([...data], [0, 0, 1, 0, 2, 0, 0, 1, 1, 1, 2, 1, 0, 2, 1, 2, 2, 2]);
  assert.equal(makeShape("grid", { clusters: 1, points: 1 }).rows, 1);
});

Deno.test("A shape has as many groups as people see in it", () => {
  assert.deepEqual(Object.fromEntries(SHAPE_NAMES.map((name) => [name, groupsIn(name)])), {
    ...{ blobs: 12, uniform: 12, moons: 2, rings: 3, smiley: 4, spirals: 2, bars: 4 },
    ...{ anisotropic: 3, unequal: 3, grid: 5 },
  });
});
