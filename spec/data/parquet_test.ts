import assert from "node:assert/strict";
import fc from "fast-check";
import { parquetWriteBuffer } from "npm:hyparquet-writer@0.17.0";
import { readTable } from "../../mod.ts";
import { rowsToParquet } from "../../src/data/write/parquet.ts";
import { type PlainTable, tables } from "../arbitraries/tables.ts";
import { checkTable } from "./check_table.ts";

Deno.test("what is written as Parquet is read back", async () => {
  const property = fc.asyncProperty(tables, async (table: PlainTable) => {
    const columnData = table.names.map((name, j) => {
      const data = table.rows.map((row) => row[j]);
      const type = data.some((cell) => typeof cell === "string")
        ? "STRING" as const
        : "DOUBLE" as const;
      return { name, data, type };
    });
    checkTable(await readTable(new Uint8Array(parquetWriteBuffer({ columnData }))), table);
  });
  await fc.assert(property, { seed: 1982, numRuns: 60 });
});

Deno.test("our own Parquet keeps whole numbers, text, dates, truth and gaps", async () => {
  const rows = [
    [1, 2.5, "a", true, 10n, new Date(0), null],
    [-2, null, "b", null, 2n ** 60n, new Date(1e12), 4],
  ];
  const names = ["i", "d", "s", "b", "l", "t", "g"];
  const table = await readTable(rowsToParquet({ names, rows }), { keep: true });
  assert.deepEqual([...table.records()], rows);
});
