import assert from "node:assert/strict";
import {
  type CheckOptions,
  checkRun,
  type PlainStep,
  Violation,
} from "../../src/conform/checker.ts";
import type { ClauseId } from "../../src/conform/clauses.ts";

type Draft = { iteration: number; centroids: number[][]; labels: number[]; inertia: number };

const points = [[1, 1], [2, 1], [4, 3], [5, 4]];
const start = [[1, 1], [2, 1], [99, 99]];

/** The run worked by hand, with a third cluster that stays empty. */
function draft(): Draft[] {
  const far = [99, 99];
  const moved = [[1, 1], [11 / 3, 8 / 3], far];
  const means = [[1.5, 1], [4.5, 3.5], far];
  return [
    { iteration: 0, centroids: [[1, 1], [2, 1], far], labels: [0, 1, 1, 1], inertia: 26 },
    { iteration: 1, centroids: moved, labels: [0, 1, 1, 1], inertia: 28 / 3 },
    { iteration: 2, centroids: means, labels: [0, 0, 1, 1], inertia: 1.5 },
    { iteration: 3, centroids: means, labels: [0, 0, 1, 1], inertia: 1.5 },
  ].map((step) => structuredClone(step));
}

function breaks(
  clause: ClauseId,
  iteration: number,
  spoil: (steps: Draft[]) => PlainStep[] | void,
  options?: CheckOptions,
): void {
  const steps = draft();
  const spoilt = spoil(steps) ?? steps;
  assert.throws(() => checkRun(points, start, spoilt, options), (error) => {
    assert(error instanceof Violation, `${error}`);
    assert.deepEqual([error.clause, error.iteration], [clause, iteration], error.message);
    return true;
  });
}

Deno.test("The checker lets a run pass that meets the clauses", () => {
  checkRun(points, start, draft());
  checkRun(points, start, draft().map(({ inertia: _, ...step }) => step));
  checkRun(
    points,
    start,
    draft().map((step) => ({ ...step, inertia: step.inertia * (1 + 2 ** -50) })),
  );
  checkRun(points, start, draft(), { maxIterations: 3 });
  checkRun(points, start, draft().slice(0, 2), { maxIterations: 1 });
});

const violations: [string, ClauseId, number, (steps: Draft[]) => PlainStep[] | void][] = [
  ["a label that is no centroid's", "§2.3", 1, (steps) => void (steps[1].labels[0] = 3)],
  ["a label too few", "§2.3", 2, (steps) => void steps[2].labels.pop()],
  ["a label of a farther centroid", "§2.1", 0, (steps) => void (steps[0].labels[3] = 0)],
  ["labels of the step's own centroids", "§4.2", 1, (steps) => void (steps[1].labels[1] = 0)],
  ["a start that is not the given one", "§4.1", 0, (steps) => void (steps[0].centroids[0][0] = 0)],
  ["no steps at all", "§4.1", 0, () => []],
  ["a centroid too few", "§4.1", 0, (steps) => void steps.forEach((s) => s.centroids.pop())],
  ["a cluster that vanishes", "§3.3", 1, (steps) => void steps[1].centroids.pop()],
  ["a mean over all points", "§3.1", 1, (steps) => void (steps[1].centroids[0] = [0.25, 0.25])],
  ["a centroid that is not a number", "§3.1", 2, (s) => void (s[2].centroids[1][0] = NaN)],
  ["a centroid with a feature too few", "§3.1", 2, (s) => void s[2].centroids[1].pop()],
  ["a centroid without a name for its cluster", "§3.3", 1, (s) => [
    s[0],
    { ...s[1], clusters: [0, 1, 2], centroids: s[1].centroids.slice(0, 2) },
  ]],
  ["inertia that is a little off", "§8.1", 1, (s) => void (s[1].inertia *= 1 + 1e-9)],
  ["a mean one bit off", "§3.2", 2, (steps) => void (steps[2].centroids[1][0] -= 2 ** -50)],
  ["an empty cluster at the origin", "§3.3", 1, (s) => void (s[1].centroids[2] = [0, 0])],
  ["a gap in the numbers", "§4.3", 2, (steps) => void (steps[2].iteration = 3)],
  ["an end too early", "§4.4", 2, (steps) => steps.slice(0, 3)],
  ["an end too late", "§4.4", 3, (steps) => [...steps, { ...steps[3], iteration: 4 }]],
  ["no iteration 1", "§4.5", 0, (steps) => steps.slice(0, 1)],
  ["inertia of another step", "§8.1", 1, (steps) => void (steps[1].inertia = 26)],
];

for (const [name, clause, iteration, spoil] of violations) {
  Deno.test(`The checker finds ${name}: ${clause}`, () => breaks(clause, iteration, spoil));
}

Deno.test("The checker finds a limit passed: §6.1", () => {
  breaks("§6.1", 3, () => {}, { maxIterations: 2 });
});

Deno.test("The checker finds ties that go to the last index: §2.2", () => {
  const centroids = [[0], [2]];
  const steps = [0, 1].map((iteration) => ({ iteration, centroids, labels: [0, 1, 1] }));
  assert.throws(() => checkRun([[0], [2], [1]], centroids, steps), { clause: "§2.2" });
});

Deno.test("The checker finds nearness lost where squares vanish: §2.4", () => {
  const centroids = [[0], [1e-200]];
  const steps = [0, 1].map((iteration) => ({ iteration, centroids, labels: [0, 0] }));
  assert.throws(() => checkRun([[0], [1e-200]], centroids, steps), { clause: "§2.4" });
});

