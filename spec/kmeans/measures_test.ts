import assert from "node:assert/strict";
import fc from "fast-check";
import { adjustedRandIndex, elbow, KMeans, kneeOf, silhouette } from "../../mod.ts";
import { lattice } from "../../src/conform/arbitraries/values.ts";
import { holds } from "../property.ts";

/** The adjusted Rand index, pair by pair. */
function naiveIndex(a: readonly number[], b: readonly number[]): number {
  let [both, inA, inB, all] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      all++;
      if (a[i] === a[j]) inA++;
      if (b[i] === b[j]) inB++;
      if (a[i] === a[j] && b[i] === b[j]) both++;
    }
  }
  const expected = inA * inB / all;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

const labels = fc.integer({ min: 2, max: 12 }).chain((length) => {
  const some = fc.array(fc.nat(3), { minLength: length, maxLength: length });
  return fc.tuple(some, some);
});

Deno.test("the adjusted Rand index counts pairs, is symmetric, and 1 for the same partition", () => {
  holds(labels, ([a, b]) => {
    assert(Math.abs(adjustedRandIndex(a, b) - naiveIndex(a, b)) < 1e-12);
    assert.equal(adjustedRandIndex(a, b), adjustedRandIndex(b, a));
    assert.equal(adjustedRandIndex(a, a.map((label) => `c${label}`)), 1);
  });
});

/** The mean silhouette as its definition has it. */
function naiveSilhouette(points: readonly number[][], labels: readonly number[]): number {
  const scores = points.map((p, i) => {
    const to = (cluster: number) => {
      const others = points.filter((_, j) => j !== i && labels[j] === cluster);
      const sum = others.reduce((s, q) => s + Math.hypot(...p.map((x, n) => x - q[n])), 0);
      return others.length > 0 ? sum / others.length : undefined;
    };
    const a = to(labels[i]);
    const b = Math.min(
      ...[0, 1, 2, 3].filter((c) => c !== labels[i]).map((c) => to(c) ?? Infinity),
    );
    return a === undefined || Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  });
  return scores.reduce((a, b) => a + b) / scores.length;
}

Deno.test("the silhouette is what its definition says", () => {
  const point = fc.tuple(fc.tuple(lattice, lattice), fc.nat(3));
  holds(fc.array(point, { minLength: 2, maxLength: 10 }), (all) => {
    const labels = all.map(([, label]) => label);
    fc.pre(new Set(labels).size > 1);
    const points = all.map(([place]) => [...place]);
    assert(Math.abs(silhouette(points, labels) - naiveSilhouette(points, labels)) < 1e-12);
  });
});

Deno.test("the silhouette of one cluster is not a number", () => {
  assert(Number.isNaN(silhouette([[0], [1]], [0, 0])));
});

Deno.test("the elbow of three far clusters is at three, in inertia and silhouette", () => {
  const points = [0, 1, 2, 100, 101, 102, 200, 201, 202].map((x) => [x, 0]);
  const choices = [...elbow(points, { to: 6, sample: 9 })];
  assert.equal(kneeOf(choices)?.k, 3);
  assert.equal(choices.reduce((a, b) => b.silhouette > a.silhouette ? b : a, choices[1]).k, 3);
});

Deno.test("a straight line has no knee", () => {
  const choices = [1, 2, 3].map((k) => ({ k, inertia: 10 - k, silhouette: NaN }));
  assert.equal(kneeOf(choices), undefined);
});

const line = Array.from({ length: 40 }, (_, i) => [i + (i % 7) / 10 + (i < 20 ? 0 : 100)]);

Deno.test("the elbow tries 1 to 12 clusters where nothing is said, else those from and to", () => {
  const tried = (options = {}) =>
    Array.from(elbow(line, { restarts: 1, ...options }), ({ k }) => k);
  assert.deepEqual(tried(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  assert.deepEqual(tried({ from: 3, to: 5 }), [3, 4, 5]);
});

Deno.test("the elbow's silhouette is that of a sample, which the seed draws", () => {
  const silhouetteOf = (sample: number, seed = 1) =>
    [...elbow(line, { from: 2, to: 2, init: [[0], [120]], sample, seed })][0].silhouette;
  const whole = silhouette(line, line.map((_, i) => i < 20 ? 0 : 1));
  assert.equal(silhouetteOf(40), whole);
  assert.equal(silhouetteOf(1000), whole);
  // Of two points each is alone in its cluster, or both are in one.
  assert([0, NaN].includes(silhouetteOf(2)));
  assert.equal(silhouetteOf(9), silhouetteOf(9));
  assert.notEqual(silhouetteOf(9, 1), silhouetteOf(9, 2));
});

Deno.test("the elbow starts 10 times by k-means++, unless other options are given", () => {
  const points = Array.from({ length: 60 }, (_, i) => [(i * 37) % 61, (i * 53) % 59]);
  const ways = [{}, { restarts: 1 }, { init: "random", restarts: 1 }, {
    maxIterations: 1,
  }] as const;
  for (const options of ways) {
    for (const seed of [1, 2, 3, 4, 5]) {
      const [{ inertia }] = elbow(points, { from: 6, to: 6, seed, ...options });
      const expected = { init: "kmeans++", restarts: 10, k: 6, seed, ...options } as const;
      assert.equal(inertia, new KMeans(points, expected).fit().inertia);
    }
  }
});

Deno.test("rounding makes no knee in a straight line", () => {
  for (let step = 1; step < 40; step++) {
    const choices = Array.from({ length: 12 }, (_, i) => (
      { k: i + 1, inertia: 1 - i * step / 441, silhouette: NaN }
    ));
    assert.equal(kneeOf(choices), undefined);
  }
});

Deno.test("the silhouette does not depend on the unit, however huge or tiny", () => {
  const points = [[0, 1], [1, 0], [8, 9], [9, 8], [5, 5]];
  const labels = [0, 0, 1, 1, 1];
  for (const unit of [2 ** -1060, 2 ** -600, 2 ** 600, 2 ** 1000]) {
    const inUnit = points.map((row) => row.map((value) => value * unit));
    assert.equal(silhouette(inUnit, labels), silhouette(points, labels));
  }
});

Deno.test("a point as near to the next cluster as to its own counts 0 for the silhouette", () => {
  assert.equal(silhouette([[3], [3], [3], [3]], [0, 0, 1, 1]), 0);
});

Deno.test("labels without points do not count for the silhouette", () => {
  const points = [[0], [1], [10], [12]];
  assert.equal(silhouette(points, [1, 1, 3, 3]), silhouette(points, [0, 0, 1, 1]));
});

Deno.test("An inertia beyond the largest number has a knee after it", () => {
  const choices = [Infinity, 1e300, 1e299, 0].map((inertia, i) => ({
    k: i + 1,
    inertia,
    silhouette: NaN,
  }));
  assert.equal(kneeOf(choices)?.k, 2);
});
