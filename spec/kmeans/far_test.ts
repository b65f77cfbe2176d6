import assert from "node:assert/strict";
import fc from "fast-check";
import { KMeans, Random, record, toMatrix, toRows, update } from "../../mod.ts";
import { exactProblem } from "../../src/conform/arbitraries/problems.ts";
import { areFar, exactMeanOf } from "../../src/conform/reference.ts";
import { BoundsEngine } from "../../src/kmeans/engines/bounds.ts";
import { engineFor } from "../../src/kmeans/engines/engine_for.ts";
import { GridEngine } from "../../src/kmeans/engines/grid.ts";
import { farFeatures } from "../../src/kmeans/far.ts";
import { holds } from "../property.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

/** Times in nanoseconds at the places of a grid: the floats there are 256 apart. */
const NOW = 1.7e18;
const TICK = 256;

function grid(rows: number, columns: number, side: number, from: number, unit: number) {
  const random = new Random(1);
  return Array.from(
    { length: rows },
    () => Array.from({ length: columns }, () => from + unit * random.integer(side)),
  );
}

const meanOf = (values: number[]) =>
  toRows(update(values.map((value) => [value]), values.map(() => 0), [[0]]))[0][0];

specify("§3.5", "times in nanoseconds", () => {
  const times = Array.from({ length: 1000 }, (_, i) => NOW + TICK * (i % 3));
  assert.equal(meanOf(times), NOW + TICK);
  assert.equal(meanOf([NOW, NOW, NOW + TICK]), NOW);
  assert.equal(meanOf([NOW, NOW + TICK, NOW + TICK]), NOW + TICK);
  assert.equal(meanOf([-NOW, -NOW - TICK, -NOW - TICK]), -NOW - TICK);
});

specify("§3.5", "of two floats that are equally near, the even one", () => {
  assert.equal(meanOf([2 ** 53, 2 ** 53 + 2]), 2 ** 53);
  assert.equal(meanOf([2 ** 53 + 2, 2 ** 53 + 4]), 2 ** 53 + 4);
});

specify("§3.5", "where a third of a digit is below the smallest number", () => {
  const digit = 2 ** -1073;
  const odd = 2 ** -1021 + digit;
  assert.equal(meanOf([odd, odd, odd + digit]), odd);
  assert.equal(meanOf([-odd, -odd, -odd - digit]), -odd);
});

specify("§3.5", "a feature that is the same everywhere has that mean", () => {
  for (const value of [0.1, -0.3, NOW, 1.7e308, 5e-324]) {
    assert.equal(meanOf(Array(1000).fill(value)), value);
  }
});

specify("§3.5", "the magnitude tells against the spread, and against the number of points", () => {
  const far = (magnitude: number, spread: number, rows: number) =>
    farFeatures(toMatrix(Array.from({ length: rows }, (_, i) => [magnitude - (i && spread)])));
  assert.deepEqual(far(2048, 1, 2), []);
  assert.deepEqual(far(2049, 1, 2), [0]);
  assert.deepEqual(far(2048, 1, 256), []);
  assert.deepEqual(far(2049, 1, 256), [0]);
  assert.deepEqual(far(2049, 1, 257), []);
  assert.deepEqual(far(8000, 1, 1000), []);
  assert.deepEqual(far(8001, 1, 1000), [0]);
  assert.deepEqual(far(0, 0, 5), []);
  assert.deepEqual(far(2 ** -1021, 0, 5), [0]);
  assert.deepEqual(far(2 ** -1022, 0, 5), []);
  assert.deepEqual(farFeatures(toMatrix([[-9000, 1, 9000, 7], [-9001, 2, 9001, 7]])), [0, 2, 3]);
});

/** Values whose spread is small beside their magnitude, or nearly so, with many duplicates. */
const farValues = fc.record({
  from: fc.oneof(
    fc.constantFrom(
      1,
      2 ** 53,
      NOW,
      4e15,
      1e300,
      2 ** -500,
      1.7e308,
      2 ** -1020,
      2 ** -1022,
      1 - 2 ** -53,
    ),
    fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
  ),
  sign: fc.constantFrom(-1, 1),
  /** The unit of the differences: a power of two beside the magnitude. */
  exponent: fc.integer({ min: -52, max: -8 }),
  steps: fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 40 }),
}).map(({ from, sign, exponent, steps }) =>
  steps.map((step) => sign * Math.min(from * (1 + step * 2 ** exponent), Number.MAX_VALUE))
);

specify("§3.5", "any offset, any scale, any duplicates: as integers without limits have it", () => {
  let [exact, plain] = [0, 0];
  holds(fc.tuple(farValues, fc.array(fc.nat({ max: 2 }))), ([values, picks]) => {
    const points = values.map((value) => [value, 1]);
    const [isFar] = areFar(points);
    assert.equal(farFeatures(toMatrix(points)).includes(0), isFar);
    const labels = values.map((_, i) => picks[i] ?? 0);
    const means = toRows(update(points, labels, [[0, 0], [0, 0], [0, 0]]));
    means.forEach(([mean], k) => {
      const own = values.filter((_, i) => labels[i] === k);
      if (own.length === 0) return;
      if (isFar) {
        assert.equal(mean, exactMeanOf(own));
        exact++;
      } else if (mean !== exactMeanOf(own)) plain++;
    });
  }, 3000);
  assert(exact > 1000 && plain > 0, `${exact} far, ${plain} rounded`);
});

