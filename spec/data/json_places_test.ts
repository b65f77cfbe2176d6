import assert from "node:assert/strict";
import { DataError, featuresOf, readTable } from "../../mod.ts";

const read = (value: unknown, jsonPath?: string) =>
  readTable(new TextEncoder().encode(JSON.stringify(value)), { keep: true, jsonPath });

const rows = [{ x: 1, y: 2 }, { x: 3, y: 5 }];
const found: readonly [title: string, value: unknown, features: string[], numbers: number[]][] = [
  ["rows under a key", { data: rows }, ["x", "y"], [1, 2, 3, 5]],
  ["rows two keys deep beside a count", { count: 2, results: { rows } }, ["x", "y"], [1, 2, 3, 5]],
  ["rows beside an empty list", { items: rows, errors: [] }, ["x", "y"], [1, 2, 3, 5]],
  ["arrays under a key", { series: { values: [[1, 2], [3, 5]] } }, ["column 1", "column 2"], [
    ...[1, 2, 3, 5],
  ]],
  ["columns under a key", { lat: 5, hourly: { time: ["a", "b"], t: [1, 2] } }, ["t"], [1, 2]],
  ["rows in rows", { data: { edges: [{ node: { x: 1 } }, { node: { x: 2 } }] } }, ["node.x"], [
    ...[1, 2],
  ]],
  [
    "objects in objects",
    { hits: { hits: [{ _id: "a", s: { at: { x: 1 } } }, { _id: "b", s: { at: { x: 2 } } }] } },
    ["s.at.x"],
    [1, 2],
  ],
  ["names beside arrays", { columns: ["x", "y"], rows: [[1, 2], [3, 5]] }, ["x", "y"], [
    ...[1, 2, 3, 5],
  ]],
  ["names of something else beside arrays", { fields: ["x", "y", "z"], rows: [[1, 2], [3, 5]] }, [
    ...["column 1", "column 2"],
  ], [1, 2, 3, 5]],
  ["digits in a text behind zeros", [{ zip: "01234", x: "1" }, { zip: "01235", x: "2" }], ["x"], [
    ...[1, 2],
  ]],
  [
    "described columns beside arrays",
    { columns: [{ name: "x", type: "real" }, { name: "y", type: "real" }], rows: [[1, 2], [3, 5]] },
    ["x", "y"],
    [1, 2, 3, 5],
  ],
  ["columns with a column of lists", { id: ["a", "b"], e: [[1, 2], [3, 5]] }, ["e[0]", "e[1]"], [
    ...[1, 2, 3, 5],
  ]],
  ["pandas: columns", { x: { 0: 1, 1: 3, 2: 4 }, y: { 0: 2, 1: 5, 2: 6 } }, ["x", "y"], [
    ...[1, 2, 3, 5, 4, 6],
  ]],
  ["pandas: columns, named rows", { x: { 5: 1, 7: 3 }, y: { 5: 2, 7: 5 } }, ["x", "y"], [
    ...[1, 2, 3, 5],
  ]],
  ["pandas: index", { 0: rows[0], 1: rows[1] }, ["x", "y"], [1, 2, 3, 5]],
  ["pandas: split", { columns: ["x", "y"], index: [4, 9], data: [[1, 2], [3, 5]] }, ["x", "y"], [
    ...[1, 2, 3, 5],
  ]],
  [
    "pandas: table",
    {
      schema: { fields: [{ name: "n" }, { name: "x" }], primaryKey: ["n"], pandas_version: "1.4" },
      data: [{ n: 3, x: 1 }, { n: 9, x: 2 }],
    },
    ["x"],
    [1, 2],
  ],
  ["rows by their keys", { "-Ma": rows[0], "-Mb": rows[1], "-Mc": { x: 7, y: 8 } }, ["x", "y"], [
    ...[1, 2, 3, 5, 7, 8],
  ]],
  ["columns by the names of rows", { x: { ann: 1, bob: 3, cy: 7 }, y: { ann: 2, bob: 5, cy: 8 } }, [
    ...["x", "y"],
  ], [1, 2, 3, 5, 7, 8]],
];
for (const [title, value, features, numbers] of found) {
  Deno.test(`JSON is read for what it says: ${title}`, async () => {
    const table = await read(value);
    const { names, points } = await featuresOf(table);
    assert.deepEqual(names, features);
    assert.deepEqual([...points.data], numbers);
    for (const record of table.records()) assert.equal(record.length, table.cells!.length);
  });
}

Deno.test("Rows keep the names that JSON gives them, unless these only count them", async () => {
  const cells = async (value: unknown) => [...(await read(value)).records()];
  assert.deepEqual(await cells({ x: { 0: 1, 1: 3 }, y: { 0: 2, 1: 5 } }), [[1, 2], [3, 5]]);
  assert.deepEqual(await cells({ x: { 5: 1, 7: 3 }, y: { 5: 2, 7: 5 } }), [["5", 1, 2], [
    ...["7", 3, 5],
  ]]);
});

