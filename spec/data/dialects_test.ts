import assert from "node:assert/strict";
import fc from "fast-check";
import { readTable } from "../../mod.ts";
import { clusteredRows } from "../../src/data/write/clustered_rows.ts";
import { rowsToNdjson } from "../../src/data/write/json_rows.ts";
import { rowsToDelimited } from "../../src/data/write/rows.ts";
import { canBeTold, dialects, rowLines, rowsOfAllKinds, written } from "./dialects.ts";
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

Deno.test("Rows come out in the dialect that they came in, to the byte, with one column more", async () => {
  const property = fc.asyncProperty(
    rowsOfAllKinds,
    dialects.filter(canBeTold).filter(({ delimiter }) => delimiter !== " "),
    async (table, as) => {
      const { delimiter, decimal, header, newline, encoding } = as;
      const read = await readTable(written(table, as), { keep: true });
      const values = table.rows.map((_, i) => i + 0.5);
      const rows = clusteredRows({ ...read, rows: undefined }, { distance: values });
      const bytes = rowsToDelimited(rows, delimiter === "\t" ? "\t" : ",");
      const [names, ...lines] = rowLines(table, as);
      const value = (i: number) => {
        const text = `${i}${decimal}5`;
        return decimal === delimiter ? `"${text}"` : text;
      };
      const expected = [
        ...header ? [`${names}${delimiter}distance`] : [],
        // A cell that a spreadsheet would run is made a text.
        ...lines.map((line, i) => `${line.replaceAll("=x", "'=x")}${delimiter}${value(i)}`),
      ];
      assert.equal(
        new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
        (encoding === "utf-8 with a mark" ? "\ufeff" : "") + expected.join(newline) + newline,
      );
    },
  );
  await fc.assert(property, { seed: 2019, numRuns: 300 });
});

Deno.test("A new column has its name above it, also where the header lacks a cell or has one more", async () => {
  for (
    const [text, header, row] of [
      ["a;b\n1;2;\n3;4;\n", "a;b;;cluster", "1;2;;0"],
      ["a,b,c,\n1,2,3\n4,5,6\n", "a,b,c,cluster", "1,2,3,0"],
      ["x;y\nann;1;2\nbob;3;4\n", "x;y;cluster", "ann;1;2;0"],
      ["# x,y\n1,2\n3,4\n", "# x,y,cluster", "1,2,0"],
    ]
  ) {
    const read = await readTable(new TextEncoder().encode(text), { keep: true });
    const rows = clusteredRows({ ...read, rows: undefined }, { cluster: [0, 1] });
    const lines = new TextDecoder().decode(rowsToDelimited(rows, ",")).split("\n");
    assert.deepEqual(lines.slice(0, 2), [header, row]);
  }
});

Deno.test("In JSON the numbers of features are what they say, though they look like others", async () => {
  const read = await readTable(new TextEncoder().encode("v;w\n1.419;2,5\n2.512;3,5\n"), {
    keep: true,
  });
  const rows = clusteredRows({ ...read, rows: undefined, features: ["v", "w"] }, {});
  assert.equal(
    new TextDecoder().decode(rowsToNdjson(rows)),
    '{ "v": 1419, "w": 2.5 }\n{ "v": 2512, "w": 3.5 }\n',
  );
});
