import assert from "node:assert/strict";
import { TimeSlice } from "../../src/cli/serve/time_slice.ts";

/** Whether others had their turn while something went on. */
async function givesWay(slice: TimeSlice, now?: boolean): Promise<boolean> {
  let hadTurn = false;
  const other = setTimeout(() => hadTurn = true);
  await slice.giveWay(now);
  clearTimeout(other);
  return hadTurn;
}

Deno.test("Work goes on until its slice of time is over, then others have their turn", async () => {
  const { signal } = new AbortController();
  assert.equal(await givesWay(new TimeSlice(signal, Infinity)), false);
  assert.equal(await givesWay(new TimeSlice(signal, -1)), true);
});

Deno.test("Others have their turn at any time where the work asks for it", async () => {
  const { signal } = new AbortController();
  assert.equal(await givesWay(new TimeSlice(signal, Infinity), true), true);
});

Deno.test("A slice is short enough that others hardly wait", () => {
  const { signal } = new AbortController();
  const { length } = new TimeSlice(signal);
  assert(length >= 10 && length <= 50, `${length} ms`);
});

Deno.test("After others have had their turn a new slice begins", async () => {
  const { signal } = new AbortController();
  let now = 0;
  const { now: clock } = performance;
  performance.now = () => now;
  try {
    const slice = new TimeSlice(signal, 20);
    now = 21;
    assert.equal(await givesWay(slice), true);
    assert.equal(await givesWay(slice), false);
    now = 41;
    assert.equal(await givesWay(slice), false);
    now = 42;
    assert.equal(await givesWay(slice), true);
  } finally {
    performance.now = clock;
  }
});

Deno.test("Work for a client that has gone is given up, at the latest when its slice is over", async () => {
  const controller = new AbortController();
  const slice = new TimeSlice(controller.signal, Infinity);
  await slice.giveWay();
  controller.abort(new Error("gone"));
  await assert.rejects(slice.giveWay(), /gone/);
  await assert.rejects(slice.giveWay(true), /gone/);
});
