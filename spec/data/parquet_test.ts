import assert from "node:assert/strict";
import zlib from "node:zlib";
import fc from "fast-check";
import { parquetWriteBuffer } from "npm:hyparquet-writer@0.17.0";
import { DataError, readTable } from "../../mod.ts";
import { Day, Decimal, Moment } from "../../src/data/read/cells.ts";
import { readParquet } from "../../src/data/read/parquet.ts";
import { ByteReader } from "../../src/data/read/parquet/byte_reader.ts";
import { Struct } from "../../src/data/read/parquet/thrift.ts";
import { rowsToParquet } from "../../src/data/write/parquet.ts";
import { type PlainTable, tables } from "../arbitraries/tables.ts";
import { ROOT } from "../support/command.ts";
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

Deno.test("What goes past the end of bytes is refused, and a field's number may be written out", () => {
  const reader = new ByteReader(Uint8Array.of(1, 2, 3));
  assert.throws(() => reader.take(4), DataError);
  assert.throws(() => reader.take(-1), DataError);
  assert.deepEqual([...reader.take(3)], [1, 2, 3]);
  assert.throws(() => reader.byte(), DataError);
  // A field of 32 bits whose number, 3, is not told by its distance to the one before; then the end.
  assert.equal(new Struct(new ByteReader(Uint8Array.of(5, 6, 18, 0))).whole(3), 9);
});

const FOLDER = `${ROOT}fixtures/parquet`;
type Row = Readonly<Record<string, unknown>>;

