import assert from "node:assert/strict";
import fc from "fast-check";
import { DataError, featuresOf, readTable } from "../../mod.ts";
import { requireUnpackable } from "../../src/data/read/zip_size.ts";
import { type PlainTable, tables } from "../arbitraries/tables.ts";
import { workbook } from "../support/workbook.ts";
import { checkTable } from "./check_table.ts";

Deno.test("What SheetJS writes as a workbook is read back", async () => {
  const property = fc.asyncProperty(tables, async (table: PlainTable) => {
    const rows = table.rows.map((row) => row.map((cell) => cell === 0 ? 0 : cell));
    // A row of nothing but gaps is no row of a sheet.
    fc.pre(rows.every((row) => row.some((cell) => cell !== null)));
    const read = await readTable(workbook({ Sheet1: [table.names, ...rows] }), { header: true });
    checkTable(read, { ...table, rows });
  });
  await fc.assert(property, { seed: 1982, numRuns: 60 });
});

Deno.test("A workbook has its title, blank rows and columns, gaps, truths and dates", async () => {
  const day = new Date("2024-03-01T00:00:00Z");
  const table = await readTable(
    workbook({
      Data: [
        ["Export of sales"],
        [],
        [null, "shop", "x", "open", "day"],
        [null, "a", 1, true, day],
        [null, "b", null, false, day],
        [null, "c", 2.5, true, day],
      ],
      Notes: [["nothing"]],
      Empty: [],
    }),
    { keep: true },
  );
  assert.deepEqual(table.columns.map(({ name }) => name), ["shop", "x", "open", "day"]);
  assert.deepEqual(table.notes, [
    "the sheet 'Data' is read, and not 'Notes': save another as CSV",
    "1 row above the table left out",
  ]);
  assert.deepEqual((await featuresOf(table)).names, ["x", "open"]);
  assert.deepEqual([...table.records()][1], ["b", null, false, day]);
});

Deno.test("A workbook without a header, by one column, or by its first bytes alone is read", async () => {
  const table = await readTable(workbook({ A: [[1, 2], [3, 4]] }), { format: "csv" });
  assert.deepEqual([table.named, [...table.numbers([0, 1])]], [false, [1, 2, 3, 4]]);
  assert.deepEqual([...(await readTable(workbook({ A: [["x"], [5], [7]] }))).numbers([0])], [5, 7]);
});

Deno.test("What Excel shows for a formula without a value is missing, and hidden sheets are not read", async () => {
  const hidden = workbook(
    { Old: [["z"], [1], [2]], New: [["x"], [1], ["#DIV/0!"], ["#SPILL!"]] },
    "xlsx",
    1,
  );
  const table = await readTable(hidden);
  assert.deepEqual(table.columns.map(({ name, missing }) => [name, missing]), [["x", 2]]);
});

Deno.test("A workbook that is empty, damaged or unpacks without end is refused", async () => {
  await assert.rejects(readTable(workbook({ A: [] })), /all its sheets are empty/);
  const bytes = workbook({ A: [["x"], [1]] });
  await assert.rejects(readTable(bytes.slice(0, 700)), DataError);
  await assert.rejects(
    readTable(new TextEncoder().encode("x,y\n1,2\n"), { format: "xlsx" }),
    /^DataError: it is no whole workbook of Excel \(/,
  );
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 28, true);
  }
  assert.throws(() => requireUnpackable(bytes), /unpacks to more than 512 MB: save it as CSV/);
});
