import assert from "node:assert/strict";
import zlib from "node:zlib";
import { Random, readTable } from "../../mod.ts";
import { gunzipped } from "../../src/data/read/gunzip.ts";
import { formatOfName } from "../../src/data/read/input_formats.ts";
import { rowsToParquet } from "../../src/data/write/parquet.ts";
import { workbook } from "../support/workbook.ts";
import { pieces } from "./writers.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const kinds: Readonly<Record<string, Uint8Array>> = {
  csv: bytes("x,y\n1,2\n3,4\n"),
  tsv: bytes("x\ty\n1\t2\n3\t4\n"),
  json: bytes('[{"x":1,"y":2},{"x":3,"y":4}]'),
  ndjson: bytes('{"x":1,"y":2}\n{"x":3,"y":4}\n'),
  parquet: rowsToParquet({ names: ["x", "y"], rows: [[1, 2], [3, 4]] }),
  xlsx: workbook({ A: [["x", "y"], [1, 2], [3, 4]] }),
};
for (const [kind, unpacked] of Object.entries(kinds)) {
  Deno.test(`What gzip has packed is read as if it were not: ${kind}, whatever its name`, async () => {
    const packed = new Uint8Array(zlib.gzipSync(unpacked));
    for (const format of [undefined, formatOfName(`a.${kind}.gz`)]) {
      for (const source of [packed, pieces(packed, 1), pieces(packed, 7)]) {
        const { columns, numbers } = await readTable(source, { format });
        assert.deepEqual(columns.map(({ name }) => name), ["x", "y"]);
        assert.deepEqual([...numbers([0, 1])], [1, 2, 3, 4]);
      }
    }
  });
}

Deno.test("A name that ends in .gz says what is packed", () => {
  const names = ["a.csv.gz", "a.JSON.GZ", "a.parquet.gz", "a.gz", "a.tsv.gz", "gz"];
  assert.deepEqual(names.map(formatOfName), [
    "csv",
    "json",
    "parquet",
    undefined,
    "tsv",
    undefined,
  ]);
});

Deno.test("What is packed and damaged, cut off or of several parts is refused", async () => {
  const packed = new Uint8Array(zlib.gzipSync(bytes("x,y\n1,2\n3,4\n".repeat(50))));
  const changed = packed.slice();
  changed[packed.length - 6] ^= 1;
  const parts = new Uint8Array([...packed, ...packed]);
  for (const damaged of [packed.slice(0, 12), packed.slice(0, -1), changed, parts]) {
    await assert.rejects(readTable(damaged), {
      message: "it is gzip that is damaged, cut off or of several parts: unpack it first",
    });
  }
});

Deno.test("What unpacks to more than can be held is given up while it is unpacked", async () => {
  let made = 0;
  const zeros = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      made++;
      controller.enqueue(new Uint8Array(2 ** 20));
    },
  });
  const packed = zeros.pipeThrough(new CompressionStream("gzip"));
  await assert.rejects(async () => {
    for await (const _ of gunzipped(packed, 2 ** 24));
  }, { name: "DataError", message: "it unpacks to more than 16 MB: unpack it first" });
  assert(made < 100, `${made}`);
});

Deno.test("What goes wrong while a packed input is read is told as it is", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    const random = new Random(1982);
    const noise = Uint8Array.from({ length: 5000 }, () => 48 + 10 * random.uniform());
    yield new Uint8Array(zlib.gzipSync(noise)).subarray(0, 1000);
    await Promise.resolve();
    throw new RangeError("the disk is gone");
  }
  await assert.rejects(readTable(broken()), { name: "RangeError", message: "the disk is gone" });
});
