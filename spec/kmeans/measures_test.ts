import assert from "node:assert/strict";
import fc from "fast-check";
import { adjustedRandIndex, elbow, kneeOf, silhouette } from "../../mod.ts";
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
