import assert from "node:assert/strict";
import fc from "fast-check";
import { excerptOf } from "../src/checks.ts";
import { JsonFault, parseJson } from "../src/json_text.ts";

const faults: readonly [text: string, message: string, line: number, character: number][] = [
  ["", "it ends where there must be a value", 1, 1],
  ["[1,2,}", "there is '}' where there must be a value", 1, 6],
  ["[1,2,]", "there is ']' where there must be a value", 1, 6],
  ["[1 2]", "there is '2' where there must be ',' or ']'", 1, 4],
  ["[[1,2],[3,4", "it ends where there must be ',' or ']'", 1, 12],
  ['{"a":1', "it ends where there must be ',' or '}'", 1, 7],
  ['{"a" 1}', "there is '1' where there must be ':'", 1, 6],
  ['{"a":1,}', "there is '}' where there must be a name", 1, 8],
  ["{a:1}", "there is 'a' where there must be a name or '}'", 1, 2],
  ["[1]\n[2]", "there is '[' where there must be nothing more", 2, 1],
  ["[\n\n  NaN]", "there is 'NaN' where there must be a value or ']'", 3, 3],
  ["[01]", "there is '1' where there must be ',' or ']'", 1, 3],
  ["[-]", "there is '-' where there must be a value or ']'", 1, 2],
  ["[.5]", "there is '.5' where there must be a value or ']'", 1, 2],
  ['["a\nb"]', "there is a control character in a text", 1, 4],
  ['["\\x"]', "there is a '\\' in a text before no escape", 1, 3],
  ['["ab]', "a text begins that does not end", 1, 2],
  ["[tru]", "there is 'tru' where there must be a value or ']'", 1, 2],
  ["\ufeff[]", "there is '\\ufeff' where there must be a value", 1, 1],
];
for (const [text, message, line, character] of faults) {
  Deno.test(`what is not JSON is told in our words, with its place: ${JSON.stringify(text)}`, () => {
    assert.throws(() => parseJson(text), (error) => {
      assert(error instanceof JsonFault);
      assert.deepEqual([error.message, error.line, error.character], [message, line, character]);
      return true;
    });
  });
}

Deno.test("JSON is read as JSON.parse reads it, and what that refuses has a fault", () => {
  const changed = fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...'[]{},:"\\1-e. n\n'))
    .map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + at % 2);
    });
  const property = fc.property(fc.oneof(fc.json(), changed), (text) => {
    let wanted: { value: unknown } | undefined;
    try {
      wanted = { value: JSON.parse(text) };
    } catch {
      // Nothing is wanted.
    }
    if (wanted) assert.deepEqual(parseJson(text), wanted.value);
    else assert.throws(() => parseJson(text), JsonFault);
  });
  fc.assert(property, { seed: 1982, numRuns: 3000 });
});

Deno.test("A fault is found behind a million brackets, and in a text of ten million characters", () => {
  assert.throws(() => parseJson("[".repeat(1e6) + "}"), /there is '}' where there must be a value/);
  assert.throws(() => parseJson(`["${"a".repeat(1e7)}"`), /it ends where there must be ',' or/);
});

Deno.test("An excerpt is how the JSON of a value begins, however large and deep that is", () => {
  const property = fc.property(fc.jsonValue(), (value) => {
    const whole = JSON.stringify(value);
    const excerpt = excerptOf(value);
    if (whole.length <= 40) assert.equal(excerpt, whole);
    else {
      assert.equal(excerpt.length, 40);
      assert.equal(excerpt.slice(0, 39), whole.slice(0, 39));
    }
  });
  fc.assert(property, { seed: 1982, numRuns: 500 });
  assert.equal(excerptOf(undefined), "missing");
  assert.equal(excerptOf(JSON.parse("[".repeat(1e5) + "]".repeat(1e5))), "[".repeat(39) + "…");
  assert.equal(
    excerptOf(new Array(1e6).fill(1)),
    "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1…".slice(0, 39) + "…",
  );
});
