import assert from "node:assert/strict";
import fc from "fast-check";
import { finite } from "../../src/conform/arbitraries/values.ts";
import { exactSquaredDistance, numberOf, rounded, UNIT, unitsOf } from "../../src/conform/exact.ts";
import { inertiaOf, isLeftToRounding, isNearer, mean } from "../../src/conform/reference.ts";
import { holds } from "../property.ts";

const same = (a: number, b: number) => assert(a === b, `${a} is not ${b}`);

Deno.test("A float becomes an exact number and the same float again", () => {
  same(Number(unitsOf(2 ** -1074)), 1);
  same(Number(unitsOf(-3 * 2 ** -1070)), -48);
  holds(finite, (value) => same(numberOf(unitsOf(value), UNIT), value), 2000);
});

Deno.test("An exact sum, rounded, is the sum of floats", () => {
  const sums = fc.oneof(
    fc.tuple(finite, finite),
    fc.tuple(
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.double({ min: -9, max: 9, noNaN: true }),
    ),
  );
  holds(sums, ([a, b]) => {
    fc.pre(Number.isFinite(a + b));
    same(numberOf(rounded(unitsOf(a) + unitsOf(b)), UNIT), a + b);
    same(numberOf(unitsOf(a) + unitsOf(b), UNIT), a + b);
  }, 5000);
});

Deno.test("Of two floats that are equally near, the even one is taken", () => {
  for (const [integer, even] of [[2n ** 53n + 1n, 2n ** 53n], [2n ** 53n + 3n, 2n ** 53n + 4n]]) {
    assert.equal(rounded(integer), even);
    assert.equal(rounded(-integer), -even);
    same(numberOf(integer, 0), Number(even));
  }
  same(numberOf((2n ** 53n + 1n << 100n) + 1n, 100), 2 ** 53 + 2);
});

Deno.test("An exact number beyond the largest float is Infinity, one below the smallest 0", () => {
  same(numberOf(exactSquaredDistance([1e300], [-1e300]), 2 * UNIT), Infinity);
  same(numberOf(exactSquaredDistance([1e-300], [0]), 2 * UNIT), 0);
});

Deno.test("An exact squared distance sums the squares over the features", () => {
  same(numberOf(exactSquaredDistance([1, 2, 5], [4, -2, 5]), 2 * UNIT), 25);
});

Deno.test("Nearness is exact where squares underflow or overflow", () => {
  assert(isNearer([0], [1e-200], [2e-200]));
  assert(isNearer([-1.7e308], [1.6e308], [1.7e308]));
  // 3, 4 and 5, 0 are equally far.
  const [a, b] = [[3 * 2 ** 600, 4 * 2 ** 600], [5 * 2 ** 600, 0]];
  assert(!isNearer([0, 0], a, b) && !isNearer([0, 0], b, a));
});

Deno.test("Rounding decides between huge centroids that differ by a few bits, and only there", () => {
  const ulp = 2 ** -52;
  assert(isLeftToRounding([0], [2 ** 600], [-(2 ** 600) * (1 + ulp)]));
  assert(!isLeftToRounding([0], [2 ** 600], [-(2 ** 600) * (1 + 8 * ulp)]));
  // In range, plain arithmetic decides.
  assert(!isLeftToRounding([0], [1], [-1 - ulp]));
  // Copies are equally near in any arithmetic.
  assert(!isLeftToRounding([0], [2 ** 600], [2 ** 600]));
});

Deno.test("Inertia is exact where squares underflow or overflow", () => {
  same(inertiaOf([[2 ** 505], [0]], [[0]], [0, 0]), 2 ** 1010);
  same(inertiaOf([[2 ** -520], [2 ** -520]], [[0]], [0, 0]), 2 ** -1039);
  same(inertiaOf([[1e200]], [[-1e200]], [0]), Infinity);
});

Deno.test("The mean of values whose sum overflows is that of the same values in a smaller unit", () => {
  const value = fc.double({ min: 1, max: 1.9, noNaN: true });
  holds(fc.array(value, { minLength: 2, maxLength: 9 }), (values) => {
    const huge = values.map((value) => [value * 2 ** 1023]);
    const near = [false];
    same(mean(huge, near)[0], mean(values.map((value) => [value]), near)[0] * 2 ** 1023);
  });
});
