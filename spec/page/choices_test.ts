import assert from "node:assert/strict";
import { choicesOf, parametersOf } from "../../src/page/choices.ts";

const read = (query: string) => choicesOf(new URLSearchParams(query));

Deno.test("What a link does not say has the default of the command", () => {
  assert.deepEqual(read(""), {
    shape: "blobs",
    clusters: 12,
    points: 100,
    k: 12,
    init: "random",
    seed: 1,
    size: [640, 480],
    style: "glide",
    cells: true,
    trails: true,
    standardize: false,
  });
  assert.equal(String(parametersOf(read(""))), "");
});

Deno.test("k is as many as a shape has groups, and left out of the link where it is", () => {
  assert.equal(read("shape=moons").k, 2);
  assert.equal(String(parametersOf(read("shape=moons"))), "shape=moons");
  assert.equal(String(parametersOf(read("shape=moons&k=12"))), "shape=moons&k=12");
});

Deno.test("A switch that is 0 or false is off", () => {
  for (const value of ["", "=1", "=true"]) assert.equal(read(`no-cells${value}`).cells, false);
  for (const value of ["=0", "=false"]) assert.equal(read(`no-cells${value}`).cells, true);
  assert.equal(read("standardize").standardize, true);
  assert.equal(read("no-trails").trails, false);
});

for (
  const [query, says] of [
    ["k=0", "k '0' cannot be: expected a whole number from 1 to 100"],
    ["k=101", "from 1 to 100"],
    ["k=1.5", "a whole number"],
    ["k=-1", "a whole number"],
    ["k=0x10", "a whole number"],
    ["seed=4294967296", "from 0 to 4294967295"],
    ["start-seed=4294967296", "from 0 to 4294967295"],
    ["clusters=0", "from 1 to 20000"],
    ["points=0", "from 1 to 20000"],
    ["clusters=201&points=100", "points '201 × 100' cannot be: expected at most 20000 in all"],
    ["shape=square", "expected one of blobs"],
    ["init=best", "one of random"],
    ["theme=blue", "one of "],
    ["style=wild", "one of glide, classic"],
    ["size=15x480", "16x16 to 1920x1080"],
    ["size=480x15", "16x16 to 1920x1080"],
    ["size=1921x480", "16x16 to 1920x1080"],
    ["size=640x1081", "16x16 to 1920x1080"],
    ["size=640", "16x16 to 1920x1080"],
    ["size=640x480x1", "16x16 to 1920x1080"],
  ]
) {
  Deno.test(`A link that asks for what cannot be is refused with what can: ${query}`, () => {
    assert.throws(() => read(query), (error: Error) => {
      assert(error instanceof RangeError);
      assert(error.message.includes(says), error.message);
      return true;
    });
  });
}

Deno.test("The ends of each range are in it", () => {
  for (
    const query of [
      ...["k=1", "k=100", "seed=0", "seed=4294967295", "clusters=200&points=100"],
      ...["size=16x16", "size=1920x1080", "clusters=1&points=20000", "start-seed=0"],
    ]
  ) read(query);
  assert.equal(read("start-seed=0").startSeed, 0);
  assert.equal(read("seed=0").seed, 0);
});

Deno.test("A message quotes 40 characters of a value at the most", () => {
  assert.throws(() => read(`shape=${"x".repeat(1000)}`), (error: Error) => {
    assert(error.message.includes(`'${"x".repeat(40)}'`));
    return true;
  });
});