specify("§3.5", "integers far away give the run that they give near, moved", () => {
  const offset = fc.constantFrom(2 ** 45, -(2 ** 45), 2 ** 49, 2520 * 2 ** 38);
  holds(fc.tuple(exactProblem, offset), ([{ points, init }, by]) => {
    const move = (rows: readonly (readonly number[])[]) =>
      rows.map((row) => row.map((value) => value + by));
    for (const empty of ["keep", "drop", "farthest"] as const) {
      const near = run(points, { init, empty }).steps;
      const far = run(move(points), { init: move(init), empty }).steps;
      assert.deepEqual(
        far.map(({ centroids, labels, inertia }) => ({ centroids, labels, inertia })),
        near.map(({ centroids, labels, inertia }) => (
          { centroids: move(centroids), labels, inertia }
        )),
      );
    }
  });
});

specify("§3.5", "blobs far away have the clusters that they have near", () => {
  const random = new Random(3);
  const near = Array.from({ length: 600 }, (_, i) => [
    8 * (i % 3) + random.normal(),
    8 * (i % 2) + random.normal(),
  ]);
  const init = [[0, 0], [8, 8], [16, 0]];
  const { labels } = new KMeans(near, { init }).fit();
  for (const offset of [1e6, -1e9, 1e12, 2 ** 43]) {
    const move = (rows: number[][]) => rows.map((row) => row.map((value) => value + offset));
    assert.deepEqual(new KMeans(move(near), { init: move(init) }).fit().labels, labels);
  }
});

for (
  const [what, points, k] of [
    ["1,000 times on a grid", grid(1000, 2, 101, NOW, TICK), 8],
    ["240 rows of eight features above 2^51", grid(240, 8, 5, 4e15, 1), 7],
    ["one far feature beside a near one", grid(900, 1, 50, -NOW, TICK).map(([x], i) => [x, i]), 9],
    ["three features next to the largest float", grid(800, 3, 60, 1.7e308, 2 ** 971), 8],
    ["neighbours of 1", grid(700, 2, 90, 1, 2 ** -52), 8],
  ] as const
) {
  for (const init of ["kmeans++", "random", "partition"] as const) {
    specify("§3.5", `${what} from a start by ${init}: inertia falls until nothing moves`, () => {
      const { steps, fit } = run(points, { k, init, seed: 1 });
      assert.equal(fit.stopped, "converged");
      assert(steps.length < 100);
      const measured = steps.map(({ inertia }) => inertia);
      // The last step moves nothing; no other is in vain, as far as distances are exact.
      measured.slice(1, -1).forEach((inertia, i) => assert(inertia <= measured[i]));
      assert(measured.at(-1)! <= measured[0]);
    });
  }
}

specify("§3.5", "every engine, with features that are far and one that is not", () => {
  for (const columns of [2, 5]) {
    const points = grid(3000, columns, 80, NOW, TICK).map((row, i) => [...row.slice(1), i % 97]);
    const init = points.slice(0, 12);
    const engine = engineFor(toMatrix(points), toMatrix(init));
    assert(engine instanceof (columns === 2 ? GridEngine : BoundsEngine));
    const { steps } = run(points, { init });
    assert(steps.length > 5);
  }
});

/** Times beside one that is missing and said to be 0: no feature is far, and plain sums are noise. */
const besideZero = [[0, 0], ...grid(1000, 2, 101, NOW, TICK)];

specify("§4.8", "rounded sums that move the centroids to and fro", () => {
  const { steps, fit } = run(besideZero, { k: 8, init: "kmeans++", candidates: 1, seed: 2 });
  assert.equal(fit.stopped, "stall");
  assert.equal(fit.converged, false);
  const last = steps.at(-1)!;
  assert.equal(last.iteration, 300);
  assert(!(last.inertia < steps.at(-101)!.inertia));
  for (let i = 100; i < last.iteration; i += 100) {
    if (i > 100) assert(steps[i].inertia < steps[i - 100].inertia);
  }
  const trace = record(besideZero, { k: 8, init: "kmeans++", candidates: 1, seed: 2 });
  assert.deepEqual([trace.stopped, trace.converged], ["stall", false]);
});

/**
 * Points on a line of which exactly one changes its cluster in each iteration. The boundary between
 * the clusters depends on the points passed and the sum of all, which is chosen first: each point is
 * put just before the boundary, and those that are left make up the sum.
 */
function slow(iterations: number): { points: number[][]; init: number[][] } {
  const heap = 1000;
  const all = 2 * heap + iterations;
  const sum = all / 2;
  const points = Array(heap).fill(0);
  let passed = 0;
  const boundary = () => (passed / points.length + (sum - passed) / (all - points.length)) / 2;
  let before = boundary() - 1e-6;
  while (points.length < heap + iterations) {
    const next = boundary();
    const place = (before + next) / 2;
    before = next;
    points.push(place);
    passed += place;
  }
  const rest = (sum - passed) / heap;
  points.push(...Array(heap).fill(rest));
  const init = [[0], [sum / (all - heap)]];
  return { points: points.map((value) => [value]), init };
}

specify("§6.5", "a run that passes one point an iteration", () => {
  const { points, init } = slow(11_000);
  const fit = new KMeans(points, { init }).fit();
  assert.deepEqual([fit.iterations, fit.stopped], [10_000, "limit"]);
  const whole = new KMeans(points, { init, maxIterations: Infinity }).fit();
  assert.deepEqual([whole.iterations > 11_000, whole.stopped], [true, "converged"]);
  const trace = record(points, { init });
  assert.deepEqual([trace.steps.length, trace.stopped], [10_001, "limit"]);
  assert.deepEqual(trace.recipe, {});
});
