import assert from "node:assert/strict";
import { makeFilm, readRecipe, record, toRows } from "../../mod.ts";
import type { Subject } from "../../src/formats/format.ts";
import { endingOf, formatOfPath, FORMATS, ROW_FORMATS } from "../../src/formats/formats.ts";

const recipe = { k: 2, title: "<&> ü\u2028" };
const points = [[0, 0], [0, 1], [9, 9]];
const trace = record(points, { k: 2 }, { recipe });
const subject: Subject = {
  film: () => Promise.resolve(makeFilm(trace, { width: 64, height: 48 })),
  look: { fps: 5 },
  trace,
  rows: () => ({ names: ["x", "y"], rows: toRows(trace.points) }),
  recipe,
};

for (const { ending, encode, holds, recipeIn } of FORMATS) {
  Deno.test(`A file of the format ${ending} is made by its record alone`, async () => {
    const bytes = await encode(subject);
    assert(bytes.length > 0);
    if (holds === "rows") return;
    assert.deepEqual(JSON.parse(recipeIn!(bytes)!).recipe ?? JSON.parse(recipeIn!(bytes)!), recipe);
    assert.deepEqual(readRecipe(bytes), recipe);
  });
}

Deno.test("No format reads a recipe from a file of another kind", async () => {
  const files = new Map<string, Uint8Array>();
  for (const { ending, encode } of FORMATS) files.set(ending, await encode(subject));
  const families = [["gif"], ["svg", "html"], ["mp4"], ["apng", "png"], ["json"]];
  for (const family of families) {
    for (const { ending, recipeIn } of FORMATS) {
      if (!recipeIn || family.includes(ending)) continue;
      for (const own of family) assert.equal(recipeIn(files.get(own)!), undefined, ending);
    }
  }
});

Deno.test("No two formats have one ending, and an ending is found whatever its case", () => {
  const endings = FORMATS.map(({ ending }) => ending);
  assert.equal(new Set(endings).size, endings.length);
  assert.equal(formatOfPath("a/b.c/Film.GIF")?.ending, "gif");
  assert.equal(formatOfPath("rows.json")?.ending, "json");
  assert.equal(formatOfPath("a.rows.json")?.ending, "rows.json");
  assert.equal(formatOfPath("a.gif/b"), undefined);
  assert.equal(endingOf("constructor"), "");
});

Deno.test("Rows alone are neither drawn nor still", () => {
  for (const { holds, isPixels, canBeStill, embeddedAs } of ROW_FORMATS) {
    assert.deepEqual([holds, isPixels, canBeStill, embeddedAs], [
      "rows",
      undefined,
      undefined,
      undefined,
    ]);
  }
});

Deno.test("What has pixels can be made smaller, and what is drawn frame by frame has pixels", () => {
  for (const { ending, isPixels, isMoving, economies } of FORMATS) {
    assert.equal(economies !== undefined, isPixels === true, ending);
    assert(isPixels || !isMoving, ending);
  }
});
