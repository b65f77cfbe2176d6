import assert from "node:assert/strict";
import { blobs, Random } from "../../mod.ts";

Deno.test("The same seed makes the same points, another seed others", () => {
  assert.deepEqual(blobs({ seed: 3 }), blobs({ seed: 3 }));
  assert.notDeepEqual(blobs({ seed: 3 }), blobs({ seed: 4 }));
});

Deno.test("Centres lie within the bounds, points about them with the variance asked for", () => {
  const { data, rows } = blobs({
    clusters: 1,
    points: 20_000,
    spread: 0.02,
    bounds: [5, 10],
    seed: 1,
  });
  for (const feature of [0, 1]) {
    const values = data.filter((_, i) => i % 2 === feature);
    const mean = values.reduce((sum, value) => sum + value, 0) / rows;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
    assert(mean > 5 && mean < 10);
    assert(Math.abs(variance - 0.02 * 5) < 0.005, `${variance}`);
  }
});

Deno.test("What is out of range is refused, with its value", () => {
  assert.throws(() => blobs({ clusters: 0 }), { name: "RangeError", message: /clusters.*: 0$/ });
  assert.throws(() => blobs({ points: 1.5 }), { name: "RangeError", message: /points.*: 1.5$/ });
  assert.throws(() => blobs({ spread: NaN }), { name: "RangeError", message: /spread.*: NaN$/ });
  assert.throws(
    () => blobs({ spread: Infinity }),
    /'spread' must be a number of 0 or more: Infinity/,
  );
  assert.throws(() => blobs({ bounds: [1, 0] }), {
    name: "RangeError",
    message: /bounds.*: 1, 0$/,
  });
  assert.throws(() => blobs({ seed: -1 }), { name: "RangeError", message: /seed.*: -1$/ });
});

Deno.test("Clusters are drawn from a stream of their own, so that a start of the same seed is another draw", () => {
  const random = new Random(7, 1);
  const { data } = blobs({ clusters: 1, points: 1, spread: 0, bounds: [0, 1], seed: 7 });
  assert.deepEqual([...data], [random.uniform(), random.uniform()]);
  assert.notEqual(data[0], new Random(7).uniform());
});
