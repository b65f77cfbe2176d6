import assert from "node:assert/strict";
import fc from "fast-check";
import { type Line, Track } from "../../src/internal.ts";
import { simplified } from "../../src/film/marks/simplify.ts";
import { valueAt } from "../../src/film/scene/track.ts";
import { holds } from "../property.ts";

const mix = (from: Line, to: Line, share: number): Line => {
  const at = (i: number) => from[i] + (to[i] - from[i]) * share;
  return [at(0), at(1), at(2), at(3)];
};
const keysOf = (line: Line | Track<Line>) => line instanceof Track ? line.keys.length : 1;
const isThere = ([x1, y1, x2, y2]: Line) => x1 !== x2 || y1 !== y2;

Deno.test("A line that moves evenly takes two keyframes, one that stands still none", () => {
  const moving = Array.from({ length: 20 }, (_, i) => ({
    time: 50 * i,
    line: [i, 2 * i, 100 + i, 200] as const,
  }));
  assert.equal(keysOf(simplified(moving)), 2);
  const standing = moving.map(({ time }) => ({ time, line: [1, 2, 3, 4] as const }));
  assert.deepEqual(simplified(standing), [1, 2, 3, 4]);
});

Deno.test("A line is within 1.4 pixels and 15% of its move of where it is known to be", () => {
  const coordinate = fc.integer({ min: 0, max: 600 });
  const lines = fc.array(fc.tuple(coordinate, coordinate), {
    minLength: 2,
    maxLength: 30,
    size: "max",
  });
  holds(lines, (places) => {
    const samples = places.map(([x, y], i) => (
      { time: 50 * i, line: [x, y, x + 700, y + 700] as const }
    ));
    const track = simplified(samples);
    const keys = track instanceof Track ? track.keys : [{ time: 0, value: track }];
    for (const { time, line } of samples) {
      const after = keys.find((key) => key.time >= time) ?? keys[keys.length - 1];
      const before = keys.findLast((key) => key.time <= time)!;
      const move = Math.max(...line.map((_, i) => Math.abs(before.value[i] - after.value[i])));
      valueAt(track, time, mix).forEach((pixel, i) =>
        assert(Math.abs(pixel - line[i]) <= 1.4 + 0.15 * move + 1e-9)
      );
    }
  });
});

Deno.test("A line whose ends change places stays the same line", () => {
  const track = simplified([
    { time: 0, line: [0, 0, 100, 0] },
    { time: 50, line: [100, 1, 0, 1] },
  ]);
  assert.deepEqual(valueAt(track, 50, mix), [0, 0, 100, 0].map((x, i) => i % 2 ? 1 : x));
  const [x1, , x2] = valueAt(track, 25, mix);
  assert.equal(x2 - x1, 100);
});

Deno.test("A line is not there before it is first known, unless that is at the start, and not after it is gone", () => {
  const line: Line = [0, 0, 100, 0];
  const track = simplified([
    { time: 0 },
    { time: 100, line },
    { time: 200, line },
    { time: 300 },
    { time: 400, line: [0, 50, 100, 50] },
  ]);
  const there = [0, 99, 100, 299, 300, 399, 400, 999].map((time) =>
    isThere(valueAt(track, time, mix))
  );
  assert.deepEqual(there, [false, false, true, true, false, false, true, true]);
  assert.deepEqual(valueAt(track, 250, mix), line);
});