/** A cell as `rows.json` has it. */
function shown(cell: unknown): unknown {
  if (typeof cell === "bigint") return String(cell);
  if (cell instanceof Uint8Array) {
    return Array.from(cell, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  if (cell instanceof Map) return Object.fromEntries(cell);
  if (cell instanceof Decimal) return Number(String(cell));
  if (cell instanceof Date) return cell.toISOString().replace("Z", "");
  return cell instanceof Day || cell instanceof Moment ? String(cell).replace("Z", "") : cell;
}

/** A moment as both write it: without a time where that is midnight, to the millisecond. */
const settled = (cell: unknown) =>
  typeof cell === "string"
    ? cell.replace(
      /^(\d{4}-\d\d-\d\dT[\d:]+)(\.(\d{3})\d*)?$/,
      (_, time, _dot, ms = "000") => `${time}.${ms}`.replace("T00:00:00.000", ""),
    )
    : cell;

for (const name of ["first", "second", "plain", "deltas", "int96"]) {
  Deno.test(`Parquet that Apache Arrow wrote is read as Arrow reads it: ${name}`, async () => {
    const table = await readTable(Deno.readFileSync(`${FOLDER}/${name}.parquet`), { keep: true });
    const wanted: Row[] = JSON.parse(Deno.readTextFileSync(`${FOLDER}/rows.json`));
    const rows = [...table.records()];
    assert.equal(table.rows, wanted.length);
    for (const [j, name] of table.cells!.entries()) {
      assert.deepEqual(
        rows.map((row) => settled(shown(row[j]))),
        wanted.map((row) => settled(row[name])),
        name,
      );
    }
    assert(table.cells!.length === (name === "int96" ? 2 : Object.keys(wanted[0]).length));
  });
}

Deno.test("Numbers are the same in every encoding of them", async () => {
  const data = Array.from({ length: 3000 }, (_, i) => (i * 7919) % 1009 - 500);
  const encoded = [
    ["PLAIN", "DOUBLE"],
    ["BYTE_STREAM_SPLIT", "DOUBLE"],
    ["DELTA_BINARY_PACKED", "INT32"],
    ["RLE_DICTIONARY", "INT32"],
  ] as const;
  for (const [encoding, type] of encoded) {
    const columnData = [{ name: "x", data, type, encoding }];
    const bytes = parquetWriteBuffer({ columnData, pageSize: 500, rowGroupSize: 1100 });
    const table = await readTable(new Uint8Array(bytes));
    assert.deepEqual([...table.numbers([0])], data, encoding);
  }
});

/** Reads bytes that may be damaged: the table, or the reason why there is none. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { rows, columns } = await readTable(bytes, { format: "parquet" });
    return `${rows} rows × ${columns.length}`;
  } catch (error) {
    assert(error instanceof DataError, `${error}`);
    assert.doesNotMatch(error.message, /\n/);
    return error.message;
  }
}

const small = rowsToParquet({ names: ["x", "y"], rows: [[1.5, 2], [2, 1.5], [8, 9.5], [9.5, 8]] });
for (
  const [title, change] of [
    ["0", () => 0],
    ["255", () => 255],
    ["another by its highest bit", (byte: number) => byte ^ 128],
    ["the next number", (byte: number) => byte + 1],
  ] as const
) {
  Deno.test(`A Parquet file of which one byte is ${title} is a table of four rows, or none`, async () => {
    for (let at = 0; at < small.length; at++) {
      const bytes = small.slice();
      bytes[at] = change(bytes[at]);
      assert.match(
        await outcome(bytes),
        /^4 rows × 2$|^it is not a whole Parquet file: |^it is Parquet with /,
        `${at}`,
      );
    }
  });
}

Deno.test("A Parquet file that is cut off anywhere is not whole", async () => {
  for (let length = 4; length < small.length; length++) {
    assert.match(await outcome(small.slice(0, length)), /^it is not a whole Parquet file: /);
  }
});

Deno.test("What describes a page of a file may say anything of it, however it is packed", async () => {
  for (const [codec, pack] of [["GZIP", zlib.gzipSync], ["ZSTD", zlib.zstdCompressSync]] as const) {
    const file = new Uint8Array(parquetWriteBuffer({
      columnData: [{ name: "x", data: [1.5, null, 9.5], type: "DOUBLE" }],
      codec,
      compressors: { [codec]: (bytes: Uint8Array) => new Uint8Array(pack(bytes)) },
    }));
    assert.equal(await outcome(file), "3 rows × 1");
    for (let at = 4; at < 60; at++) {
      for (const change of [0, 1, 127, 255, file[at] ^ 128]) {
        const bytes = file.slice();
        bytes[at] = change;
        await outcome(bytes);
      }
    }
  }
});

Deno.test("Bytes changed in any encoding and packing give a table or a reason", async () => {
  const files = ["first", "second", "plain", "deltas", "int96"].map((name) =>
    Deno.readFileSync(`${FOLDER}/${name}.parquet`)
  );
  const property = fc.asyncProperty(
    fc.constantFrom(...files),
    fc.array(fc.tuple(fc.nat(10_000), fc.nat(255)), { minLength: 1, maxLength: 3 }),
    async (file, changes) => {
      const bytes = file.slice();
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      await outcome(bytes);
    },
  );
  await fc.assert(property, { seed: 1982, numRuns: 400 });
});

Deno.test("A file that unfolds to more than can be held is refused before it does", async () => {
  const data = new Array<number>(2 ** 20).fill(7);
  const written = parquetWriteBuffer({
    columnData: [{ name: "x", data, type: "INT32", nullable: false }],
    rowGroupSize: data.length,
    pageSize: 2 ** 30,
  });
  const bytes = new Uint8Array(written);
  assert(bytes.length < 1000);
  assert.equal(await outcome(bytes), "1048576 rows × 1");
  // Wherever their number stands, doubled by its sign, there are 127 times as many now.
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (bytes.subarray(at, at + 4).join() === "128,128,128,1") bytes[at + 3] = 127;
  }
  assert.equal(
    await outcome(bytes),
    `its ${bytes.length} bytes unfold to more than can be read: write fewer rows, or CSV`,
  );
});

Deno.test("Other work has its turn while a Parquet file is read for long, and can end it", async () => {
  const { now } = performance;
  let time = 0;
  let turns = 0;
  const gone = new AbortController();
  const timer = setInterval(() => turns++, 1);
  // By this clock a second passes between one look at it and the next.
  performance.now = () => time += 1000;
  try {
    await readTable(small, { format: "parquet" });
    setTimeout(() => gone.abort(new Error("the client has gone")));
    await assert.rejects(() => readParquet(small, { signal: gone.signal }), /the client has gone/);
  } finally {
    performance.now = now;
    clearInterval(timer);
  }
  assert(turns >= 1);
});
