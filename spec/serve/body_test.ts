import assert from "node:assert/strict";
import { type BodyError, bodyOf } from "../../src/cli/serve/body.ts";

const address = "http://127.0.0.1:8000/kmeans.svg";
const megabyte = new Uint8Array(2 ** 20);

/** A request whose body comes in pieces, and breaks off or never ends where that is wanted. */
function sending(pieces: number, end: "whole" | "broken" | "never" = "whole", headers = {}) {
  let sent = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent++ < pieces) controller.enqueue(megabyte);
      else if (end === "whole") controller.close();
      else if (end === "broken") controller.error(new Error("gone"));
      else return new Promise(() => {});
    },
    cancel: () => {
      isCancelled = true;
    },
  }, { highWaterMark: 0 });
  const request = new Request(address, { method: "POST", body, headers });
  return { request, sent: () => sent, isCancelled: () => isCancelled };
}

const withStatus = (status: number) => (error: BodyError) => error.status === status;

Deno.test("A body is read whole, up to 8 MB", async () => {
  const request = new Request(address, { method: "POST", body: "x,y\n1,2\n" });
  assert.equal(new TextDecoder().decode(await bodyOf(request)), "x,y\n1,2\n");
  assert.equal((await bodyOf(sending(8).request)).length, 8 * 2 ** 20);
  assert.equal((await bodyOf(new Request(address, { method: "POST" }))).length, 0);
});

Deno.test("A body of more than 8 MB is given up as soon as it is", async () => {
  const { request, sent, isCancelled } = sending(1000);
  await assert.rejects(bodyOf(request), (error: BodyError) => {
    assert.equal(error.status, 413);
    assert.equal(error.message, "more than 8 MB were sent: send less, such as a sample");
    return true;
  });
  assert.equal(sent(), 9);
  assert(isCancelled());
});

Deno.test("A body that is announced as too large is not read at all", async () => {
  const { request, sent } = sending(1, "whole", { "content-length": String(8 * 2 ** 20 + 1) });
  await assert.rejects(bodyOf(request), withStatus(413));
  assert.equal(sent(), 0);
  const { request: just } = sending(1, "whole", { "content-length": String(8 * 2 ** 20) });
  assert.equal((await bodyOf(just)).length, 2 ** 20);
});

Deno.test("A client has a quarter of a minute to send a body, and no clock goes on after it", async () => {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const [clocks, times] = [new Set<unknown>(), [] as unknown[]];
  globalThis.setTimeout = ((_: unknown, time: unknown) => {
    clocks.add(times.push(time));
    return times.length;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = (clock) => void clocks.delete(clock);
  try {
    await bodyOf(new Request(address, { method: "POST", body: "x" }));
    await assert.rejects(bodyOf(sending(1, "broken").request));
  } finally {
    [globalThis.setTimeout, globalThis.clearTimeout] = [set, clear];
  }
  assert.deepEqual(times, [15_000, 15_000]);
  assert.equal(clocks.size, 0);
});

Deno.test("A body that breaks off is told from one that comes too slowly", async () => {
  await assert.rejects(bodyOf(sending(1, "broken").request), withStatus(400));
  const { request, isCancelled } = sending(1, "never");
  await assert.rejects(bodyOf(request, 10), withStatus(408));
  assert(isCancelled());
});
