import assert from "node:assert/strict";
import { base64 } from "../../src/bytes/base64.ts";
import { joined, joinedAll, u16, u32 } from "../../src/bytes/join.ts";
import { asciiJson, chunk, PNG_SIGNATURE } from "../../src/bytes/png_chunks.ts";
import { pngText } from "../../src/bytes/png_text.ts";
import { policySource, sha256Hex } from "../../src/bytes/sha256.ts";

Deno.test("Parts are joined in their order: bytes, numbers, text in UTF-8", () => {
  const bytes = joined(Uint8Array.of(1, 2), [3], "é", [], [255]);
  assert.deepEqual([...bytes], [1, 2, 3, 0xc3, 0xa9, 255]);
});

Deno.test("A million parts can be joined", () => {
  const all = joinedAll(Array.from({ length: 1_000_000 }, (_, i) => [i & 255]));
  assert.equal(all.length, 1_000_000);
  assert.deepEqual([...all.subarray(254, 258)], [254, 255, 0, 1]);
});

Deno.test("Numbers have their highest byte first", () => {
  assert.deepEqual(u16(0x1234), [0x12, 0x34]);
  assert.deepEqual(u32(0x89abcdef), [0x89, 0xab, 0xcd, 0xef]);
});

Deno.test("A chunk of a PNG has its length, its name, its content and their check", () => {
  // The end of every PNG, as any of them has it.
  assert.equal(hex(chunk("IEND")), "0000000049454e44ae426082");
  const text = chunk("tEXt", "a\0", [98]);
  assert.equal(hex(text.subarray(0, 11)), "0000000374455874610062");
});

Deno.test("JSON in a chunk is ASCII, and the same value", () => {
  const value = { title: "Übung ✓ 聚\u007f", tabs: "\t" };
  const text = asciiJson(value);
  assert.match(text, /^[ -~]*$/);
  assert.deepEqual(JSON.parse(text), value);
});

Deno.test("The text of a PNG is found by its whole keyword, not by one that begins alike", () => {
  const png = joined(
    PNG_SIGNATURE,
    chunk("tEXt", "Recipes\0", "many"),
    chunk("tEXt", "Recipe\0", "one"),
    chunk("IEND"),
  );
  assert.equal(pngText(png, "Recipe"), "one");
  assert.equal(pngText(png, "Rec"), undefined);
});

Deno.test("Bytes without the signature of a PNG have no text, whatever follows", () => {
  const png = joined(PNG_SIGNATURE, chunk("tEXt", "Recipe\0", "one"), chunk("IEND"));
  for (let i = 0; i < PNG_SIGNATURE.length; i++) {
    assert.equal(pngText(png.with(i, 0), "Recipe"), undefined);
  }
});

Deno.test("SHA-256 is what FIPS 180-4 says of 'abc', in hexadecimal and as a policy's source", async () => {
  assert.equal(
    await sha256Hex(new TextEncoder().encode("abc")),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  assert.equal(
    await policySource("abc"),
    "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='",
  );
});

Deno.test("Base 64 of any number of bytes gives them back", () => {
  for (const length of [0, 1, 2, 3, 4095, 4096, 4097, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 7);
    const back = Uint8Array.from(atob(base64(bytes)), (character) => character.charCodeAt(0));
    assert.deepEqual(back, bytes);
  }
});

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
