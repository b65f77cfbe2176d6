import assert from "node:assert/strict";
import fc from "fast-check";
import { isMissing, numberIn, numberOf } from "../../src/data/read/number_text.ts";
import { finite } from "../../src/conform/arbitraries/values.ts";
import { holds } from "../property.ts";

const inBytes = (text: string) => {
  const bytes = new TextEncoder().encode(`,${text},`);
  return numberIn(bytes, 1, bytes.length - 1);
};

Deno.test("every number is read to the last bit", () => {
  holds(finite, (value) => {
    for (const text of [String(value), value.toExponential(), value.toPrecision(17)]) {
      assert.equal(inBytes(text), Number(text), text);
    }
  }, 1000);
});

Deno.test("what is no decimal number is none", () => {
  const texts = [
    "",
    "-",
    ".",
    "e5",
    "1e",
    "1e+",
    "0x10",
    "1,5",
    "1_000",
    "١٢",
    "Infinity",
    "1 2",
    "+-1",
  ];
  for (const text of texts) {
    assert(Number.isNaN(inBytes(text)), text);
    assert(Number.isNaN(numberOf(text)), text);
  }
});

Deno.test("any text is read alike from bytes and as text", () => {
  holds(fc.string({ unit: fc.constantFrom(..."0123456789.-+eE, x"), maxLength: 9 }), (text) => {
    assert.equal(inBytes(text), numberOf(text), JSON.stringify(text));
  }, 2000);
});

Deno.test("missing values are known by their names", () => {
  for (const text of ["", "NA", "NaN", "null", "?", "N/A", "None", "-", "–", "#DIV/0!"]) {
    assert(isMissing(text));
  }
  for (const text of ["0", "nap", "-5", "nothing"]) assert(!isMissing(text));
});