/** A run of one point and two centroids, of which its label names one. */
function oneLabel(point: number, centroids: number[][], label: number, tolerance: number): void {
  const moved = centroids.map((centroid, k) => k === label ? [point] : centroid);
  const steps = [centroids, moved, moved].map((table, iteration) => (
    { iteration, centroids: table, labels: [label] }
  ));
  checkRun([[point]], centroids, steps, { tolerance });
}

Deno.test("With a tolerance, rounding may decide a label, and only rounding", () => {
  // Of |x|² − 2xc + |c|² the terms are so large that the difference of the distances is lost.
  oneLabel(1e9 + 1, [[1e9], [1e9 + 3]], 1, 1e-9);
  oneLabel(0.1, [[0], [0.2 + 1e-16]], 1, 1e-9);
  assert.throws(() => oneLabel(1e9 + 1, [[1e9], [1e9 + 3]], 1, 0), { clause: "§2.1" });
  assert.throws(() => oneLabel(0.1, [[0], [0.2 + 1e-9]], 1, 1e-9), { clause: "§2.1" });
  // Small multiples of 1/256 are exact in any arithmetic.
  assert.throws(() => oneLabel(1, [[0], [2 + 1 / 256]], 1, 1e-9), { clause: "§2.1" });
  assert.throws(() => oneLabel(1, [[0], [2]], 1, 1e-9), { clause: "§2.2" });
});

Deno.test("A tolerance is relative to the largest value of a feature, not of all", () => {
  const table = (x: number) => [[x, 1e6]];
  const run = (off: number) => {
    const steps = [0.5, 1, 1].map((x, iteration) => (
      { iteration, centroids: table(iteration > 0 ? x + off : x), labels: [0, 0] }
    ));
    checkRun([[0.5, 1e6], [1.5, 1e6]], table(0.5), steps, { tolerance: 1e-9 });
  };
  run(1e-9);
  assert.throws(() => run(1e-6), { clause: "§3.1" });
});

Deno.test("The checker finds an empty cluster that was given a nearer point, of huge points: §12.4", () => {
  const huge = (rows: number[][]) => rows.map((row) => row.map((value) => value * 2 ** 900));
  const run = (labels: number[], moved: number[][]) => {
    const steps = [
      { iteration: 0, centroids: huge([[0], [100]]), labels: [0, 0, 0] },
      { iteration: 1, centroids: huge(moved), labels },
    ];
    const given = huge([[0], [1], [11]]);
    checkRun(given, steps[0].centroids, steps, { empty: "farthest", maxIterations: 1 });
  };
  run([0, 0, 1], [[0.5], [11]]);
  assert.throws(() => run([0, 1, 0], [[5.5], [1]]), { clause: "§12.4" });
  assert.throws(() => run([0, 0, 0], [[4], [100]]), { clause: "§12.4" });
  // The point is where it was as well.
  assert.throws(() => run([0, 0, 1], [[4], [11]]), { clause: "§3.1" });
});

Deno.test("The checker lets rounding decide between huge centroids, and only rounding", () => {
  const run = (bits: number) => {
    const start = [[2 ** 600], [-(2 ** 600) * (1 - bits * 2 ** -53)]];
    const moved = [[0], start[1]];
    const steps = [start, moved, moved].map((centroids, iteration) => (
      { iteration, centroids, labels: [0] }
    ));
    checkRun([[0]], start, steps);
  };
  run(1);
  assert.throws(() => run(16), { clause: "§2.4" });
});

Deno.test("The checker finds inertia that rises: §8.2", () => {
  const steps = [5, 0].map((centroid, iteration) => (
    { iteration, centroids: [[centroid]], labels: [0, 0] }
  ));
  const mended = { ...steps[1], iteration: 2, centroids: [[5]] };
  assert.throws(() => checkRun([[0], [10]], [[5]], [...steps, mended], { tolerance: 0.6 }), {
    clause: "§8.2",
  });
});

Deno.test("The checker finds an empty cluster that did not vanish: §12.3", () => {
  breaks("§12.3", 1, () => {}, { empty: "drop" });
});

Deno.test("The checker finds an empty cluster that did not move: §12.4", () => {
  breaks("§12.4", 1, () => {}, { empty: "farthest" });
});

Deno.test("The checker finds an empty cluster that did not end the run: §12.5", () => {
  breaks("§12.5", 1, () => {}, { empty: "error" });
});

Deno.test("The checker allows another arithmetic what its tolerance says", () => {
  const steps = draft();
  steps[2].centroids[1][0] += 1e-14;
  steps[3].centroids[1][0] += 1e-14;
  checkRun(points, start, steps, { tolerance: 1e-14 });
  assert.throws(() => checkRun(points, start, steps, { tolerance: 1e-17 }), { clause: "§3.2" });
});

Deno.test("The checker finds a run that goes on within its tolerance: §4.9", () => {
  const points = [[0], [2], [4], [6]];
  const start = [[0], [1]];
  const steps: PlainStep[] = [
    { iteration: 0, centroids: start, labels: [0, 1, 1, 1] },
    { iteration: 1, centroids: [[0], [4]], labels: [0, 1, 1, 1] },
    { iteration: 2, centroids: [[1], [5]], labels: [0, 0, 1, 1] },
    { iteration: 3, centroids: [[1], [5]], labels: [0, 0, 1, 1] },
  ];
  // The variance is 5, and the centroids move by 3, then by 1 and 1.
  checkRun(points, start, steps, { tol: 0.39 });
  checkRun(points, start, steps.slice(0, 3), { tol: 0.4 });
  assert.throws(() => checkRun(points, start, steps, { tol: 0.4 }), { clause: "§4.9" });
  assert.throws(() => checkRun(points, start, steps.slice(0, 3), { tol: 0.39 }), {
    clause: "§4.4",
  });
});