const refused: readonly [
  title: string,
  value: unknown,
  path: string | undefined,
  message: RegExp,
][] = [
  [
    "rows in two places",
    { a: rows, links: [{ u: 1 }] },
    undefined,
    /in 2 places, 'a', 'links': choose one, as in --json-path a$/,
  ],
  ["several lists of rows", { a: [[1, 2]], b: [[1, 3]] }, undefined, /in 2 places, 'a', 'b'/],
  [
    "a key that is not there",
    { data: rows },
    "date",
    /^there is no 'date' for --json-path date: there are 'data'$/,
  ],
  ["a text at the place", { data: "x" }, "data", /^there are no rows at 'data': it is a text$/],
  ["rows below the place", { a: { b: rows, c: 1 } }, "a", /an object, with rows at 'a.b'$/],
  [
    "what may be either",
    { a: rows[0], b: rows[1] },
    undefined,
    /of 2 objects with 2 keys, and either may be the rows, 'a' or 'x'/,
  ],
  [
    "no rows at all",
    { a: { b: 1 } },
    undefined,
    /^it is JSON, but not an array of rows: it is an object$/,
  ],
  ["an empty list", { data: [] }, "data", /^it holds no rows$/],
];
for (const [title, value, path, message] of refused) {
  Deno.test(`JSON without a table that is clear is refused with the way out: ${title}`, async () => {
    await assert.rejects(read(value, path), (error) => {
      assert(error instanceof DataError);
      assert.match(error.message, message);
      return true;
    });
  });
}

Deno.test("A path leads through keys with points in them and elements of arrays", async () => {
  assert.equal((await read({ a: rows, b: rows.slice(1) }, "b")).rows, 1);
  assert.equal((await read({ "a.b": { c: rows } }, "a.b.c")).rows, 2);
  assert.equal((await read({ r: [{ columns: ["x"], values: [[1], [2], [3]] }] }, "r.0")).rows, 3);
});

Deno.test("Lists are features, an element each; those of unlike length are refused with their row", async () => {
  const lists = await read([{ id: "a", e: [0.1, 0.2] }, { id: "b", e: null }, {
    id: "c",
    e: [1, null],
  }]);
  assert.deepEqual(lists.columns.map(({ name }) => name), ["id", "e[0]", "e[1]"]);
  assert.deepEqual([...lists.numbers([1, 2])], [0.1, 0.2, NaN, NaN, 1, NaN]);
  const unlike = await read([{ x: 1, e: [1, 2] }, { x: 2, e: [1] }, { x: 4, e: [] }]);
  await assert.rejects(featuresOf(unlike), {
    place: "row 2, column e",
    message:
      "it has 1 number, not 2 as others: give all as many, or choose other columns with --columns",
  });
  await assert.rejects(featuresOf(unlike, { columns: "e" }), DataError);
  assert.deepEqual((await featuresOf(unlike, { columns: "x" })).names, ["x"]);
});

Deno.test("A name chooses all elements of its list, beside one of them alone", async () => {
  const table = await read([{ e: [1, 2, 3], o: { p: 1, q: 2 } }, {
    e: [3, 2, 1],
    o: { p: 5, q: 6 },
  }]);
  const names = async (columns: string) => (await featuresOf(table, { columns })).names;
  assert.deepEqual(await names("e"), ["e[0]", "e[1]", "e[2]"]);
  assert.deepEqual(await names("o,e[1]"), ["o.p", "o.q", "e[1]"]);
  await assert.rejects(names("e,e[1]"), /'e\[1\]' is chosen twice/);
});

Deno.test("Lists of words and dictionaries are no features", async () => {
  const words = await read([{ x: 1, t: ["a"], d: { k1: 1 } }, { x: 2, t: [], d: { k2: 1 } }, {
    ...{ x: 5, t: [], d: { k3: 1 } },
  }]);
  const { names, notes } = await featuresOf(words);
  assert.deepEqual([names, notes], [["x"], ["left out: t (text), d (text)"]]);
});

Deno.test("A column of true and false is one of 1 and 0, and one that has others too is text", async () => {
  const table = await read([{ a: true, b: true }, { a: false, b: 2 }, { a: null, b: false }]);
  const { names, notes, points } = await featuresOf(table);
  assert.deepEqual([names, [...points.data]], [["a", "b"].slice(0, 1), [1, 0]]);
  assert.deepEqual(notes.slice(0, 2), ["left out: b (text)", "true and false count as 1 and 0: a"]);
});

Deno.test("NaN, which Python writes into JSON, is missing; what is no number at all is refused", async () => {
  const read = (text: string) => readTable(new TextEncoder().encode(text), { format: "json" });
  const table = await read('[{"x":NaN,"y":"a\\"NaN"},{"x":2,"y":"NaN NaN"}]');
  assert.deepEqual([...table.numbers([0])], [NaN, 2]);
  assert.equal(table.columns[1].other, 'a"NaN');
  await assert.rejects(read('[{"x":Infinity}]'), { place: "line 1, character 7" });
});
