import assert from "node:assert/strict";
import fc from "fast-check";
import { readTable } from "../../mod.ts";
import { type PlainTable, tables } from "../arbitraries/tables.ts";
import { checkTable } from "./check_table.ts";
import { delimited, pieces, type Style } from "./writers.ts";

const styles: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(",", "\t", ";", "|", " "),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  quoteAll: fc.boolean(),
  mark: fc.boolean(),
  comment: fc.boolean(),
  lastNewline: fc.boolean(),
  missing: fc.constantFrom("NA", "NaN", "null", "?", ""),
});

const read = (text: string, options = {}) => readTable(new TextEncoder().encode(text), options);

Deno.test("what is written as delimited text is read back, in whatever pieces it comes", async () => {
  const property = fc.asyncProperty(
    tables,
    styles,
    fc.integer({ min: 1, max: 40 }),
    async (table, style, size) => {
      const bytes = new TextEncoder().encode(delimited(table, style));
      const found = await readTable(pieces(bytes, size), {
        format: style.delimiter === "\t" ? "tsv" : "csv",
        header: true,
        keep: true,
      });
      // The delimiter of a single column, or of cells that hold others, cannot be found out.
      if (found.columns.length !== table.names.length) return;
      checkTable(found, table);
      const records = [...found.records()];
      table.rows.forEach((row, i) =>
        row.forEach((cell, j) => {
          if (typeof cell === "string") assert.equal(records[i][j], cell);
        })
      );
    },
  );
  await fc.assert(property, { seed: 1982, numRuns: 300 });
});

Deno.test("the delimiter is found out", async () => {
  const property = fc.asyncProperty(
    fc.array(fc.tuple(fc.integer(), fc.float({ noNaN: true, noDefaultInfinity: true })), {
      minLength: 2,
      maxLength: 20,
    }),
    styles,
    async (rows, style) => {
      const table: PlainTable = { names: ["first one", "b"], rows };
      checkTable(await read(delimited(table, style)), table);
      const headless = delimited({ names: [], rows }, { ...style, comment: false, mark: false });
      const found = await read(headless.slice(headless.search(/["\d-]/)));
      assert.equal(found.named, false);
      assert.equal(found.rows, rows.length);
    },
  );
  await fc.assert(property, { seed: 1982, numRuns: 200 });
});

const seen: readonly [title: string, text: string, names: string[], numbers: number[]][] = [
  ["a header over numbers", "a,b\n1,2\n3,4\n", ["a", "b"], [1, 2, 3, 4]],
  ["no header over numbers", "1,2\n3,4\n", ["column 1", "column 2"], [1, 2, 3, 4]],
  ["blanks in front and between", "   1    2\n  3 4\n", ["column 1", "column 2"], [1, 2, 3, 4]],
  ["one value a line", "7\n8\n\n9\n", ["column 1"], [7, 8, 9]],
  ["decimal commas", "x;y\n1,5;2,25\n3;4\n", ["x", "y"], [1.5, 2.25, 3, 4]],
  ["exponents and signs", "x,y\n-1e3,+.5\n2.E-2,-0.25e+2\n", ["x", "y"], [-1000, 0.5, 0.02, -25]],
  ["a name twice", "x,x\n1,2\n", ["x", "x (2)"], [1, 2]],
  ["a delimiter at the end of each row", "x,y\n1,2,\n3,4,\n", ["x", "y", "column 3"], [
    1,
    2,
    NaN,
    3,
    4,
    NaN,
  ]],
  ["a column named #", "#,y\n1,2\n2,3\n", ["#", "y"], [1, 2, 2, 3]],
  ["a name that is hostile", '"a\x1b[2J\u202e",y\n1,2\n', ["a [2J", "y"], [1, 2]],
];
for (const [title, text, names, numbers] of seen) {
  Deno.test(`delimited text with ${title}`, async () => {
    const table = await read(text);
    assert.deepEqual(table.columns.map(({ name }) => name), names);
    assert.deepEqual([...table.numbers([...names.keys()])], numbers);
  });
}

Deno.test("a header that lacks the name of the row names is moved over its columns", async () => {
  const { columns } = await read("x y\nann 1 2\nbob 3 4\n");
  assert.deepEqual(columns.map(({ name }) => name), ["column 1", "x", "y"]);
});

Deno.test("a text that is not UTF-8 is read as Windows-1252", async () => {
  const table = await readTable(Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 10, 49, 10, 50, 10));
  assert.equal(table.columns[0].name, "café");
});

Deno.test("a header is taken or refused as told", async () => {
  assert.equal((await read("1,2\n3,4\n", { header: true })).columns[0].name, "1");
  assert.equal((await read("a,b\n3,4\n", { header: false })).rows, 2);
});

Deno.test("A large text is read as it comes: at no time is more of it held than a chunk", async () => {
  const line = new TextEncoder().encode("0.1234567890123,-123.456\n".repeat(1000));
  let most = 0;
  let given = 0;
  let taken = 0;
  const chunks = async function* () {
    for (let i = 0; i < 500; i++) {
      await Promise.resolve();
      given += line.length;
      most = Math.max(most, given - taken);
      yield line;
    }
  };
  const table = await readTable(chunks(), { onProgress: (bytes) => taken = bytes });
  assert.equal(table.rows, 500_000);
  // The beginning is looked at as a whole, to find out how the text is written.
  assert(most <= 2 ** 16 + 2 * line.length, `${most} bytes were held`);
});
