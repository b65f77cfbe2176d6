import assert from "node:assert/strict";
import { featuresOf, readTable } from "../../mod.ts";
import { clusteredRows } from "../../src/data/write/clustered_rows.ts";
import { rowsToNdjson } from "../../src/data/write/json_rows.ts";
import { rowsToParquet } from "../../src/data/write/parquet.ts";
import { rowsToDelimited } from "../../src/data/write/rows.ts";
import { inEmptyFolder } from "../support/command.ts";
import { duckDb } from "../support/duckdb.ts";

const database = await duckDb();
const ignore = database === undefined;

/** A column of each type that DuckDB writes, of 20 rows. */
const EVERY_TYPE = `select
  i::TINYINT as i8, (i * 1000)::SMALLINT as i16, i::UTINYINT as u8, i::UINTEGER as u32,
  (i * 100000000000)::BIGINT as i64, 18446744073709551580::UBIGINT + i::UBIGINT as u64,
  (i / 3)::FLOAT as f, i / 3 as d, i::DOUBLE as whole, i % 2 = 0 as b,
  case when i % 3 = 0 then null else i end as gap, null::INTEGER as nothing,
  timestamp '2024-03-01 12:34:56.123456' + to_microseconds(i) as us,
  timestamp_ns '2024-03-01 12:34:56.123456789' as ns,
  timestamp_ms '2024-03-01 12:34:56.123' as ms,
  timestamptz '2024-03-01 12:34:56.123456+00' as utc,
  date '2024-02-29' + i::INTEGER as day, time '12:34:56.789012' as t,
  (12345678901234567890.12::DECIMAL(22,2) + i) as long, (i + 0.25)::DECIMAL(9,2) as short,
  '\\xFF\\x00ab'::BLOB as bin, uuid '550e8400-e29b-41d4-a716-446655440000' as id,
  'text ' || i as s, ['red', 'green'][1 + i % 2]::ENUM('red', 'green') as en,
  [i, i + 1, i + 2]::FLOAT[] as emb, {'lat': i / 2, 'name': 'x' || i} as st,
  MAP {'k' || i: i} as mp, ['a', null] as words, interval 1 day as iv, '{"a":1}'::JSON as js
from range(20) t(i)`;

/** Some Parquet that DuckDB writes. */
async function writtenByDuckDb(folder: string, how: string, sql = EVERY_TYPE): Promise<Uint8Array> {
  await database!(`copy (${sql}) to '${folder}/in.parquet' (format parquet, ${how})`);
  return await Deno.readFile(`${folder}/in.parquet`);
}

for (
  const how of [
    "row_group_size 7",
    "codec 'lz4_raw'",
    "codec 'zstd'",
    "codec 'gzip'",
    "codec 'brotli'",
    "codec 'uncompressed'",
    "parquet_version v2",
  ]
) {
  Deno.test({
    name: `Parquet of every type comes out of the same types and values: ${how}`,
    ignore,
    fn: () =>
      inEmptyFolder(async (folder) => {
        const bytes = await writtenByDuckDb(folder, how);
        const table = await readTable(bytes, { keep: true });
        const points = Uint32Array.from({ length: 19 }, (_, i) => i + 1);
        const out = rowsToParquet(
          clusteredRows({ ...table, rows: points }, {
            cluster: points.map((row) => row % 3),
            distance: Float64Array.from(points, (row) => row / 7),
          }),
        );
        await Deno.writeFile(`${folder}/out.parquet`, out);
        const seen = await database!(`from '${folder}/out.parquet'`);
        const came = await database!(`from '${folder}/in.parquet'`);
        assert.deepEqual(seen.columns, [...came.columns, "cluster INTEGER", "distance DOUBLE"]);
        const added = [null, ...points].map((row) =>
          row === null ? [null, null] : [row % 3, row / 7]
        );
        assert.deepEqual(seen.rows, came.rows.map((row, i) => [...row, ...added[i]]));
        assert.equal((await readTable(out)).rows, 20);
      }),
  });
}

Deno.test({
  name: "Parquet of any number of columns gets one more",
  ignore,
  fn: () =>
    inEmptyFolder(async (folder) => {
      for (let count = 10; count < 20; count++) {
        const names = Array.from({ length: count }, (_, i) => `i + ${i} as c${i}`);
        const sql = `select ${names.join(", ")} from range(3) t(i)`;
        const table = await readTable(await writtenByDuckDb(folder, "codec 'snappy'", sql), {
          keep: true,
        });
        const rows = clusteredRows({ ...table, rows: undefined }, { cluster: [0, 1, 2] });
        await Deno.writeFile(`${folder}/out.parquet`, rowsToParquet(rows));
        const { columns } = await database!(`from '${folder}/out.parquet'`);
        assert.deepEqual([columns.length, columns.at(-1)], [count + 1, "cluster INTEGER"]);
      }
    }),
});

