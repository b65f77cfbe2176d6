import assert from "node:assert/strict";
import { featuresOf, readTable } from "../../mod.ts";
import { quotable } from "../../src/data/data_error.ts";
import { findColumn, findColumns } from "../../src/data/features/find_columns.ts";
import { formatOfName } from "../../src/data/read/input_formats.ts";
import { tableOf } from "../../src/data/read/table_of.ts";
import { uniqueNames } from "../../src/data/read/table.ts";

const table = async (text: string, options = {}) =>
  await readTable(new TextEncoder().encode(text), options);

Deno.test("The ending of a name says what a file holds, whatever its case", () => {
  const names = [
    "a.csv",
    "a.TSV",
    "a.tab",
    "a.geojson",
    "a.jsonl",
    "a.ndjson",
    "a.pq",
    "a.txt",
    "a",
  ];
  assert.deepEqual(
    names.map(formatOfName),
    ["csv", "tsv", "tsv", "json", "ndjson", "ndjson", "parquet", undefined, undefined],
  );
});

Deno.test("Of the cells of a column that are no numbers, the first is told", () => {
  const { columns: [column] } = tableOf([[1], ["a"], ["b"]], ["x"], "test", 1);
  assert.deepEqual([column.others, column.firstOther, column.other], [2, 2, "a"]);
});

Deno.test("Large integers count as numbers", () => {
  const { columns: [column] } = tableOf([[2n ** 60n]], ["x"], "test", 1);
  assert.deepEqual([column.numbers, column.low], [1, 2 ** 60]);
});

Deno.test("No two columns have one name", () => {
  assert.deepEqual(uniqueNames(["x", "x", "x (2)", "", "x"], 5), [
    ...["x", "x (2)", "x (2) (2)", "column 4", "x (3)"],
  ]);
});

Deno.test("A column is found by its name, or else by its number from 1", async () => {
  const columns = [{ name: "a" }, { name: "1" }, { name: "c" }];
  assert.deepEqual(
    await Promise.all(["a", "1", "2", "3"].map((name) => findColumn(columns, name))),
    [0, 1, 1, 2],
  );
  for (const name of ["0", "4"]) await assert.rejects(findColumn(columns, name), /there are 3/);
  await assert.rejects(findColumns(columns, "a,c,a"), /column 'a' is chosen twice/);
});

Deno.test("A row with a value too many is refused as one with a value too few is", async () => {
  for (const row of ["5", "5,6,7"]) {
    await assert.rejects(table(`a,b\n1,2\n3,4\n${row}\n`), /not 2 as others/);
  }
  for (const row of ["[5]", "[5,6,7]"]) {
    await assert.rejects(table(`[[1,2],[3,4],${row}]`), /not 2 as others/);
  }
});

Deno.test("One word above three columns of numbers does not make a header", async () => {
  assert.equal((await table("x,2,3\n4,5,6\n7,8,9\n")).named, false);
  assert.equal((await table("x,y,3\n4,5,6\n7,8,9\n")).named, true);
});

Deno.test("Only numbers that count one by one are row numbers", async () => {
  const names = async (text: string) => (await featuresOf(await table(text))).names;
  assert.deepEqual(await names("no,x\n5,1\n6,2\n7,4\n"), ["x"]);
  assert.deepEqual(await names("no,x\n5,1\n7,2\n7,4\n"), ["no", "x"]);
});

Deno.test("A text in a message has forty characters at the most, and nothing invisible", () => {
  assert.equal(quotable("x".repeat(41)), `${"x".repeat(39)}…`);
  assert.equal(quotable(" a\u202eb\x07c\n"), "a\\u202eb\\x07c");
});
