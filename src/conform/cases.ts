import fc from "npm:fast-check@4.10.2";
import { tameProblem } from "./arbitraries/problems.ts";
import { exactProblem } from "./arbitraries/problems.ts";
import { lattice, ordinary } from "./arbitraries/values.ts";
import type { ClauseId } from "./clauses.ts";
import type { Request } from "./protocol.ts";

/** A request, and the clause by which it must be refused where it is invalid. */
export interface Case {
  readonly request: Request;
  readonly refusedBy?: ClauseId;
}

/** A kind of generated cases. */
export interface Kind {
  readonly name: string;
  readonly arbitrary: fc.Arbitrary<Case>;
  /** Its share of all cases, relative to the other weights. */
  readonly weight: number;
}

const valid = (problem: fc.Arbitrary<{ points: number[][]; init: number[][] }>) =>
  problem.map(({ points, init }): Case => ({ request: { points, centroids: init } }));

/** Between `least` and `most` rows of this many columns. */
function rows(columns: number, least: number, most: number, value = ordinary) {
  const row = fc.array(value, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: least, maxLength: most });
}

function problem(columns: number, m: [number, number], k: [number, number], value = ordinary) {
  return fc.record({ points: rows(columns, ...m, value), init: rows(columns, ...k, value) });
}

/** Small exact points and centroids, every value changed by a function. */
function changed(change: (value: number) => number) {
  return fc.integer({ min: 1, max: 3 }).chain((columns) =>
    problem(columns, [1, 16], [1, 4], lattice)
  ).map(({ points, init }) => ({
    points: points.map((row) => row.map(change)),
    init: init.map((row) => row.map(change)),
  }));
}

/** Centroids far away from every point: clusters that are empty from the start. */
const emptyClusters = fc.record({
  points: rows(2, 2, 12, lattice),
  init: fc.tuple(rows(2, 1, 3, lattice), rows(2, 1, 2, lattice), fc.boolean()).map(
    ([near, far, first]) => {
      const away = far.map((row) => row.map((value) => value + 1000));
      return first ? [...away, ...near] : [...near, ...away];
    },
  ),
});

/** Points of which one row has a number too many or too few. */
const ragged = fc.tuple(problem(2, [2, 5], [1, 3]), fc.boolean(), fc.nat()).map(
  ([{ points, init }, more, at]): Case => {
    const uneven = points.map((row, i) =>
      i !== 1 + at % (points.length - 1) ? row : more ? [...row, 1] : row.slice(1)
    );
    return { request: { points: uneven, centroids: init }, refusedBy: "§1.3" };
  },
);

const mismatch = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .filter(([a, b]) => a !== b)
  .chain(([a, b]) => fc.record({ points: rows(a, 1, 5), centroids: rows(b, 1, 3) }))
  .map((request): Case => ({ request, refusedBy: "§1.2" }));

/** The kinds of cases that programs are asked after the fixed vectors. */
export const kinds: readonly Kind[] = [
  { name: "ties", weight: 6, arbitrary: valid(exactProblem) },
  { name: "all kinds", weight: 8, arbitrary: valid(tameProblem) },
  { name: "empty clusters", weight: 3, arbitrary: valid(emptyClusters) },
  { name: "one feature", weight: 2, arbitrary: valid(problem(1, [1, 20], [1, 5])) },
  { name: "many features", weight: 1, arbitrary: valid(problem(30, [2, 8], [1, 4])) },
  { name: "one cluster", weight: 1, arbitrary: valid(problem(3, [1, 12], [1, 1])) },
  { name: "huge", weight: 1, arbitrary: valid(changed((value) => value * 2 ** 300)) },
  { name: "tiny", weight: 1, arbitrary: valid(changed((value) => value * 2 ** -300)) },
  { name: "far from the origin", weight: 1, arbitrary: valid(changed((value) => value + 1e6)) },
  { name: "above 2^53", weight: 1, arbitrary: valid(changed((value) => value * 2 ** 60)) },
  { name: "unlike features", weight: 1, arbitrary: mismatch },
  { name: "ragged rows", weight: 1, arbitrary: ragged },
];

/** Points with weights, of which one counts at the least. */
function weighted(weight: fc.Arbitrary<number>): fc.Arbitrary<Case> {
  const weights = fc.array(weight, { minLength: 24, maxLength: 24 });
  return fc.tuple(exactProblem, weights).map(([{ points, init }, all]) => ({
    request: { points, centroids: init, weights: points.map((_, i) => i === 0 ? 1 : all[i]) },
  }));
}

/** The kinds of cases for programs that take weights. */
export const weightedKinds: readonly Kind[] = [
  { name: "whole weights", weight: 4, arbitrary: weighted(fc.integer({ min: 1, max: 5 })) },
  { name: "fractions", weight: 4, arbitrary: weighted(fc.constantFrom(0.25, 0.5, 0.7, 3.3)) },
  { name: "weights of 0", weight: 4, arbitrary: weighted(fc.constantFrom(0, 0, 1, 2.5)) },
];
