// deno-lint-ignore-file no-control-regex
import assert from "node:assert/strict";
import { makeFilm, record } from "../../mod.ts";
import type { Input } from "../../src/cli/terminal/input.ts";
import { playback, type PlaybackOptions } from "../../src/cli/terminal/playback.ts";

const trace = record([[0, 0], [0, 1], [9, 9], [9, 7], [4, 5]], { k: 2, seed: 3 });
const { beats, duration } = makeFilm(trace);
const ends = beats.map(({ end }) => end);

/** What is typed and when: a key after a time of nothing else, or a change of the window's size. */
type Happening = string | number | readonly [columns: number, rows: number];

/**
 * Plays with a clock of its own, which goes on while a key is waited for.
 *
 * @returns What was shown, one text for each picture.
 */
async function played(
  happenings: readonly Happening[],
  options: Partial<PlaybackOptions> = {},
): Promise<{ shown: string[]; isOver: boolean; dropped: string[]; sizes: string[] }> {
  const left = [...happenings];
  const shown: string[] = [];
  const sizes: string[] = [];
  const dropped: string[] = [];
  let isOver = false;
  let now = 0;
  const stage = {
    size: { columns: 80, rows: 24 },
    isResized: false,
    write: (text: string) => void shown.push(text),
    [Symbol.dispose]: () => void (isOver = true),
  };
  const input = {
    key: (milliseconds: number) => {
      const next = left.shift();
      if (next === undefined) throw new Error("it goes on");
      if (typeof next === "string") return Promise.resolve(next);
      if (typeof next === "number") {
        assert(milliseconds > 0 && milliseconds <= 1000, `${milliseconds} ms`);
        now += next;
      } else {
        stage.size = { columns: next[0], rows: next[1] };
        stage.isResized = true;
      }
      return Promise.resolve(undefined);
    },
    dropRepeated: (key: string) => void dropped.push(key),
    within: () => Promise.resolve(undefined),
    putBack: () => {},
  } as unknown as Input;
  const { now: clock } = performance;
  performance.now = () => now;
  try {
    await playback(
      input,
      {
        film: ([width, height], hasTexts) => {
          sizes.push(`${width}x${height}${hasTexts ? " with texts" : ""}`);
          return Promise.resolve(makeFilm(trace, { width, height }));
        },
        theme: "light",
        colors: "true",
        graphics: "cells",
        fps: 20,
        ...options,
      },
      () => stage,
    );
  } catch (error) {
    if ((error as Error).message !== "it goes on") throw error;
  } finally {
    performance.now = clock;
  }
  return { shown, isOver, dropped, sizes };
}

