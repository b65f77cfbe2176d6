import assert from "node:assert/strict";
import fc from "fast-check";
import { readTable } from "../../mod.ts";
import { canBeTold, dialects, rowsOfAllKinds, written } from "./dialects.ts";
import { pieces } from "./writers.ts";

Deno.test("A table is read for what it says, in whatever dialect it is written", async () => {
  const property = fc.asyncProperty(
    rowsOfAllKinds,
    dialects.filter(canBeTold),
    fc.integer({ min: 1, max: 5000 }),
    async (table, as, size) => {
      const read = await readTable(pieces(written(table, as), size), { keep: true });
      const { names, rows } = table;
      assert.equal(read.rows, rows.length);
      if (as.header) assert.deepEqual(read.columns.map(({ name }) => name), names);
      else assert(!read.named);
      const records = [...read.records()];
      names.forEach((_, j) => {
        const cells = rows.map((row) => row[j]);
        if (cells.some((cell) => typeof cell === "string")) {
          assert.deepEqual(records.map((row) => row[j]), cells);
        } else {
          assert.deepEqual([...read.numbers([j])], cells.map((cell) => cell ?? NaN));
          assert.equal(read.columns[j].others, 0);
        }
      });
    },
  );
  await fc.assert(property, { seed: 2019, numRuns: 1000 });
});
