import assert from "node:assert/strict";
import { statusLine } from "../../src/cli/terminal/status_line.ts";

const film = {
  duration: 4000,
  beats: [
    { kind: "start", iteration: 0, start: 0, end: 1000 },
    { kind: "assign", iteration: 1, start: 1000, end: 2000 },
    { kind: "update", iteration: 1, start: 2000, end: 3000 },
    { kind: "hold", iteration: 1, start: 3000, end: 4000 },
  ],
  figures: [{ inertia: 123.456, changed: 0 }, { inertia: 7, changed: 3 }],
} as const;

const line = (time: number, room = 200, isPaused = false) => statusLine(film, time, isPaused, room);

Deno.test("The line tells iteration, beat, inertia and time, and the keys", () => {
  assert.equal(
    line(0),
    "iteration 0 · start · inertia 123.5 · 0.0/4.0 s · space pause · ← → step · q quit",
  );
  assert.match(line(0, 200, true), /space play/);
});

Deno.test("A beat is over when the next begins, and the last never is", () => {
  assert.match(line(999), /^iteration 0 · start/);
  assert.match(line(1000), /^iteration 1 · assign/);
  assert.match(line(4000), /^iteration 1 · end .* 4\.0\/4\.0 s/);
});

Deno.test("The inertia is that of the centroids that are seen: they stay while points are assigned", () => {
  assert.match(line(1500), /assign · inertia 123\.5/);
  assert.match(line(2500), /update · inertia 7 /);
  assert.doesNotMatch(statusLine({ ...film, figures: undefined }, 0, false, 200), /inertia/);
});

Deno.test("With less room the least important parts are left out, and never more than there is", () => {
  const lines = Array.from({ length: 90 }, (_, room) => line(1500, room));
  lines.forEach((text, room) => assert(text.length <= room, `${text.length} > ${room}`));
  assert.deepEqual([...new Set(lines)].slice(-8), [
    "iteration 1",
    "iteration 1 · q quit",
    "iteration 1 · assign · q quit",
    "iteration 1 · space pause · ← → · q",
    "iteration 1 · assign · space pause · ← → · q",
    "iteration 1 · assign · 1.5/4.0 s · space pause · ← → · q",
    "iteration 1 · assign · inertia 123.5 · 1.5/4.0 s · space pause · ← → · q",
    "iteration 1 · assign · inertia 123.5 · 1.5/4.0 s · space pause · ← → step · q quit",
  ]);
  assert.equal(line(1500, line(1500).length), line(1500), "a line that fits just so is taken");
  assert.equal(line(0, 4), "iter");
  assert.equal(line(0, 0), "");
  assert.equal(line(0, -1), "");
});
