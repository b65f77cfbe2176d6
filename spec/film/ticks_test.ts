import assert from "node:assert/strict";
import fc from "fast-check";
import { ticksOf, tickTexts } from "../../src/film/marks/ticks.ts";
import { holds } from "../property.ts";

Deno.test("Ticks are multiples of 1, 2, 2.5 or 5 times a power of ten", () => {
  assert.deepEqual(ticksOf([0, 10], 5), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(ticksOf([0, 10], 4), [0, 2.5, 5, 7.5, 10]);
  assert.deepEqual(ticksOf([-0.3, 0.32], 7), [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  assert.deepEqual(ticksOf([3, 97], 2), [50]);
  assert.deepEqual(ticksOf([1e5, 3e5], 2), [1e5, 2e5, 3e5]);
});

Deno.test("Ticks lie within the range, as many as there may be at most, and evenly", () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  holds(fc.tuple(value, value, fc.integer({ min: 1, max: 9 })), ([a, b, bins]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    fc.pre(high - low > 1e-6);
    const ticks = ticksOf([low, high], bins);
    const slack = 1e-8 * (high - low) + 1e-6 * Math.max(Math.abs(low), Math.abs(high)) * 1e-5;
    assert(ticks.length <= bins + 1);
    assert(ticks.every((tick) => tick >= low - slack && tick <= high + slack));
    const steps = ticks.slice(1).map((tick, i) => tick - ticks[i]);
    for (const step of steps) assert(Math.abs(step - steps[0]) <= 1e-6 * steps[0]);
  });
});

Deno.test("The ends of a range are ticks where rounding would lose them", () => {
  assert.deepEqual(ticksOf([0.1, 0.7], 6), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  assert.deepEqual(ticksOf([-0.7, -0.1], 6), [-0.7, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1]);
});

Deno.test("A range that is empty, infinite or too narrow for numbers has no ticks", () => {
  for (const range of [[1, 1], [0, Infinity], [NaN, 1], [2, 1]] as const) {
    assert.deepEqual(ticksOf(range, 5), [], `${range}`);
  }
  assert(ticksOf([1e300, 1e300 * (1 + 2 ** -52)], 9).length <= 10);
});

Deno.test("A range as wide as numbers go has ticks", () => {
  assert.deepEqual(ticksOf([-1.7e308, 1.7e308], 4), [-1e308, 0, 1e308]);
});

Deno.test("Ticks as text have the same number of decimals and a minus sign", () => {
  assert.deepEqual(tickTexts([-2.5, 0, 2.5]), ["−2.5", "0.0", "2.5"]);
  assert.deepEqual(tickTexts([0, 5, 10]), ["0", "5", "10"]);
  assert.deepEqual(tickTexts([]), []);
});

Deno.test("Large and small ticks as text have exponents, 0 has none", () => {
  assert.deepEqual(tickTexts([0, 500_000, 1_000_000]), ["0", "5e5", "1e6"]);
  assert.deepEqual(tickTexts([0, 250_000, 500_000]), ["0", "250000", "500000"]);
  assert.deepEqual(tickTexts([-2e-5, 0, 2e-5]), ["−2e−5", "0", "2e−5"]);
  assert.deepEqual(tickTexts([0, 0.0001]), ["0.0000", "0.0001"]);
});

Deno.test("Where round numbers are beyond what numbers can be there are no ticks, and all are finite", () => {
  for (const bins of [1, 2, 3, 5, 9]) {
    for (const value of [5e-324, 1e-323, 1e-310, 1e307, 1e308, 1.5e308, Number.MAX_VALUE]) {
      for (const range of [[-value, value], [0, value], [value / 2, value]] as const) {
        const ticks = ticksOf(range, bins);
        assert(ticks.length <= bins + 1 && ticks.every(Number.isFinite), `${range}: ${ticks}`);
      }
    }
  }
  assert.deepEqual(ticksOf([0, 1.5e308], 1), []);
  assert.deepEqual(ticksOf([0, 5e-324], 1), []);
});
