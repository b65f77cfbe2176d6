import assert from "node:assert/strict";
import { OPTIONS } from "../../src/cli/options/table.ts";
import * as values from "../../src/cli/options/values.ts";

/** Texts of a kind of value that are read, and such as are refused. */
const examples: readonly (readonly [
  name: string,
  // deno-lint-ignore no-explicit-any
  value: values.Value<any>,
  read: Readonly<Record<string, unknown>>,
  refused: readonly string[],
])[] = [
  [
    "a whole number within bounds",
    values.whole(2, 9),
    { "2": 2, "9": 9, "+3": 3, "5.0": 5, "4e0": 4 },
    ["1", "10", "2.5", "", " 3", "0x3", "3k", "NaN", "Infinity"],
  ],
  [
    "a number within bounds",
    values.number(0, 1.5),
    { "0": 0, "1.5": 1.5, ".5": 0.5, "1e-3": 0.001 },
    ["-0.1", "1.6", "", "1,5", "x"],
  ],
  [
    "one of some words",
    values.word("a", "b"),
    { a: "a", b: "b" },
    ["A", "", "c"],
  ],
  [
    "a range of values",
    values.range,
    { "-4,4": [-4, 4], "0,.5": [0, 0.5] },
    ["4,-4", "1,1", "1", "1,2,3", "-1e308,1e308", "a,b"],
  ],
  [
    "a range of numbers of clusters",
    values.wholes,
    { "1..12": [1, 12], "999..1000": [999, 1000] },
    ["0..3", "3..3", "4..1", "1..1001", "1-3", "1..", "1..2.5"],
  ],
  [
    "a size",
    values.size,
    { "640x480": [640, 480], "16×8192": [16, 8192] },
    ["15x480", "640x15", "8193x480", "640", "640x", "640*480", "6e2x480"],
  ],
  [
    "a length of time",
    values.time({ least: 20, most: 3_600_000 }),
    { "500ms": 500, "2s": 2000, "1.234s": 1230, "26ms": 30, "20ms": 20, "3600s": 3_600_000 },
    ["2", "10ms", "3601s", "2m", "-2s", "s"],
  ],
  [
    "a moment",
    values.moment,
    {
      "3.2s": 3200,
      "3.2": 3200,
      "500ms": 500,
      "iteration=4": { iteration: 4 },
      "iteration=4:assign": { iteration: 4, part: "assign" },
      "iteration=4:update": { iteration: 4, part: "update" },
    },
    [
      "iteration=",
      "iteration=4:",
      "iteration=4:hold",
      "iteration=-1",
      "4th",
      "iteration=4.5",
      "-1s",
    ],
  ],
  [
    "an amount of bytes",
    values.bytes,
    { "2MB": 2e6, "500KB": 5e5, "1.5MiB": 1.5 * 2 ** 20, "7B": 7, "1kB": 1000, "1KiB": 1024 },
    ["2", "0MB", "2GB", "MB", "-1KB"],
  ],
  [
    "iterations",
    values.iterations,
    { auto: "auto", "0,1,last": [0, 1, "last"], "7": [7] },
    ["", "first", "1,", "1.5", "-1"],
  ],
  [
    "a comparison",
    values.comparison,
    {
      "init=random,kmeans++": { what: "init", values: ["random", "kmeans++"] },
      "k=3,6": { what: "k", values: [3, 6] },
      "seed=0,4294967295": { what: "seed", values: [0, 4294967295] },
    },
    ["k=3", "k=0,1", "init=random,best", "size=1,2", "seed=1,4294967296", "k=1,2,3,4,5,6,7,8,9,10"],
  ],
];

for (const [name, { read, write }, texts, refused] of examples) {
  Deno.test(`The text of ${name} is read, and what it is written as reads the same`, () => {
    for (const [text, value] of Object.entries(texts)) {
      assert.deepEqual(read(text), value, text);
      assert.deepEqual(read(write(value)), value, text);
    }
  });

  Deno.test(`What is not ${name} is refused with what was expected`, () => {
    for (const text of refused) {
      assert.throws(() => read(text), /such as|from|or more|one of/, text);
    }
  });
}

Deno.test("Every option that has a value can write it again", () => {
  for (const [name, option] of Object.entries(OPTIONS)) {
    assert.equal("write" in option, "read" in option, name);
  }
});
