import assert from "node:assert/strict";
import { type FeatureOptions, featuresOf, readTable, toRows } from "../../mod.ts";

const features = async (text: string, options: FeatureOptions = {}) =>
  await featuresOf(await readTable(new TextEncoder().encode(text)), options);

Deno.test("columns of text, constants and row numbers are left out, with one line that says so", async () => {
  const { names, notes } = await features("id,who,x,c,e,y\n1,a,1,7,,2\n2,b,3,7,,4\n");
  assert.deepEqual(names, ["x", "y"]);
  assert.deepEqual(notes, [
    "left out: id (row numbers), who (text), c (always 7), e (empty); to have one, name all features with --columns",
  ]);
});

Deno.test("a first column of text without a name holds row names", async () => {
  const { notes } = await features(",x\nann,1\nbob,2\n");
  assert.deepEqual(notes, ["left out: column 1 (row names)"]);
});

Deno.test("where all columns are constant they are kept", async () => {
  assert.deepEqual((await features("x,y\n1,2\n1,2\n")).names, ["x", "y"]);
});

Deno.test("columns are chosen by name, by number, with dots, blanks, commas and quotes", async () => {
  const text = '"a.b","c d","e,f","g ""h""","2"\n1,2,3,4,5\n6,7,8,9,10\n';
  const chosen = async (columns: string) => (await features(text, { columns })).names;
  assert.deepEqual(await chosen("c d,a.b"), ["c d", "a.b"]);
  assert.deepEqual(await chosen("1,3"), ["a.b", "e,f"]);
  assert.deepEqual(await chosen("e,f"), ["e,f"]);
  assert.deepEqual(await chosen('"e,f",a.b'), ["e,f", "a.b"]);
  assert.deepEqual(await chosen('"g ""h""",1'), ['g "h"', "a.b"]);
  assert.deepEqual(await chosen("2"), ["2"]);
});

Deno.test("a column that does not exist is told with the nearest", async () => {
  await assert.rejects(features("width,y\n1,2\n", { columns: "widht" }), {
    message: "there is no column 'widht': did you mean 'width'?",
  });
  await assert.rejects(features("Width,y\n1,2\n", { columns: "width" }), /mean 'Width'/);
  await assert.rejects(features("x,y\n1,2\n", { columns: "3" }), {
    message: "there is no column 3: there are 2",
  });
  await assert.rejects(features("x,y\n1,2\n", { columns: "x,1" }), /'x' is chosen twice/);
});

Deno.test("rows that lack a value are dropped, refused, or filled with the mean", async () => {
  const text = "x,y\n1,2\n,4\n5,?\n7,8\n";
  const dropped = await features(text);
  assert.deepEqual(toRows(dropped.points), [[1, 2], [7, 8]]);
  assert.deepEqual([...dropped.rows!], [0, 3]);
  assert.deepEqual(dropped.notes, ["2 of 4 rows dropped, as values are missing in x, y"]);
  await assert.rejects(features(text, { missing: "error" }), { place: "row 2, column x" });
  const filled = await features(text, { missing: "mean" });
  assert.deepEqual(toRows(filled.points), [[1, 2], [13 / 3, 4], [5, 14 / 3], [7, 8]]);
  assert.equal(filled.rows, undefined);
});

Deno.test("gaps in columns that are left out drop no row", async () => {
  assert.equal((await features("x,y\n1,2\n,4\n", { columns: "y" })).rows, undefined);
});

Deno.test("the label is no feature", async () => {
  const { names, label, notes } = await features("x,class\n1,0\n2,1\n", { label: "class" });
  assert.deepEqual([names, label, notes], [["x"], 1, []]);
});

Deno.test("The mean that fills a gap is one of the largest numbers there are, too", async () => {
  const { points } = await features("x,y\n1.7e308,1\n-1.7e308,2\n,3\n", { missing: "mean" });
  assert.equal(points.data[4], 0);
});
