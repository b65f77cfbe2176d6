import assert from "node:assert/strict";
import fc from "fast-check";
import { readTable } from "../../mod.ts";
import { Day, Decimal, isHeld, Moment, TimeOfDay } from "../../src/data/read/cells.ts";
import { clusteredRows } from "../../src/data/write/clustered_rows.ts";
import { jsonOf } from "../../src/data/write/json_of.ts";
import { rowsToJson, rowsToNdjson } from "../../src/data/write/json_rows.ts";
import { rowsToDelimited } from "../../src/data/write/rows.ts";
import { holds } from "../property.ts";

/** The rows of a text with a cluster each, 0, as one of the formats. */
async function out(
  text: string,
  write: (rows: ReturnType<typeof clusteredRows>) => Uint8Array,
  features: readonly string[] = [],
): Promise<string> {
  const table = await readTable(new TextEncoder().encode(text), { keep: true });
  const cluster = new Uint8Array(table.rows);
  const rows = clusteredRows({ ...table, rows: undefined, features }, { cluster });
  return new TextDecoder().decode(write(rows));
}
const ndjson = async (text: string, ...features: string[]) =>
  (await out(text, rowsToNdjson, features)).trim().split("\n").map((line) =>
    line.replace(/, "cluster": 0 }$/, " }")
  );

Deno.test("Cells of text come out of it in JSON as the numbers they are, in their own digits", async () => {
  assert.deepEqual(await ndjson("a,b,c,d\n1,2.50,1e3,-0.1\n0,.5,NA,7\n"), [
    '{ "a": 1, "b": 2.50, "c": 1e3, "d": -0.1 }',
    '{ "a": 0, "b": 0.5, "c": null, "d": 7 }',
  ]);
});

Deno.test("An id that no double holds and a code with leading zeros are texts, in all of their column", async () => {
  assert.deepEqual(await ndjson("id,zip,x\n740245381351497730,01234,1\n7,99999,2\n", "x"), [
    '{ "id": "740245381351497730", "zip": "01234", "x": 1 }',
    '{ "id": "7", "zip": "99999", "x": 2 }',
  ]);
  assert.deepEqual(await ndjson("zip\n01234\n99999\n", "zip"), [
    '{ "zip": "01234" }',
    '{ "zip": "99999" }',
  ]);
  assert.deepEqual(await ndjson("id,x\n740245381351497730,1\n,2\n", "id", "x"), [
    '{ "id": "740245381351497730", "x": 1 }',
    '{ "id": null, "x": 2 }',
  ]);
});

Deno.test("A feature is a number in JSON however it is written, other columns are as they came", async () => {
  const text = "v;w;u\n1,5;2,5;+1\n2,25;3;+2\n";
  assert.deepEqual(await ndjson(text, "v"), [
    '{ "v": 1.5, "w": "2,5", "u": "+1" }',
    '{ "v": 2.25, "w": "3", "u": "+2" }',
  ]);
});

Deno.test("A literal of JSON comes out digit by digit, wherever it lies, and a text as a text", async () => {
  const text = '[{"id":740245381351497730,"zip":"01234","n":"1.5","x":0.12345678901234567891,' +
    '"o":{"ids":[9007199254740993]}}]';
  const row =
    '{ "id": 740245381351497730, "zip": "01234", "n": "1.5", "x": 0.12345678901234567891, ' +
    '"o": {"ids":[9007199254740993]}, "cluster": 0 }';
  assert.equal(await out(text, rowsToNdjson), `${row}\n`);
  assert.equal(await out(text, rowsToJson), `[\n  ${row}\n]\n`);
  assert.equal(
    (await out(text, (rows) => rowsToDelimited(rows, ","))).split("\n")[1],
    '740245381351497730,01234,1.5,0.12345678901234567891,"{""ids"":[9007199254740993]}",0',
  );
});

Deno.test("Whole numbers in lists and objects are texts where no double holds them", () => {
  assert.equal(jsonOf([2n ** 60n, { n: 3n }]), '["1152921504606846976",{"n":3}]');
});

Deno.test("Any JSON values come out of JSON as the same values", async () => {
  const value = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x === 0 ? 0 : x),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.oneof(fc.integer(), fc.string()), { maxLength: 3 }),
    fc.record({ p: fc.integer(), q: fc.array(fc.boolean()) }, { noNullPrototype: true }),
  );
  const property = fc.asyncProperty(
    fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 5 }),
    async (cells) => {
      const rows = cells.map(([a, b, c]) => ({ a, b, c }));
      const written = JSON.parse(await out(JSON.stringify(rows), rowsToJson));
      assert.deepEqual(written, rows.map((row) => ({ ...row, cluster: 0 })));
    },
  );
  await fc.assert(property, { seed: 1982, numRuns: 200 });
});

Deno.test("A double holds what it gives back, and no whole number beyond its digits", () => {
  holds(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
    for (const text of [value.toExponential(), value.toPrecision(17), value.toExponential(18)]) {
      // Rounded to more digits than are needed it is still the same number.
      assert(/^-?\d+$/.test(text) || isHeld(text), text);
    }
  });
  holds(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), (value) => {
    const isSafe = value <= 2n ** 53n - 1n && value >= -(2n ** 53n) + 1n;
    assert.equal(isHeld(String(value)), isSafe, String(value));
  });
  assert.deepEqual(["0.1", "0.12345678901234567891", "1e400", "1e-400", "0.000"].map(isHeld), [
    ...[true, false, false, false, true],
  ]);
});

Deno.test("Times, days and decimals are told to their last digit", () => {
  const told = [
    new Moment(1_709_296_496_123_456_789n, 9, false),
    new Moment(-1n, 6, true),
    new Moment(1_000_005n, 6, true),
    new Moment(2n ** 62n, 3, true),
    new Day(-1),
    new Day(19_782),
    new TimeOfDay(45_296_789_012n, 6),
    new Decimal(-5n, 2),
    new Decimal(1_234_567_890_123_456_789_012n, 2),
    new Decimal(7n, 0),
  ];
  assert.deepEqual(told.map(String), [
    "2024-03-01T12:34:56.123456789",
    "1969-12-31T23:59:59.999999Z",
    "1970-01-01T00:00:01.000005Z",
    "4611686018427387904",
    "1969-12-31",
    "2024-02-29",
    "12:34:56.789012",
    "-0.05",
    "12345678901234567890.12",
    "7",
  ]);
});
