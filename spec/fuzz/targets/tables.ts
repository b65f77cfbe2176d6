import fc from "fast-check";
import assert from "node:assert/strict";
import { DataError, featuresOf, readTable } from "../../../mod.ts";
import { INPUT_FORMATS } from "../../../src/data/read/input_formats.ts";
import { changedBytes } from "../arbitraries/bytes.ts";
import { jsonOf, oddValue } from "../arbitraries/json.ts";
import { numberText, text } from "../arbitraries/texts.ts";
import { checkMessage } from "../oracles.ts";
import { TABLE_BYTES } from "../samples.ts";
import { target } from "../target.ts";

/** Text by the grammar of delimited rows, with what does not belong there. */
const delimited = fc.tuple(
  fc.constantFrom(",", ";", "\t", "|", " "),
  fc.constantFrom("\n", "\r\n", "\r"),
  fc.array(
    fc.array(
      fc.oneof(
        numberText,
        text,
        text.map((cell) => `"${cell.replaceAll('"', '""')}"`),
        fc.constantFrom("", '"', "NA", "#", "x"),
      ),
      { maxLength: 5 },
    ),
    { maxLength: 8 },
  ),
).map(([comma, newline, rows]) => rows.map((cells) => cells.join(comma)).join(newline));

/** JSON of a form that tables have, with values that they do not. */
const json = fc.oneof(
  fc.array(fc.dictionary(fc.constantFrom("x", "y", "__proto__", ""), oddValue), { maxLength: 5 }),
  fc.array(fc.array(oddValue, { maxLength: 3 }), { maxLength: 5 }),
  fc.dictionary(
    fc.constantFrom("x", "y", "type", "features"),
    fc.array(oddValue, { maxLength: 4 }),
  ),
  fc.record({
    type: fc.constantFrom("Feature", "FeatureCollection"),
    geometry: oddValue,
    features: oddValue,
  }),
  fc.record({
    type: fc.constant("FeatureCollection"),
    features: fc.array(
      fc.record({ type: fc.constant("Feature"), geometry: oddValue, properties: oddValue }),
      {
        maxLength: 3,
      },
    ),
  }),
  oddValue,
).map((value) => jsonOf(value));

/** Tables in every format, by their grammar and by their bytes. */
export default target({
  each: 300,
  inputs: fc.record({
    bytes: fc.oneof(
      fc.oneof(delimited, json, fc.array(json, { maxLength: 4 }).map((lines) => lines.join("\n")))
        .map((text) => new TextEncoder().encode(text)),
      changedBytes(TABLE_BYTES),
    ),
    format: fc.option(fc.constantFrom(...INPUT_FORMATS), { nil: undefined }),
    header: fc.option(fc.boolean(), { nil: undefined }),
    missing: fc.constantFrom("drop" as const, "error" as const, "mean" as const),
  }),
  check: async ({ bytes, format, header, missing }) => {
    const before = bytes.slice();
    try {
      const table = await readTable(bytes, { format, header, keep: true });
      const { points, names } = await featuresOf(table, { missing });
      assert.equal(points.data.length, points.rows * points.columns);
      assert.equal(names.length, points.columns);
      assert(points.rows <= table.rows);
      assert(points.data.every(Number.isFinite), "a feature is not finite");
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      checkMessage(error.message);
      checkMessage(error.place || "-");
    }
    assert.deepEqual(bytes, before, "the bytes have changed");
  },
});
