import assert from "node:assert/strict";
import fc from "fast-check";
import { codeLengths } from "../../src/svg/prefix_code.ts";
import { zlib } from "../../src/svg/zlib.ts";

async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream("deflate"));
  return await new Response(stream).bytes();
}

Deno.test("What is compressed can be read again: runs of any length, any bytes", async () => {
  const runs = fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 700 })), { minLength: 1 });
  const isRead = fc.asyncProperty(runs, async (runs) => {
    const bytes = Uint8Array.from(runs.flatMap(([byte, length]) => Array(length).fill(byte)));
    assert.deepEqual(await inflated(zlib(bytes)), bytes);
  });
  await fc.assert(isRead, { seed: 1982 });
});

Deno.test("However rare a symbol is, its code is not too long, and no code begins another", () => {
  const counts = [1, 1];
  while (counts.length < 40) counts.push(counts.at(-1)! + counts.at(-2)!);
  const lengths = [...codeLengths([0, ...counts])];
  assert.equal(lengths.shift(), 0);
  assert.equal(Math.max(...lengths), 15);
  assert.equal(lengths.reduce((sum, length) => sum + 2 ** -length, 0), 1);
});

Deno.test("A picture of one colour is next to nothing", () => {
  assert(zlib(new Uint8Array(640 * 480)).length < 500);
});
