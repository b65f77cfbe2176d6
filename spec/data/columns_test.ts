import assert from "node:assert/strict";
import { DataError, type InputFormat, readTable } from "../../mod.ts";
import { rowsToParquet } from "../../src/data/write/parquet.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const names = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`);
const row = (count: number, first: number) => names(count).map((_, i) => (i * 31 + first) % 97);
const rows = (count: number) => [row(count, 1), row(count, 2), row(count, 4)];
const named = (values: readonly number[]) =>
  Object.fromEntries(values.map((value, i) => [`c${i}`, value]));

/** Tables of three rows and a number of columns, and where they are refused if there are too many. */
const forms: readonly [InputFormat, string, string, (count: number) => Uint8Array][] = [
  ["csv", "a header", "the header", (count) => encode([names(count), ...rows(count)].join("\n"))],
  ["csv", "none", "row 1", (count) => encode(rows(count).join("\n"))],
  [
    "tsv",
    "a header",
    "the header",
    (count) => encode([names(count), ...rows(count)].map((cells) => cells.join("\t")).join("\n")),
  ],
  ["json", "arrays", "row 1", (count) => encode(JSON.stringify(rows(count)))],
  ["json", "objects", "row 1", (count) => encode(JSON.stringify(rows(count).map(named)))],
  [
    "json",
    "columns by name",
    "",
    (count) =>
      encode(JSON.stringify(Object.fromEntries(names(count).map((name) => [name, [1, 2, 3]])))),
  ],
  [
    "ndjson",
    "objects",
    "row 1",
    (count) => encode(rows(count).map((cells) => JSON.stringify(named(cells))).join("\n")),
  ],
  ["parquet", "columns", "", (count) => rowsToParquet({ names: names(count), rows: rows(count) })],
];
for (const [format, form, place, write] of forms) {
  Deno.test(`A table can have 5000 columns, as embeddings do, and no more: ${format}, ${form}`, async () => {
    for (const count of [4096, 5000]) {
      const { columns, rows } = await readTable(write(count), { format });
      assert.deepEqual([columns.length, rows], [count, 3]);
    }
    for (const count of [5001, 20_000]) {
      await assert.rejects(() => readTable(write(count), { format }), (error) => {
        assert(error instanceof DataError);
        assert.equal(error.place, place);
        assert.match(error.message, /^it has more than 5000 columns: leave some out, or turn /);
        return true;
      });
    }
  });
}

Deno.test("20,000 objects with a key each are refused long before the last of them", async () => {
  const objects = names(20_000).map((name) => ({ [name]: 1 }));
  for (const format of ["json", "ndjson"] as const) {
    const text = format === "json"
      ? JSON.stringify(objects)
      : objects.map((object) => JSON.stringify(object)).join("\n");
    await assert.rejects(
      () => readTable(encode(text), { format }),
      (error) => error instanceof DataError && error.place === "row 4097",
    );
  }
});

Deno.test("Objects that lack most keys are refused before the table takes far more than its text", async () => {
  const objects = Array.from({ length: 100_000 }, (_, i) => ({ [`c${i % 4000}`]: i }));
  await assert.rejects(() => readTable(encode(JSON.stringify(objects))), (error) => {
    assert(error instanceof DataError);
    assert.match(error.place, /^row \d+$/);
    assert.match(error.message, /have 4000 keys in all, and most lack most of them: give all/);
    return true;
  });
});

Deno.test("Objects may lack keys where the table stays small, or most values are there", async () => {
  const few = Array.from({ length: 2000 }, (_, i) => ({ [`c${i}`]: i }));
  assert.equal((await readTable(encode(JSON.stringify(few)))).columns.length, 2000);
  // 60,000 × 300 cells, of which one in eight holds a value.
  const keys = names(300);
  const some = Array.from(
    { length: 60_000 },
    (_, i) => `{${keys.filter((_, j) => (i + j) % 8 === 0).map((key) => `"${key}":1`)}}`,
  );
  const table = await readTable(encode(some.join("\n")));
  assert.deepEqual([table.rows, table.columns.length], [60_000, 300]);
});
