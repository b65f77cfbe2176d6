import assert from "node:assert/strict";
import { abilitiesIn } from "../../src/cli/terminal/graphics.ts";
import { Input } from "../../src/cli/terminal/input.ts";

/** Input that comes in these reads, then its end; and how often it was read. */
function inputOf(...reads: readonly Uint8Array[]) {
  const left = [...reads];
  let count = 0;
  const input = new Input({
    read: () => {
      count++;
      const value = left.shift();
      return Promise.resolve(value ? { value, done: false } : { value: undefined, done: true });
    },
  });
  return { input, count: () => count };
}

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("What was put back is what comes next, before what was there", async () => {
  const { input, count } = inputOf(bytes("c"));
  input.putBack("b");
  input.putBack("a");
  assert.equal(await input.within(1000), "ab");
  assert.equal(count(), 0);
  assert.equal(await input.within(1000), "c");
});

Deno.test("When nothing is typed in time nothing is given, and what comes later is kept", async () => {
  const { promise, resolve } = Promise.withResolvers<{ value: Uint8Array; done: false }>();
  const input = new Input({ read: () => promise });
  assert.equal(await input.within(1), undefined);
  assert.equal(await input.key(1), undefined);
  resolve({ value: bytes("x"), done: false });
  assert.equal(await input.key(1000), "x");
});

Deno.test("After its end input is not read again, and each wait takes its time", async () => {
  const { input, count } = inputOf();
  assert.equal(await input.within(1), undefined);
  const { setTimeout: set } = globalThis;
  const waited: unknown[] = [];
  globalThis.setTimeout = ((done: () => void, time: number) => {
    waited.push(time);
    return set(done, 0);
  }) as unknown as typeof setTimeout;
  try {
    assert.equal(await input.within(50), undefined);
  } finally {
    globalThis.setTimeout = set;
  }
  assert.deepEqual(waited, [50]);
  assert.equal(count(), 1);
});

Deno.test("A character whose bytes come in two reads is one character", async () => {
  const [first, second] = bytes("é");
  const { input } = inputOf(Uint8Array.of(first), Uint8Array.of(second), bytes("\n"));
  assert.equal(await input.line(), "é");
});

Deno.test("A cell of the terminal is as many whole pixels as the window has for it", () => {
  const size = { columns: 80, rows: 24 };
  assert.deepEqual(abilitiesIn("\x1b[4;479;639t", size).cell, [7, 19]);
  assert.deepEqual(abilitiesIn("\x1b[4;0;0t", size).cell, [8, 16]);
});

Deno.test("A terminal that refuses kitty's question has no such graphics", () => {
  const size = { columns: 80, rows: 24 };
  assert.equal(abilitiesIn("\x1b_Gi=31;ENOTSUPPORTED\x1b\\", size).kitty, false);
});
