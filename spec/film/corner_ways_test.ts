import assert from "node:assert/strict";
import fc from "fast-check";
import type { Point } from "../../src/internal.ts";
import { CornerWays } from "../../src/film/marks/corner_ways.ts";
import { lineTrack, moveOf } from "../../src/film/marks/line_track.ts";
import { Track } from "../../src/film/scene/track.ts";
import { holds } from "../property.ts";

const ALONE = "0 1 2";

/** The moments of a move in which corners are where they are said to be, if they are there. */
const momentsOf = (places: readonly (Point | undefined)[], name = ALONE) =>
  places.map((place, i) => ({
    time: 100 + 50 * i,
    share: i / Math.max(1, places.length - 1),
    corners: new Map(place ? [[name, place]] : []),
    lines: new Map<string, readonly [string, string]>(),
  }));

Deno.test("A corner is drawn within 0.7 pixels of where it is, and exactly at its first and last place", () => {
  const pixel = fc.integer({ min: 0, max: 6000 }).map((tenths) => tenths / 10);
  const places = fc.array(fc.tuple(pixel, pixel), { minLength: 1, maxLength: 30, size: "max" });
  const near = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })),
    { minLength: 1, maxLength: 30, size: "max" },
  ).map((all) => all.map(([x, y], i) => [10 * i + x / 10, y / 10] as [number, number]));
  holds(fc.oneof(places, near), (places) => {
    const ways = new CornerWays(momentsOf(places));
    places.forEach(([x, y], i) => {
      const [drawnX, drawnY] = ways.place(ALONE, i);
      const isEnd = i === 0 || i === places.length - 1;
      assert(Math.hypot(drawnX - x, drawnY - y) <= (isEnd ? 0 : 0.7 + 0.08) + 1e-9);
      if (isEnd) assert(ways.hasKey(ALONE, i));
    });
  });
});

Deno.test("A corner that moves evenly has a key where it begins and where it ends, and no others", () => {
  const ways = new CornerWays(
    momentsOf(Array.from({ length: 20 }, (_, i) => [30 * i, 7 * i] as const)),
  );
  const keys = Array.from({ length: 20 }, (_, i) => ways.hasKey(ALONE, i));
  assert.deepEqual(keys, keys.map((_, i) => i === 0 || i === 19));
});

Deno.test("A corner that comes again has a way of its own each time", () => {
  const ways = new CornerWays(momentsOf([[1, 1], [2, 2], undefined, undefined, [90, 9], [80, 8]]));
  assert.deepEqual([0, 1, 4, 5].map((i) => ways.hasKey(ALONE, i)), [true, true, true, true]);
  assert.deepEqual(ways.place(ALONE, 4), [90, 9]);
});

/** A move in which two corners are at some places, and the line between clusters 0 and 1 too. */
function moveAlong(places: readonly (readonly [Point, Point] | undefined)[], from = 100) {
  const [first, last] = ["0 1 2", "0 1 top"];
  return moveOf(places.map((ends, i) => ({
    time: from + 50 * i,
    share: i / Math.max(1, places.length - 1),
    corners: new Map<string, Point>(ends ? [[first, ends[0]], [last, ends[1]]] : []),
    // Named the other way round in every other moment.
    lines: new Map(
      ends ? [["0 1", i % 2 ? [last, first] as const : [first, last] as const]] : [],
    ),
  })));
}

Deno.test("A line that stands still has no keys, one that moves evenly three", () => {
  const still = [[[1, 2], [3, 4]]] as const;
  assert.deepEqual(lineTrack("0 1", [moveAlong(still)]), [1, 2, 3, 4]);
  const moving = Array.from({ length: 9 }, (_, i) => [[i, 0], [100 + i, 50]] as const);
  const track = lineTrack("0 1", [moveAlong([moving[0]]), moveAlong(moving, 500)]);
  assert(track instanceof Track);
  assert.deepEqual(track.keys, [
    { time: 0, value: [0, 0, 100, 50], ease: "jump" },
    { time: 500, value: [0, 0, 100, 50], ease: "jump" },
    { time: 900, value: [8, 0, 108, 50], ease: "glide" },
  ]);
});

Deno.test("A line has no length before it comes and after it has gone, and comes where it grows", () => {
  const track = lineTrack("0 1", [
    moveAlong([undefined]),
    moveAlong([
      undefined,
      undefined,
      [[10, 10], [12, 10]],
      [[5, 10], [20, 10]],
      undefined,
      undefined,
    ], 500),
  ]);
  assert(track instanceof Track);
  const told = track.keys.map(({ time, value, ease }) => [time, value, ease === "jump"]);
  assert.deepEqual(told, [
    [0, [0, 0, 0, 0], true],
    [550, [11, 10, 11, 10], true],
    [600, [10, 10, 12, 10], false],
    [650, [5, 10, 20, 10], false],
    [700, [12.5, 10, 12.5, 10], false],
  ]);
});

Deno.test("A line that is gone at the start of a move goes at once", () => {
  const track = lineTrack("0 1", [moveAlong([[[0, 0], [10, 0]]]), moveAlong([undefined], 500)]);
  assert(track instanceof Track);
  assert.deepEqual(track.keys.slice(1), [{ time: 500, value: [5, 0, 5, 0], ease: "jump" }]);
});
