import assert from "node:assert/strict";
import fc from "fast-check";
import { assign, type Matrix, Random, toMatrix, toRows, update } from "../../mod.ts";
import { BoundsEngine } from "../../src/kmeans/engines/bounds.ts";
import type { Engine } from "../../src/kmeans/engines/engine.ts";
import { engineFor } from "../../src/kmeans/engines/engine_for.ts";
import { GridEngine } from "../../src/kmeans/engines/grid.ts";
import { PlainEngine } from "../../src/kmeans/engines/plain.ts";
import { Labelling } from "../../src/kmeans/labelling.ts";
import { anyProblem, roundingProblem } from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";
import { run } from "./run.ts";

type Build = (points: Matrix, k: number) => Engine;
const engines: Readonly<Record<string, Build>> = {
  plain: (points) => new PlainEngine(points),
  bounds: (points, k) => new BoundsEngine(points, k),
  grid: (points, k) => new GridEngine(points, k),
};

/** Holds that an engine labels points as `assign` does, whatever centroids it is given one after another. */
function labelsAlike(build: Build, points: Matrix, starts: readonly Matrix[]): void {
  const k = starts[0].rows;
  const engine = build(points, k);
  const labelling = new Labelling(points.rows, k);
  let before: Uint32Array | undefined;
  for (const centroids of starts) {
    labelling.changed.fill(0);
    engine.assign(labelling, centroids);
    const labels = assign(points, centroids);
    assert.deepEqual(labelling.labels, labels);
    const counts = new Uint32Array(k);
    labels.forEach((label) => counts[label]++);
    assert.deepEqual(labelling.counts, counts);
    if (before) {
      const changed = new Uint8Array(k);
      before.forEach((label, i) => {
        if (label !== labels[i]) changed[label] = changed[labels[i]] = 1;
      });
      assert.deepEqual(labelling.changed, changed);
    }
    before = labels;
  }
}

/** The centroids of a run, and then some that no run comes to. */
function wander(points: Matrix, start: Matrix, iterations: number): Matrix[] {
  const all = [start];
  for (let i = 0; i < iterations; i++) {
    const last = all[all.length - 1];
    all.push(update(points, assign(points, last), last));
  }
  const reversed = all.toReversed();
  return [...all, ...reversed, reversed[0], start];
}

const isModerate = ({ data }: Matrix) => data.every((value) => Math.abs(value) <= 2 ** 100);

/** Many points, in which there is something to remember. */
const crowds: Readonly<Record<string, (rows: number, columns: number) => Matrix>> = {
  "points scattered evenly": (rows, columns) => filled(rows, columns, (random) => random.uniform()),
  "points in clusters": (rows, columns) =>
    filled(rows, columns, (random) => 9 * random.integer(4) + random.normal()),
  "points of a lattice, where ties are many": (rows, columns) =>
    filled(rows, columns, (random) => random.integer(6)),
  "points of which one is far away": (rows, columns) =>
    filled(rows, columns, (random, i) => i < columns ? 1e9 : random.normal()),
  "points that are nearly equal": (rows, columns) =>
    filled(rows, columns, (random) => 1 + random.integer(4) * 2 ** -52),
  "points so small that squares vanish": (rows, columns) =>
    filled(rows, columns, (random) => random.normal() * 2 ** -530),
  "points too small for 32 bits": (rows, columns) =>
    filled(rows, columns, (random) => random.normal() * 2 ** -145),
  "points as large as engines take": (rows, columns) =>
    filled(rows, columns, (random) => (random.uniform() - 0.5) * 2 ** 100),
  "points on a line": (rows, columns) =>
    filled(rows, columns, (_, i) => Math.floor(i / columns) % 500),
};

function filled(
  rows: number,
  columns: number,
  value: (random: Random, i: number) => number,
): Matrix {
  const random = new Random(5);
  const data = Float64Array.from({ length: rows * columns }, (_, i) => value(random, i));
  return { data, rows, columns };
}