/** The times that the status line tells, in seconds. */
const timesOf = (shown: readonly string[]) =>
  shown.flatMap((text) => [...text.matchAll(/ (\d+\.\d)\//g)].map(([, time]) => Number(time)));

const seconds = (milliseconds: number) => Number((milliseconds / 1000).toFixed(1));

Deno.test("A film goes on with the clock", async () => {
  const { shown } = await played([100, 300, 1000, "q"]);
  assert.deepEqual(timesOf(shown), [0, 0.1, 0.4, 1.4]);
});

Deno.test("Space stops the clock, and starts it again", async () => {
  const { shown } = await played([500, " ", 3000, " ", 700, "q"]);
  assert.deepEqual(timesOf(shown), [0, 0.5, 0.5, 0.5, 0.5, 1.2]);
  assert.match(shown[3], /space play/);
  assert.match(shown[5], /space pause/);
});

Deno.test("The arrows step to the ends of beats, and stop the clock there", async () => {
  const { shown } = await played(["\x1b[C", "\x1bOC", 900, "\x1b[C", "\x1b[D", "\x1bOD", "q"]);
  const [first, second, third] = ends.map((end) => seconds(end - 10));
  assert.deepEqual(timesOf(shown), [0, first, second, second, third, second, first]);
  assert.match(shown[2], /space play/);
  // A beat is shown as it ends, and not yet the next.
  assert.match(shown[2], /iteration 0 · start/);
  assert.match(shown[3], /iteration 1 · assign/);
});

Deno.test("A step back from within a beat goes to the end of the one before, at last to the start", async () => {
  const { shown } = await played([ends[0] + 50, "\x1b[D", "\x1b[D", "\x1b[D", "q"]);
  assert.deepEqual(timesOf(shown).slice(1), [ends[0] + 50, ends[0] - 10, 0, 0].map(seconds));
});

Deno.test("A step forward stays at the end", async () => {
  const { shown } = await played([...Array(ends.length + 2).fill("\x1b[C"), "q"]);
  assert.deepEqual(timesOf(shown).slice(-3), Array(3).fill(seconds(duration)));
});

Deno.test("A film is played as often as is wanted, then over", async () => {
  const once = await played([duration - 10, 20], { loop: 1 });
  assert(once.isOver);
  assert.deepEqual(timesOf(once.shown), [0, seconds(duration - 10)]);
  const twice = await played([duration + 100, 200, duration, 50], { loop: 2 });
  assert(twice.isOver);
  assert.deepEqual(timesOf(twice.shown), [0, 0.1, 0.3]);
  const forEver = await played([duration, duration, duration, duration]);
  assert.deepEqual(timesOf(forEver.shown), [0, 0, 0, 0, 0]);
});

Deno.test("One that is paused at its end waits there", async () => {
  const { shown } = await played([duration - 10, " ", "\x1b[C", 5000, "q"], { loop: 1 });
  assert.equal(timesOf(shown).length, 5);
});

Deno.test("A film can begin paused", async () => {
  const { shown } = await played([400, "q"], { isPaused: true });
  assert.deepEqual(timesOf(shown), [0, 0]);
});

for (const key of ["q", "Q", "\x03"]) {
  Deno.test(`It is left by ${JSON.stringify(key)}, once however long that is held`, async () => {
    const { isOver, dropped } = await played([100, key]);
    assert(isOver);
    assert.deepEqual(dropped, [key]);
  });
}

Deno.test("Other keys do nothing", async () => {
  const { shown } = await played([100, "x", "\x1b[A", "q"]);
  assert.deepEqual(timesOf(shown), [0, 0.1, 0.1, 0.1]);
});

Deno.test("The film fills the window but for the line below, and again after a resize", async () => {
  const { shown, sizes } = await played([100, [40, 10], 100, "q"]);
  // A cell is one half block across and two down, each of 3 × 3 pixels.
  assert.deepEqual(sizes, [`${80 * 3}x${23 * 6}`, `${40 * 3}x${9 * 6}`]);
  assert.match(shown[1], /\x1b\[24;1H\x1b\[K/);
  assert.match(shown.at(-1)!, /\x1b\[10;1H\x1b\[K/);
  assert.equal(shown.filter((text) => text.includes("\x1b[2J")).length, 2);
});

Deno.test("A film is no smaller than 16 pixels, in the smallest of windows", async () => {
  const { sizes } = await played([100, [2, 2], 100, "q"]);
  assert.equal(sizes[1], "16x16");
});

Deno.test("Only lines that have changed are written again", async () => {
  const { shown } = await played([" ", 100, "q"]);
  const lines = (text: string) => text.split("▀").length - 1;
  assert(lines(shown[1]) >= 80 * 23);
  assert.equal(lines(shown[2]), 0);
  const moving = (await played([1500, 300, "q"])).shown;
  assert(lines(moving[2]) > 0 && lines(moving[3]) > 0);
  assert(moving[1].startsWith("\x1b[1;1H"));
});

Deno.test("The line below leaves the last column free, where some terminals would wrap", async () => {
  for (const columns of [20, 36, 44, 60, 75, 82]) {
    const { shown } = await played([[columns, 10], 10, "q"]);
    const [, line] = /\x1b\[K(.*)$/.exec(shown.at(-1)!)!;
    assert(line.length > 0 && line.length < columns, line);
  }
});

Deno.test("Without colours a cell has two dots across and four down", async () => {
  const { shown, sizes } = await played(["q"], { colors: "none" });
  assert.deepEqual(sizes, [`${80 * 6}x${23 * 12}`]);
  assert.match(shown[1], /[\u2801-\u28ff]/);
});

Deno.test("The terminal's graphics have the texts too, at the size of its cells", async () => {
  const kitty = await played(["q"], { graphics: "kitty" });
  assert.deepEqual(kitty.sizes, [`${80 * 8}x${23 * 16} with texts`]);
  assert(kitty.shown.some((text) => text.includes("\x1b_Ga=T")));
  const sixel = await played(["q"], { graphics: "sixel" });
  assert(sixel.shown.some((text) => text.includes("\x1bP")));
});

Deno.test("Where nothing else is said, the best is taken that the terminal says it has", async () => {
  const { shown } = await played(["q"], { graphics: undefined });
  assert(shown.some((text) => text.includes("\x1b[c")), "it is asked");
  assert(shown.some((text) => text.includes("▀")), "it says nothing");
  const cells = await played(["q"]);
  assert(!cells.shown.some((text) => text.includes("\x1b[c")), "nothing is to be asked");
});
