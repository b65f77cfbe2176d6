import assert from "node:assert/strict";
import fc from "fast-check";
import { Polyline, Segments, Stamps } from "../../src/internal.ts";
import { round, short, wholePath } from "../../src/film/scene/geometry.ts";
import { holds } from "../property.ts";

/** The places that path data of dots moves to, in its order. */
function placesIn(path: string): string[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mm])(-?[\d.]+?)(?: |(?=-))(-?[\d.]+)h\.1/g)].map(
    ([, command, right, down]) => {
      [x, y] = command === "M"
        ? [Number(right), Number(down)]
        : [x + 0.1 + Number(right), y + Number(down)];
      return `${round(x)} ${round(y)}`;
    },
  );
}

Deno.test("Dots as one path are all of the dots, each where it is to a tenth of a pixel", () => {
  const pixel = fc.integer({ min: -5000, max: 400_000 }).map((hundredths) => hundredths / 100);
  const places = fc.array(fc.tuple(pixel, pixel), { minLength: 1, maxLength: 300, size: "max" });
  holds(places, (places) => {
    const path = wholePath(new Stamps(Float64Array.from(places.flat())));
    const expected = places.map(([x, y]) => `${round(x)} ${round(y)}`);
    assert.deepEqual(placesIn(path).toSorted(), expected.toSorted());
  }, 100);
});

Deno.test("Dots as one path follow their neighbours: the path is less than half as long as dot by dot", () => {
  const random = Array.from(
    { length: 2000 },
    (_, i) => [(i * 7919) % 1999 / 3.1, (i * 104729) % 1867 / 3.9],
  );
  const stamps = new Stamps(Float64Array.from(random.flat()));
  const path = wholePath(stamps);
  const steps = placesIn(path).map((place) => place.split(" ").map(Number));
  const far = steps.slice(1).filter(([x, y], i) =>
    Math.hypot(x - steps[i][0], y - steps[i][1]) > 60
  );
  assert(far.length < 20, `${far.length} long steps`);
  assert(path.length < stamps.length * 12, `${path.length / stamps.length} characters a dot`);
});

Deno.test("The path of dots has no more separators than it needs", () => {
  assert.equal(
    wholePath(new Stamps(Float64Array.of(5, 9, 3, 0.5, 8, 10))),
    "M3 .5h.1m4.9 9.5h.1m-3.1-1h.1",
  );
});

Deno.test("Stamps other than dots are drawn one by one, each from its place", () => {
  const stamps = new Stamps(Float64Array.of(1, 2, 3.14159, -0.04), "m-1-1l2 2", 1.5);
  assert.equal(wholePath(stamps), "M1 2m-1-1l2 2M3.1 0m-1-1l2 2");
  assert.deepEqual(stamps.box(0), [-0.5, 0.5, 2.5, 3.5]);
  assert.equal(stamps.length, 2);
});

Deno.test("A segment has its own box, whichever way it goes, and its own decimals", () => {
  const segments = new Segments(Float64Array.of(9, 1.26, 2, 8, 0, 5, 4, 3), 1);
  assert.deepEqual([segments.box(0), segments.box(1)], [[2, 1.26, 9, 8], [0, 3, 4, 5]]);
  assert.equal(segments.path(0), "M9 1.3L2 8");
  assert.equal(new Segments(Float64Array.of(9, 1.26, 2, 8), 0).path(0), "M9 1L2 8");
});

Deno.test("A line through points leaves out those that are where the one before is", () => {
  const line = new Polyline([1, 2, 1, 2, 5, 0, 5, 0]);
  assert.equal(line.path(), "M1 2L5 0");
  assert.deepEqual(line.box(), [1, 0, 5, 2]);
});

Deno.test("Numbers are rounded to tenths, and never to −0", () => {
  assert.equal(round(1.25), 1.3);
  assert.equal(round(-1.26), -1.3);
  assert.equal(round(1.257, 2), 1.26);
  assert(Object.is(round(-0.04), 0));
});

Deno.test("Short numbers have no zero before the decimal point, whatever their sign", () => {
  assert.deepEqual([0, 0.5, -0.5, 10.5, -20].map(short), ["0", ".5", "-.5", "10.5", "-20"]);
});
