import assert from "node:assert/strict";
import fc from "fast-check";
import { Axis, View } from "../../src/internal.ts";
import { inProportion, padded, type Range, rangeOf } from "../../src/film/scene/view.ts";
import { holds } from "../property.ts";

Deno.test("Low values are at the start of an axis, high ones at its end, and pixels lead back to values", () => {
  const axis = new Axis([10, 20], 100, 300);
  assert.deepEqual([10, 15, 20].map((value) => axis.pixel(value)), [100, 200, 300]);
  assert.deepEqual([100, 200, 300].map((pixel) => axis.value(pixel)), [10, 15, 20]);
});

Deno.test("An axis as wide as numbers go gives places and values", () => {
  const axis = new Axis([-1e308, 1e308], 0, 100);
  assert.deepEqual([-1e308, 0, 1e308].map((value) => axis.pixel(value)), [0, 50, 100]);
  assert.deepEqual([0, 50, 75].map((pixel) => axis.value(pixel)), [-1e308, 0, 5e307]);
});

Deno.test("In a view x grows to the right and y upwards", () => {
  const view = new View([10, 20, 110, 220], [[0, 1], [0, 10]]);
  assert.deepEqual([...view.pixels(Float64Array.of(0, 0, 1, 10, 0.5, 2))], [
    10,
    220,
    110,
    20,
    60,
    180,
  ]);
});

Deno.test("A range is from the least to the greatest of x values, or of y values", () => {
  const places = [Float64Array.of(3, 50, 1, 70, 2, 60), Float64Array.of(0, 55)];
  assert.deepEqual(rangeOf(places, 0), [0, 3]);
  assert.deepEqual(rangeOf(places, 1), [50, 70]);
});

Deno.test("A margin is a share of the width, and no range is empty or infinite", () => {
  assert.deepEqual(padded([0, 10], 0.1), [-1, 11]);
  assert.deepEqual(padded([200, 200], 0.1), [199.8, 200.2]);
  const value = fc.double({ noNaN: true, noDefaultInfinity: true });
  holds(fc.tuple(value, value), ([a, b]) => {
    const [low, high] = padded([Math.min(a, b), Math.max(a, b)], 0.06);
    assert(low < high && Number.isFinite(low) && Number.isFinite(high), `${low} to ${high}`);
    assert(low <= Math.min(a, b) && high >= Math.max(a, b));
  });
  for (const value of [0, 5e-324, Number.MAX_VALUE]) {
    const [low, high] = padded([value, value], 0.06);
    assert(low < high && Number.isFinite(low) && Number.isFinite(high), `${value}`);
  }
});

Deno.test("An axis of the least numbers there are tells them apart, and has a margin", () => {
  const least = Number.MIN_VALUE;
  const axis = new Axis([0, 4 * least], 0, 100);
  assert.deepEqual([0, 1, 3, 4].map((i) => axis.pixel(i * least)), [0, 25, 75, 100]);
  assert.deepEqual([0, 25, 75, 100].map((pixel) => axis.value(pixel) / least), [0, 1, 3, 4]);
  assert.deepEqual(padded([least, 3 * least], 0.06), [0, 4 * least]);
});

Deno.test("A view in proportion shows all of its ranges, a unit upwards so many times as long", () => {
  const ranges = [[0, 10], [0, 10]] as const;
  for (const aspect of [0.3, 1, 2, 5]) {
    // The room at the left depends on the ranges, as that of labels does.
    const fit = ([x, y]: readonly [Range, Range]) =>
      new View([10 + Math.min(50, y[1] - y[0]), 0, 640, 400], [x, y]);
    const view = inProportion(fit, ranges, aspect);
    const upwards = view.y.pixel(0) - view.y.pixel(1);
    const right = view.x.pixel(1) - view.x.pixel(0);
    assert(Math.abs(upwards / right - aspect) < 1e-9 * aspect, `${aspect}`);
    for (const { range: [low, high] } of [view.x, view.y]) {
      assert(low <= 0 && high >= 10 && Math.abs(low + high - 10) < 1e-9);
    }
  }
  const fit = (ranges: readonly [Range, Range]) => new View([0, 0, 640, 400], ranges);
  assert.deepEqual(inProportion(fit, ranges, undefined).x.range, [0, 10]);
  const most = Number.MAX_VALUE;
  assert(Number.isFinite(inProportion(fit, [[-most, most], [0, 1]], 1e3).y.pixel(0.5)));
});
