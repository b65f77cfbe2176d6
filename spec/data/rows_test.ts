import assert from "node:assert/strict";
import { readTable } from "../../mod.ts";
import { clusteredPoints, clusteredRows } from "../../src/data/write/clustered_rows.ts";
import { rowsToParquet } from "../../src/data/write/parquet.ts";
import { rowsToJson, rowsToNdjson } from "../../src/data/write/json_rows.ts";
import { rowsToDelimited } from "../../src/data/write/rows.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const line = (...cells: unknown[]) =>
  text(rowsToDelimited({ names: cells.map((_, i) => `c${i}`), rows: [cells] }, ",")).split("\n")[1];

Deno.test("What a spreadsheet would run is made a text, and numbers stay numbers", () => {
  assert.equal(line("=1+1", "@x", "+a", "-a"), "'=1+1,'@x,'+a,'-a");
  assert.equal(line("-1.5", "+2", "-1e3", "-.5", "-1,5"), '-1.5,+2,-1e3,-.5,"-1,5"');
});

Deno.test("Cells are quoted where they must be, their quotes doubled, and control characters go", () => {
  assert.equal(line('a "b"', "c,d", " e", "#f", "g\x1bh"), '"a ""b""","c,d"," e","#f",g h');
});

Deno.test("Integers of a column are texts in JSON if a double cannot hold one, or else numbers", () => {
  const rows = { names: ["n", "m"], rows: [[2n ** 53n + 1n, 8n], [7n, 9n], [null, 1n]] };
  assert.equal(
    text(rowsToNdjson(rows)),
    '{ "n": "9007199254740993", "m": 8 }\n{ "n": "7", "m": 9 }\n{ "n": null, "m": 1 }\n',
  );
  assert.equal(JSON.parse(text(rowsToJson(rows))).length, 3);
});

Deno.test("Parquet holds integers of any size, times and truths as what they are", async () => {
  const when = new Date("2024-03-01T12:00:00Z");
  const rows = [[1, 2 ** 40, when, true], [2 ** 31, -(2 ** 45), when, false]];
  const bytes = rowsToParquet({ names: ["a", "b", "when", "is"], rows });
  const table = await readTable(bytes, { keep: true });
  assert.deepEqual([...table.records()].map((record) => [...record]), rows);
});

Deno.test("Rows that are no point have no cluster, and a name that is taken is numbered", async () => {
  const table = await readTable(new TextEncoder().encode("cluster,x\n7,1\n8,NA\n9,3\n"), {
    keep: true,
  });
  const { names, rows } = clusteredRows({ ...table, rows: Uint32Array.of(0, 2) }, {
    cluster: [1, 0],
  });
  assert.deepEqual(names, ["cluster", "x", "cluster (2)"]);
  assert.deepEqual([...rows].map((row) => row.at(-1)), [1, null, 0]);
  assert.deepEqual(clusteredPoints(["x"], [[4]], [3]).names, ["x", "cluster"]);
});
