import assert from "node:assert/strict";
import { box, findBox, fullBox } from "../../src/encode/mp4/boxes.ts";

Deno.test("A box is its length, its name and what is in it", () => {
  assert.deepEqual([...box("free", [7], "a")], [0, 0, 0, 10, 0x66, 0x72, 0x65, 0x65, 7, 0x61]);
  assert.deepEqual([...box("©too")].slice(4), [0xa9, 0x74, 0x6f, 0x6f]);
  assert.deepEqual([...fullBox("stss", 3)].slice(8), [0, 0, 0, 3]);
});

Deno.test("A box is found by the names around it, empty and last ones too", () => {
  const bytes = box("moov", box("trak", [1]), box("udta", box("meta", [2]), box("free")));
  assert.deepEqual([...findBox(bytes, "moov", "udta", "meta")!], [2]);
  assert.deepEqual([...findBox(bytes, "moov", "udta", "free")!], []);
  assert.equal(findBox(bytes, "moov", "meta"), undefined);
});

Deno.test("A box that says it is shorter than its own head ends the search", () => {
  assert.equal(
    findBox(Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 8, 2, 2, 2, 2), "x"),
    undefined,
  );
});
