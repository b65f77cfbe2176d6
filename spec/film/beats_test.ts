import assert from "node:assert/strict";
import fc from "fast-check";
import { type Beat, beatsOf } from "../../src/film/scene/beats.ts";
import { holds } from "../property.ts";

/** How much happens in each of up to 500 iterations. */
const activities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 500,
  size: "max",
});

const lengthOf = ({ start, end }: Beat) => end - start;
const endOf = (beats: readonly Beat[]) => beats[beats.length - 1].end;

Deno.test("The activities tried are those of up to 500 iterations", () => {
  const lengths = fc.sample(activities, { seed: 1982, numRuns: 100 }).map(({ length }) => length);
  assert(Math.min(...lengths) < 50);
  assert(Math.max(...lengths) > 450);
});

Deno.test("Beats follow one another without a gap, at multiples of 10 ms", () => {
  holds(activities, (activity) => {
    const beats = beatsOf(activity, {});
    assert.equal(beats[0].start, 0);
    beats.slice(1).forEach(({ start }, i) => assert.equal(start, beats[i].end));
    assert(beats.every(({ start, end }) => start % 10 === 0 && end >= start));
    assert.deepEqual(
      beats.map(({ kind, iteration }) => `${kind} ${iteration}`),
      [
        "start 0",
        ...activity.flatMap((_, i) => [`assign ${i + 1}`, `update ${i + 1}`]),
        `hold ${activity.length}`,
      ],
    );
  }, 100);
});

Deno.test("A run of up to 500 iterations is told within 15 s", () => {
  holds(activities, (activity) => assert(endOf(beatsOf(activity, {})) <= 15_000), 100);
});

Deno.test("A run of many iterations takes all of the 15 s, however long its start", () => {
  const activity = new Array(500).fill(1);
  assert.equal(endOf(beatsOf(activity, {})), 15_000);
  assert.equal(endOf(beatsOf(activity, { start: 4000 })), 15_000);
  assert.equal(endOf(beatsOf(activity, { hold: 500 })), 15_000);
});

Deno.test("A hold longer than usual comes on top of the 15 s", () => {
  assert.equal(endOf(beatsOf(new Array(500).fill(1), { hold: 10_000 })), 22_500);
});

Deno.test("A start lasts 1 s, a lively iteration 1 s, a calm one 0.3 s, and the end is held 2.5 s", () => {
  assert.deepEqual(beatsOf([1, 0], {}), [
    { kind: "start", iteration: 0, start: 0, end: 1000 },
    { kind: "assign", iteration: 1, start: 1000, end: 1600 },
    { kind: "update", iteration: 1, start: 1600, end: 2000 },
    { kind: "assign", iteration: 2, start: 2000, end: 2200 },
    { kind: "update", iteration: 2, start: 2200, end: 2300 },
    { kind: "hold", iteration: 2, start: 2300, end: 4800 },
  ]);
});

Deno.test("An interval and a hold that are asked for are kept, however many iterations there are", () => {
  holds(fc.tuple(activities, fc.integer({ min: 2, max: 200 })), ([activity, tens]) => {
    const interval = tens * 10;
    const beats = beatsOf(activity, { interval, hold: 70 });
    assert.equal(lengthOf(beats[beats.length - 1]), 70);
    assert.equal(beats[beats.length - 1].start - beats[1].start, interval * activity.length);
  }, 100);
});

Deno.test("Beats begin at multiples of 50 ms, unless an interval is asked for", () => {
  const activity = [1, 0.3, 0.2, 0.1];
  assert(beatsOf(activity, {}).every(({ start }) => start % 50 === 0));
  assert(beatsOf(activity, { interval: 30 }).some(({ start }) => start % 50 !== 0));
});

Deno.test("At twice the speed all but the hold takes half the time", () => {
  const [slow, fast] = [1, 2].map((speed) => beatsOf([1, 1], { interval: 800, speed }));
  assert.deepEqual(fast.map(lengthOf), [
    ...slow.slice(0, -1).map((beat) => lengthOf(beat) / 2),
    2500,
  ]);
});
