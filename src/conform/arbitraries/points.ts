import fc from "npm:fast-check@4.10.2";
import { finite, lattice, magnitude, offset, ordinary } from "./values.ts";

/** A table of at least `least` rows, of 1 to 5 columns. */
function table(value: fc.Arbitrary<number>, least: number): fc.Arbitrary<number[][]> {
  return fc.integer({ min: 1, max: 5 }).chain((columns) =>
    fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
      minLength: least,
      maxLength: 24,
    })
  );
}

function mapValues(
  tables: fc.Arbitrary<number[][]>,
  by: fc.Arbitrary<number>,
  change: (value: number, by: number) => number,
): fc.Arbitrary<number[][]> {
  return fc.tuple(tables, by).map(([rows, b]) => rows.map((row) => row.map((v) => change(v, b))));
}

/** A few rows, repeated many times. */
function duplicates(least: number): fc.Arbitrary<number[][]> {
  return fc.tuple(
    table(lattice, 1),
    fc.array(fc.nat({ max: 3 }), { minLength: least, maxLength: 24 }),
  ).map(([rows, picks]) => picks.map((pick) => [...rows[pick % rows.length]]));
}

/** Rows on one line through the origin. */
function collinear(least: number): fc.Arbitrary<number[][]> {
  return fc.tuple(
    fc.array(lattice, { minLength: 1, maxLength: 4 }),
    fc.array(lattice, { minLength: least, maxLength: 24 }),
  ).map(([direction, places]) => places.map((t) => direction.map((d) => d * t)));
}

/** Small clusters, a million apart. */
function farApart(least: number): fc.Arbitrary<number[][]> {
  return fc.array(fc.tuple(fc.constantFrom(-1e6, 0, 1e6), lattice, lattice), {
    minLength: least,
    maxLength: 24,
  }).map((rows) => rows.map(([centre, x, y]) => [centre + x, centre - y]));
}

/** One row, repeated. */
function allEqual(least: number): fc.Arbitrary<number[][]> {
  return fc.tuple(ordinary, fc.integer({ min: 1, max: 3 }), fc.integer({ min: least, max: 9 }))
    .map(([value, columns, rows]) =>
      Array.from({ length: rows }, () => Array(columns).fill(value))
    );
}

/** More features than points. */
function wide(least: number): fc.Arbitrary<number[][]> {
  return fc.array(fc.array(ordinary, { minLength: 40, maxLength: 40 }), {
    minLength: least,
    maxLength: 6,
  });
}

/** Points of ordinary magnitudes. */
export function tamePoints(least = 1): fc.Arbitrary<number[][]> {
  return fc.oneof(
    { weight: 3, arbitrary: table(lattice, least) },
    { weight: 2, arbitrary: table(ordinary, least) },
    duplicates(least),
    collinear(least),
    farApart(least),
    allEqual(least),
    wide(least),
    mapValues(table(lattice, least), offset, (value, by) => value + by),
  );
}

/** Points of magnitudes whose squares overflow or vanish. */
export function extremePoints(least = 1): fc.Arbitrary<number[][]> {
  return fc.oneof(
    mapValues(table(lattice, least), magnitude, (value, by) => value * by),
    table(finite, least),
    table(fc.tuple(lattice, magnitude).map(([value, by]) => value * by), least),
  );
}

/** All kinds of points. */
export function anyPoints(least = 1): fc.Arbitrary<number[][]> {
  return fc.oneof(
    { weight: 3, arbitrary: tamePoints(least) },
    { weight: 1, arbitrary: extremePoints(least) },
  );
}
