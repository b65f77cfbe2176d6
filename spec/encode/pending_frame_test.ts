import assert from "node:assert/strict";
import { LONGEST_DELAY, PendingFrame } from "../../src/encode/pending_frame.ts";

/** What is written of frames with their durations; none where nothing changes. */
function written(...frames: readonly (readonly [frame: string | undefined, duration: number])[]) {
  const out: [string, number][] = [];
  const pending = new PendingFrame<string>((frame, delay) => out.push([frame, delay]), "same");
  for (const [frame, duration] of frames) pending.add(frame, duration);
  pending.write();
  return out;
}

Deno.test("A frame is shown until another comes, as long as all that are equal to it", () => {
  assert.deepEqual(written(["a", 50], [undefined, 50], [undefined, 20], ["b", 10], ["c", 30]), [
    ["a", 120],
    ["b", 10],
    ["c", 30],
  ]);
});

Deno.test("A delay beyond the longest goes on in frames that change nothing", () => {
  assert.deepEqual(written(["a", LONGEST_DELAY]), [["a", LONGEST_DELAY]]);
  assert.deepEqual(written(["a", 2 * LONGEST_DELAY + 10], ["b", 10]), [
    ["a", LONGEST_DELAY],
    ["same", LONGEST_DELAY],
    ["same", 10],
    ["b", 10],
  ]);
});

Deno.test("Nothing is written where nothing was added", () => {
  assert.deepEqual(written(), []);
});
