import assert from "node:assert/strict";
import fc from "fast-check";
import { DataError, type InputFormat, readTable } from "../../mod.ts";
import { type PlainTable, tables } from "../arbitraries/tables.ts";
import { checkTable } from "./check_table.ts";

const read = (text: string, format?: InputFormat) =>
  readTable(new TextEncoder().encode(text), { format, keep: true });

const objects = ({ names, rows }: PlainTable) =>
  rows.map((row) => Object.fromEntries(row.map((cell, j) => [names[j], cell])));

const forms: Readonly<Record<string, (table: PlainTable) => string>> = {
  "rows of objects": (table) => JSON.stringify(objects(table)),
  "rows of arrays under a header": ({ names, rows }) => JSON.stringify([names, ...rows]),
  "columns by name": ({ names, rows }) =>
    JSON.stringify(Object.fromEntries(names.map((name, j) => [name, rows.map((row) => row[j])]))),
  "objects, one a line": (table) => objects(table).map((row) => JSON.stringify(row)).join("\n"),
};
for (const [form, write] of Object.entries(forms)) {
  Deno.test(`what is written as ${form} is read back`, async () => {
    const format = form.endsWith("line") ? "ndjson" : "json";
    const property = fc.asyncProperty(tables, async (table) => {
      // -0 is 0 in JSON.
      const rows = table.rows.map((row) => row.map((cell) => cell === 0 ? 0 : cell));
      checkTable(await read(write(table), format), { ...table, rows });
    });
    await fc.assert(property, { seed: 1982, numRuns: 100 });
  });
}

const seen: readonly [title: string, text: string, names: string[], numbers: number[]][] = [
  ["rows of numbers", "[[1,2],[3,4]]", ["column 1", "column 2"], [1, 2, 3, 4]],
  ["numbers", "[1,null,3]", ["column 1"], [1, NaN, 3]],
  ["objects with unlike keys", '[{"x":1},{"y":2,"x":3}]', ["x", "y"], [1, NaN, 3, 2]],
  ["numbers in text", '[{"x":"1.5"},{"x":"NA"}]', ["x"], [1.5, NaN]],
  [
    "GeoJSON points",
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":9},"geometry":{"type":"Point","coordinates":[13.4,52.5,30]}}]}',
    ["longitude", "latitude", "n"],
    [13.4, 52.5, 9],
  ],
  [
    "GeoJSON points with properties that are called as coordinates are",
    '{"type":"Feature","properties":{"latitude":7},"geometry":{"type":"Point","coordinates":[1,2]}}',
    ["longitude", "latitude", "properties.latitude"],
    [1, 2, 7],
  ],
  [
    "GeoJSON points a line, with separators",
    '\x1e{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}\n' +
    '\x1e{"type":"Feature","geometry":{"type":"Point","coordinates":[3,4]}}\n',
    ["longitude", "latitude"],
    [1, 2, 3, 4],
  ],
  ["a MultiPoint", '{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}', ["longitude", "latitude"], [
    1,
    2,
    3,
    4,
  ]],
  ["a trace", '{"format":"lloyd-trace","features":["a"],"points":[[1],[2]]}', ["a"], [1, 2]],
  ["a key that objects have by themselves", '[{"__proto__":1,"x":2}]', ["__proto__", "x"], [1, 2]],
];
for (const [title, text, names, numbers] of seen) {
  Deno.test(`JSON with ${title}`, async () => {
    const table = await read(text);
    assert.deepEqual(table.columns.map(({ name }) => name), names);
    assert.deepEqual([...table.numbers([...names.keys()])], numbers);
  });
}

Deno.test("arrays or objects on lines of their own are known from JSON", async () => {
  assert.equal((await read('{"x":1}\n{"x":2}\n')).rows, 2);
  assert.equal((await read("[\n[1,2],\n[3,4]\n]")).rows, 2);
});

/** Chunks of zeros without end; tells how many have been asked for. */
function endless(size: number) {
  const asked = { chunks: 0 };
  const zeros = new Uint8Array(size);
  async function* chunks() {
    for (;;) {
      await Promise.resolve();
      asked.chunks++;
      yield zeros;
    }
  }
  return { asked, chunks: chunks() };
}

for (
  const [format, size] of [["json", 2 ** 29], ["ndjson", 2 ** 29], ["parquet", 2 ** 31]] as const
) {
  Deno.test(`an input without end is given up while it is read, as ${format}`, async () => {
    const { asked, chunks } = endless(size);
    await assert.rejects(
      () => readTable(chunks, { format }),
      (error) => error instanceof DataError && /more (JSON|Parquet) than fits/.test(error.message),
    );
    assert.equal(asked.chunks, 1);
  });
}

const geometries: readonly [geometry: string, message: string][] = [
  ['{"type":"Point"}', "its Point has no coordinates: they are an array, [longitude, latitude]"],
  [
    '{"type":"Point","coordinates":[{"x":1},2]}',
    "its Point has no coordinates: they are an array, ",
  ],
  ['{"type":"Point","coordinates":7}', "its Point has no coordinates: they are an array, "],
  ['{"type":"Polygon","coordinates":[]}', "its geometry is Polygon, not a Point"],
  ['{"type":{"toString":1}}', "its geometry is nothing, not a Point"],
  ["null", "its geometry is nothing, not a Point"],
];
for (const [geometry, message] of geometries) {
  Deno.test(`a feature that is no point says what it is: ${geometry}`, async () => {
    const text = `{"type":"FeatureCollection","features":[{"geometry":${geometry}}]}`;
    await assert.rejects(
      () => readTable(new TextEncoder().encode(text), { format: "json" }),
      (error) =>
        error instanceof DataError && error.place === "row 1" && error.message.startsWith(message),
    );
  });
}
