import fc from "npm:fast-check@4.10.2";
import { finite } from "../../src/conform/arbitraries/values.ts";

/** A table in plain values: numbers, text, or nothing. */
export interface PlainTable {
  readonly names: readonly string[];
  /** A cell for each name; `null` is one that is missing. */
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** Text that is no number, does not stand for a missing value, and has no blanks at its ends. */
const word = fc.string({
  unit: fc.constantFrom(..."abcäß雪,;|\t \"'#\n<&=".split("")),
  maxLength: 8,
}).map((text) => `w${text}w`);

/** Tables with a column of numbers and others of numbers with gaps or of text. */
export const tables: fc.Arbitrary<PlainTable> = fc
  .record({
    first: fc.constant("numbers"),
    kinds: fc.array(fc.constantFrom("numbers", "gaps", "text"), { maxLength: 4 }),
    rows: fc.integer({ min: 1, max: 12 }),
  })
  .chain(({ first, kinds, rows }) => {
    const all = [first, ...kinds];
    const cell = (kind: string) =>
      kind === "text" ? word : kind === "gaps" ? fc.option(finite, { freq: 3 }) : finite;
    return fc.record({
      names: fc.uniqueArray(word, { minLength: all.length, maxLength: all.length }),
      rows: fc.array(fc.tuple(...all.map(cell)), { minLength: rows, maxLength: rows }),
    });
  });
