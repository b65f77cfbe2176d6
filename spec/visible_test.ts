import assert from "node:assert/strict";
import fc from "fast-check";
import { holds } from "./property.ts";
import { visible } from "../src/visible.ts";

Deno.test("What a terminal obeys or does not show is written as a string of JavaScript writes it", () => {
  const shown: Readonly<Record<string, string>> = {
    "\x1b[2J\x1b]0;owned\x07": "\\x1b[2J\\x1b]0;owned\\x07",
    "a\nb\r\tc\0": "a\\nb\\r\\tc\\x00",
    "\x7f\x85\x9b2J": "\\x7f\\x85\\x9b2J",
    "gpj.\u202egnp": "gpj.\\u202egnp",
    "\u2066\u2069\u200e\u200f\u061c": "\\u2066\\u2069\\u200e\\u200f\\u061c",
    "a\u2028b\u2029": "a\\u2028b\\u2029",
    "\ufeff\u00ad\u200b\u2060": "\\ufeff\\xad\\u200b\\u2060",
    "\u{e0041}": "\\u{e0041}",
    "\ud800 \udc00": "\\ud800 \\udc00",
  };
  for (const [text, seen] of Object.entries(shown)) assert.equal(visible(text), seen);
});

Deno.test("Text in any script stays as it is, joiners of words and emoji too", () => {
  for (const text of ["Größe ≤ 3 µm", "می‌خواهم", "👩‍🔬 🇪🇺", "e\u0301", "C:\\new\\x1b.csv", "温度"]) {
    assert.equal(visible(text), text);
  }
});

Deno.test("Whatever a text holds, it is visible on one line, and visible text stays as it is", () => {
  holds(fc.string({ unit: "binary" }), (text) => {
    const seen = visible(text);
    assert.doesNotMatch(seen, /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
    assert.equal(visible(seen), seen);
  });
});
