import assert from "node:assert/strict";
import { namesToText, rowsToText, textToNames, textToRows } from "../../src/page/compact.ts";
import { linkOf, stateOfLink } from "../../src/page/link.ts";
import { ownPointsOfLink, readOwnPoints } from "../../src/page/own_points.ts";

const state = (query: string) => stateOfLink(new URLSearchParams(query));
const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("Rows in a link need no escapes", () => {
  const matrix = { data: Float64Array.of(1, 2, 3.5, -4, 1e-7, 1e21), rows: 3, columns: 2 };
  const text = rowsToText(matrix);
  assert.equal(text, "1_2*3.5_-4*1e-7_1e+21");
  assert.deepEqual(textToRows(text, "the points"), matrix);
});

for (
  const [text, says] of [
    ["1_x", "'x' is no number"],
    ["1_", "'' is no number"],
    ["1_2*", "'' is no number"],
    ["1_Infinity", "'Infinity' is no number"],
    ["1_NaN", "'NaN' is no number"],
    ["1_2*3", "the rows are of unlike length"],
    ["1*2_3", "the rows are of unlike length"],
    [`1_${"x".repeat(500)}`, `'${"x".repeat(40)}' is no number`],
  ]
) {
  Deno.test(`Rows that cannot be read from a link are told: ${text.slice(0, 20)}`, () => {
    assert.throws(() => textToRows(text, "the points"), {
      name: "RangeError",
      message: `the points cannot be read from the link: ${says}`,
    });
  });
}

Deno.test("Names come back from a link whatever stands in them", () => {
  const names = ["a_b", "100 %", "%5F", "%25", "_", "", "a%_b"];
  assert.deepEqual(textToNames(namesToText(names)), names);
  assert.equal(namesToText(["a", "b"]), "a_b");
});

Deno.test("Points of a link have as many names as features, or none", () => {
  assert.deepEqual(ownPointsOfLink("1_2*3_4", null).features, []);
  assert.deepEqual(ownPointsOfLink("1_2*3_4", "a_b").features, ["a", "b"]);
  assert.throws(() => ownPointsOfLink("1_2*3_4", "a_b_c"), /3 names for 2 features$/);
  assert.equal(ownPointsOfLink("1_2*3_4", null).name, "the link");
});

Deno.test("A link's centroids must be k, of as many features as the points", () => {
  assert.equal(state("k=2&centroids=1_2*3_4").centroids!.rows, 2);
  assert.equal(state("k=1&data=1*2&centroids=1").centroids!.columns, 1);
  assert.throws(() => state("k=3&centroids=1_2*3_4"), /2 centroids of 2 features, but k is 3/);
  assert.throws(() => state("k=2&centroids=1*3"), /2 centroids of 1 features/);
  assert.throws(() => state("k=1&data=1*2&centroids=1_2"), /1 centroids of 2 features/);
});

Deno.test("Generated points are never standardized, whatever a link says", () => {
  assert.equal(state("standardize=true").choices.standardize, false);
  assert.equal(state("data=1_2*3_4&k=2&standardize=true").choices.standardize, true);
});

Deno.test("A link to one's own points leaves out what generated others, and says k", () => {
  const { parameters } = linkOf(state("data=1_2*3_4&k=2&shape=moons&clusters=3&points=9"));
  assert.equal(String(parameters), "k=2&data=1_2*3_4");
  const named = linkOf(state("data=1_2*3_4&k=12&features=a_b&add=5_6&centroids=0_0"
    .replace("k=12", "k=1")));
  assert.equal(String(named.parameters), "k=1&data=1_2*3_4&features=a_b&add=5_6&centroids=0_0");
  assert(named.isWhole);
});

Deno.test("A link is at most 4000 characters; what is longer leaves the points out", () => {
  const long = (length: number) => {
    const own = state("data=1&k=1");
    const { data } = textToRows(`1${"0".repeat(length)}`, "x");
    return linkOf({ ...own, own: { ...own.own!, points: { data, rows: 1, columns: 1 } } });
  };
  assert(long(20).isWhole);
  const rows = (count: number) => linkOf(state(`k=1&data=${Array(count).fill("1").join("*")}`));
  // "k=1&data=" and a digit and a star each, but for the last.
  assert.equal(String(rows(1996).parameters).length, 4000);
  assert(rows(1996).isWhole);
  assert(!rows(1997).isWhole);
  assert.equal(String(rows(1997).parameters), "k=1");
});

Deno.test("A table that is dropped gives its points, names, and what was left out", async () => {
  const own = await readOwnPoints(bytes("a,b,who\n1,2,x\n3,,y\n5,600,z\n"), "t.csv");
  assert.deepEqual(own.features, ["a", "b"]);
  assert.deepEqual([...own.points.data], [1, 2, 5, 600]);
  assert.deepEqual([...own.rows!], [0, 2]);
  assert.match(own.note, /who \(text\); /);
  assert.match(own.unlike!, /^b spreads .* times as widely as a/);
  const bare = await readOwnPoints(bytes("1,2\n3,4\n"), "t.csv");
  assert.deepEqual(bare.features, []);
  assert.deepEqual([bare.note, bare.unlike, bare.rows], ["", undefined, undefined]);
});

Deno.test("The ending of a dropped file says its format", async () => {
  const own = await readOwnPoints(bytes("1 2\t3\n4 5\t6\n"), "t.tsv");
  assert.equal(own.table!.columns.length, 2);
});

Deno.test("A table too large for the page is refused: 20000 points, or 8 MB", async () => {
  const rows = (count: number) => bytes("1,2\n".repeat(count));
  assert.equal((await readOwnPoints(rows(20_000), "t.csv")).points.rows, 20_000);
  await assert.rejects(
    readOwnPoints(rows(20_001), "t.csv"),
    /^RangeError: t\.csv has 20001 points, more than 20000: take a sample$/,
  );
  await assert.rejects(
    readOwnPoints(new Uint8Array(8 * 2 ** 20 + 1), "t.csv"),
    /^RangeError: t\.csv is larger than 8 MB: take a sample$/,
  );
  await assert.rejects(
    readOwnPoints(new Uint8Array(8 * 2 ** 20 + 1), `${"x".repeat(400)}`),
    (error: Error) => error.message.length < 200,
  );
});
