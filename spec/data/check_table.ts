import assert from "node:assert/strict";
import type { Table } from "../../mod.ts";
import type { PlainTable } from "../arbitraries/tables.ts";

/** Holds a table that was read to what was written. */
export function checkTable(table: Table, { names, rows }: PlainTable): void {
  assert.equal(table.rows, rows.length);
  assert.deepEqual(
    table.columns.map(({ title }) => title),
    names.map((name) => name.replace(/[\n\t]+/g, " ")),
  );
  names.forEach((_, j) => {
    const written = rows.map((row) => typeof row[j] === "number" ? row[j] : NaN);
    assert.deepEqual([...table.numbers([j])], written);
    const { numbers, missing, others } = table.columns[j];
    assert.equal(numbers, written.filter((value) => !Number.isNaN(value)).length);
    assert.equal(missing, rows.filter((row) => row[j] === null).length);
    assert.equal(others, rows.length - numbers - missing);
  });
}