for (const [name, build] of Object.entries(engines)) {
  Deno.test(`The engine '${name}' labels any points as the definition does`, () => {
    holds(fc.oneof(anyProblem, roundingProblem), ({ points, init }) => {
      const matrix = toMatrix(points);
      const start = toMatrix(init);
      if (name === "grid" && matrix.columns !== 2) return;
      if (name !== "plain" && !(isModerate(matrix) && isModerate(start))) return;
      labelsAlike(build, matrix, wander(matrix, start, 4));
    });
  });

  for (const [what, make] of Object.entries(crowds)) {
    Deno.test(`The engine '${name}' labels ${what} as the definition does`, () => {
      for (const [columns, k] of [[2, 12], [2, 40], [3, 9], [17, 20], [1, 5]]) {
        if (name === "grid" && columns !== 2) continue;
        const points = make(what.endsWith("vanish") ? 100 : 3000, columns);
        const start = { data: points.data.slice(0, k * columns), rows: k, columns };
        labelsAlike(build, points, wander(points, start, 12));
      }
    });
  }
}

for (
  const [what, unit, digits] of [["", 1, 30], [" where squares vanish", 2 ** -535, 4]] as const
) {
  Deno.test(`The engine 'grid' leaves it to rounding which of two centroids is nearer${what}`, () => {
    const random = new Random(5);
    const tiny = () => random.integer(16) * 2 ** -(digits + random.integer(20));
    for (let i = 0; i < 300; i++) {
      // Points on a line, and centroids on both sides of it whose distances differ in the last bits.
      const points = filled(100, 2, (_, i) => i % 2 ? 0 : random.integer(1024) * unit);
      const starts = Array.from(
        { length: 6 },
        () => filled(3, 2, (_, i) => unit * (i % 2 ? (i % 4 - 2) * (1 + tiny()) : tiny() / 8)),
      );
      labelsAlike(engines.grid, points, starts);
    }
  });
}

Deno.test("The engine 'bounds' leaves it to rounding which of two centroids is nearer", () => {
  const random = new Random(5);
  for (let i = 0; i < 1000; i++) {
    // A point, and two centroids on both sides of it whose distances differ in the last bits.
    const point = filled(1, 2, () => 3 * random.uniform());
    const apart = [random.uniform(), random.uniform()];
    const starts = Array.from({ length: 8 }, () =>
      filled(2, 2, (_, at) => {
        const size = apart[at % 2] * (1 + (random.integer(5) - 2) * 2 ** -52);
        return point.data[at % 2] + (at < 2 ? -size : size);
      }));
    labelsAlike(engines.bounds, point, starts);
  }
});

for (
  const [columns, k, empty] of [[2, 30, "keep"], [2, 12, "drop"], [5, 12, "farthest"]] as const
) {
  Deno.test(`A run of many points in ${columns} features keeps every clause, with '${empty}'`, () => {
    const points = crowds["points in clusters"](3000, columns);
    const init = { data: points.data.slice(0, k * columns), rows: k, columns };
    // Two centroids so far away that they stay without points.
    init.data.fill(1e6, 0, 2 * columns);
    assert(!(engineFor(points, init) instanceof PlainEngine));
    const { steps } = run(toRows(points), { init: toRows(init), empty });
    assert(steps.length > 5);
  });
}

Deno.test("Bounds are left where there are too few points a centroid, or too many pairs", () => {
  const points = (rows: number) => ({ data: new Float64Array(3 * rows), rows, columns: 3 });
  assert(engineFor(points(5000), points(100)) instanceof BoundsEngine);
  assert(engineFor(points(5000), points(1000)) instanceof PlainEngine);
  assert(engineFor(points(600_000), points(500)) instanceof PlainEngine);
});

Deno.test("Few points and extreme ones are left to the plain engine", () => {
  const few = crowds["points in clusters"](60, 2);
  assert(engineFor(few, few) instanceof PlainEngine);
  const many = crowds["points in clusters"](5000, 2);
  const start = { data: many.data.slice(0, 24), rows: 12, columns: 2 };
  assert(engineFor(many, start) instanceof GridEngine);
  assert(
    engineFor(many, { ...start, data: many.data.slice(0, 2), rows: 1 }) instanceof PlainEngine,
  );
  for (const extreme of [1e200, -1e200]) {
    const points = { ...many, data: many.data.with(7, extreme) };
    assert(engineFor(points, start) instanceof PlainEngine);
    const centroids = { ...start, data: start.data.with(7, extreme) };
    assert(engineFor(many, centroids) instanceof PlainEngine);
  }
});
