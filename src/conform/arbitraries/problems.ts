import fc from "npm:fast-check@4.10.2";
import { anyPoints, extremePoints, tamePoints } from "./points.ts";
import { neighbours } from "./values.ts";

/** Points and initial centroids for them. */
export interface Problem {
  points: number[][];
  init: number[][];
}

/** Splits a table into points and initial centroids, some of which are then replaced by points. K may exceed M. */
function split(tables: fc.Arbitrary<number[][]>): fc.Arbitrary<Problem> {
  const places = fc.array(fc.option(fc.nat()), { minLength: 24, maxLength: 24 });
  return fc.tuple(tables, fc.nat(), places).map(([rows, cut, taken]) => {
    const m = 1 + cut % (rows.length - 1);
    const points = rows.slice(0, m);
    const init = rows.slice(m).map((row, k) => {
      const place = taken[k];
      return place === null ? row : [...points[place % m]];
    });
    return { points, init };
  });
}

/** Problems whose initial centroids are all the points. */
function allPoints(tables: fc.Arbitrary<number[][]>): fc.Arbitrary<Problem> {
  return tables.map((points) => ({ points, init: points.map((row) => [...row]) }));
}

/** Problems of ordinary magnitudes. */
export const tameProblem = fc.oneof(
  { weight: 9, arbitrary: split(tamePoints(2)) },
  { weight: 1, arbitrary: allPoints(tamePoints()) },
);

/** Problems whose squares overflow or vanish. */
export const extremeProblem = split(extremePoints(2));

/** All kinds of problems. */
export const anyProblem = fc.oneof(
  { weight: 9, arbitrary: split(anyPoints(2)) },
  { weight: 1, arbitrary: allPoints(anyPoints()) },
);

/**
 * Multiples of 2520, which the numbers 1 to 10 divide: with up to ten points every mean of points
 * is an integer, no step of a run rounds, and equal distances are equal in any order of summing.
 */
export const exactProblem = fc.integer({ min: 1, max: 3 }).chain((columns) => {
  const value = fc.integer({ min: -6, max: 6 }).map((i) => i * 2520);
  const row = fc.array(value, { minLength: columns, maxLength: columns });
  return fc.record({
    points: fc.array(row, { minLength: 1, maxLength: 10 }),
    init: fc.array(row, { minLength: 1, maxLength: 5 }),
  });
});

/**
 * Points so close together that rounding moves centroids as far as a change of labels does. Where one
 * point more lies at 0, with a centroid of its own, no feature is far, and rounded sums are noise.
 */
export const roundingProblem = fc.tuple(neighbours, split(closePoints()), fc.boolean()).map(
  ([at, { points, init }, isWide]) => {
    const more = isWide ? [points[0].map(() => 0)] : [];
    return {
      points: [...points.map((row) => row.map(at)), ...more],
      init: [...init.map((row) => row.map(at)), ...more],
    };
  },
);

function closePoints(): fc.Arbitrary<number[][]> {
  return fc.integer({ min: 1, max: 2 }).chain((columns) =>
    fc.array(fc.array(fc.nat({ max: 7 }), { minLength: columns, maxLength: columns }), {
      minLength: 6,
      maxLength: 18,
    })
  );
}

/** Points, and the number of clusters to draw a start for. */
export const drawnProblem = fc.tuple(anyPoints(), fc.nat()).map(([points, n]) => ({
  points,
  k: 1 + n % points.length,
}));

/** The same, of ordinary magnitudes. */
export const tameDrawnProblem = fc.tuple(tamePoints(), fc.nat()).map(([points, n]) => ({
  points,
  k: 1 + n % points.length,
}));