Deno.test({
  name: "Cells of Parquet are whole in text, whatever their type",
  ignore,
  fn: () =>
    inEmptyFolder(async (folder) => {
      const table = await readTable(await writtenByDuckDb(folder, "codec 'snappy'"), {
        keep: true,
      });
      const rows = clusteredRows({ ...table, rows: undefined }, { cluster: new Uint8Array(20) });
      const text = new TextDecoder().decode(rowsToNdjson(rows)).split("\n")[1];
      const { f, ...row } = JSON.parse(text);
      assert.equal(f, Math.fround(1 / 3));
      assert.deepEqual(row, {
        ...{ i8: 1, i16: 1000, u8: 1, u32: 1, i64: 1e11, u64: "18446744073709551581" },
        ...{ d: 1 / 3, whole: 1, b: false, gap: 1, nothing: null },
        us: "2024-03-01T12:34:56.123457",
        ns: "2024-03-01T12:34:56.123456789",
        ms: "2024-03-01T12:34:56.123",
        utc: "2024-03-01T12:34:56.123456Z",
        ...{ day: "2024-03-01", t: "12:34:56.789012" },
        ...{ long: "12345678901234567891.12", short: 1.25, bin: "ff006162" },
        id: "550e8400-e29b-41d4-a716-446655440000",
        ...{ s: "text 1", en: "green", emb: [1, 2, 3], st: { lat: 0.5, name: "x1" } },
        ...{ mp: { k1: 1 }, words: ["a", null], iv: "P0M1DT0S", js: { a: 1 }, cluster: 0 },
      });
      const csv = new TextDecoder().decode(rowsToDelimited(rows, ",")).split("\n")[2];
      assert.match(csv, /,18446744073709551581,.*,12345678901234567891\.12,1\.25,ff006162,/);
    }),
});

Deno.test({
  name: "A list is a feature an element, a structure one a member, and truths are 0 and 1",
  ignore,
  fn: () =>
    inEmptyFolder(async (folder) => {
      const table = await readTable(await writtenByDuckDb(folder, "row_group_size 7"));
      const { names, points, notes } = await featuresOf(table, { columns: "b,emb,st.lat,long" });
      assert.deepEqual(names, ["b", "emb[0]", "emb[1]", "emb[2]", "st.lat", "long"]);
      assert.deepEqual([...points.data.subarray(6, 12)], [
        0,
        1,
        2,
        3,
        0.5,
        12345678901234567891.12,
      ]);
      assert.deepEqual(notes, ["true and false count as 1 and 0: b"]);
    }),
});

Deno.test({
  name: "What pandas says is the index of a table is no feature",
  ignore,
  fn: () =>
    inEmptyFolder(async (folder) => {
      const sql = "select i as x, 7 - i as __index_level_0__ from range(5) t(i)";
      const said = `{"index_columns": ["__index_level_0__", {"kind": "range"}]}`;
      const bytes = await writtenByDuckDb(folder, `KV_METADATA {pandas: '${said}'}`, sql);
      const { names, notes } = await featuresOf(await readTable(bytes));
      assert.deepEqual([names, notes], [["x"], ["left out: __index_level_0__ (row names)"]]);
    }),
});

Deno.test({
  name: "Lists of unlike length in Parquet are refused with their row",
  ignore,
  fn: () =>
    inEmptyFolder(async (folder) => {
      const sql =
        "select i as x, range(case when i = 17 then 4 else 3 end) as e from range(20) t(i)";
      const table = await readTable(await writtenByDuckDb(folder, "row_group_size 7", sql));
      await assert.rejects(featuresOf(table), { place: "row 18, column e" });
      assert.deepEqual((await featuresOf(table, { columns: "x" })).names, ["x"]);
    }),
});

const texts: readonly [title: string, csv: string, columns: string[], rows: unknown[][]][] = [
  [
    "an id beyond doubles, digits after zeros",
    "id,zip,x\n740245381351497730,01234,1\n2,01235,2.5\n",
    [
      "id VARCHAR",
      "zip VARCHAR",
      "x DOUBLE",
    ],
    [["740245381351497730", "01234", 1], ["2", "01235", 2.5]],
  ],
  ["whole numbers and gaps", "n,x\n1,2\nNA,3\n", ["n INTEGER", "x INTEGER"], [[1, 2], [null, 3]]],
];
for (const [title, csv, columns, rows] of texts) {
  Deno.test({
    name: `Text is written as Parquet for what it says: ${title}`,
    ignore,
    fn: () =>
      inEmptyFolder(async (folder) => {
        const table = await readTable(new TextEncoder().encode(csv), { keep: true });
        const clustered = clusteredRows({ ...table, rows: undefined, features: ["x"] }, {
          cluster: [0, 1],
        });
        await Deno.writeFile(`${folder}/out.parquet`, rowsToParquet(clustered));
        const seen = await database!(`from '${folder}/out.parquet'`);
        assert.deepEqual(seen, {
          columns: [...columns, "cluster INTEGER"],
          rows: rows.map((row, i) => [...row, i]),
        });
      }),
  });
}

Deno.test({
  name: "JSON is written as Parquet for what it says: long numbers, lists, objects",
  ignore,
  fn: () =>
    inEmptyFolder(async (folder) => {
      const json =
        '[{"id":740245381351497730,"u":18446744073709551615,"e":[1,2.5],"o":{"a":[740245381351497730]}},' +
        '{"id":2,"u":0,"e":null,"o":null}]';
      const table = await readTable(new TextEncoder().encode(json), { keep: true });
      await Deno.writeFile(
        `${folder}/out.parquet`,
        rowsToParquet(clusteredRows({ ...table, rows: undefined }, { cluster: [0, 1] })),
      );
      assert.deepEqual(await database!(`from '${folder}/out.parquet'`), {
        columns: ["id BIGINT", "u UBIGINT", "e DOUBLE[]", "o VARCHAR", "cluster INTEGER"],
        rows: [
          ["740245381351497730", "18446744073709551615", [1, 2.5], '{"a":[740245381351497730]}', 0],
          ["2", "0", null, null, 1],
        ],
      });
      const schema = `from parquet_schema('${folder}/out.parquet') where name = 'o'`;
      assert.deepEqual((await database!(`select logical_type ${schema}`)).rows, [["JsonType()"]]);
    }),
});
