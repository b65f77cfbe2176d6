import fc from "fast-check";

/** Finite numbers of one magnitude, from the smallest to the largest that there are. */
const ofMagnitude = fc.constantFrom(5e-324, 1e-300, 1e-9, 1, 1e9, 1e15, 1e200, 1e300).chain((
  unit,
) => fc.integer({ min: -100, max: 100 }).map((value) => value * unit));

/** Finite numbers of any magnitude. */
const any = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Numbers close together, far from 0. */
const farAway = fc.constantFrom(2 ** 40, 2 ** 53, 1.7e18, 1e100).chain((offset) =>
  fc.integer({ min: -50, max: 50 }).map((value) => offset + value * offset * 2 ** -50)
);

/** Rows of numbers as data never has them, and as it has: `rows` and `columns` at the most. */
export function extremeRows(rows: number, columns: number): fc.Arbitrary<number[][]> {
  const value = fc.constantFrom(
    ofMagnitude,
    farAway,
    any,
    fc.integer({ min: -3, max: 3 }),
    fc.constant(7),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );
  return fc.tuple(value, fc.integer({ min: 1, max: columns })).chain(([value, n]) =>
    fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: 1, maxLength: rows })
  );
}
