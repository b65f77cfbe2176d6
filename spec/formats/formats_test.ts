import assert from "node:assert/strict";
import { makeFilm, readRecipe, record, stillOf, toRows } from "../../mod.ts";
import type { Subject } from "../../src/formats/format.ts";
import { beginsWith } from "../../src/bytes/begins_with.ts";
import {
  endingOf,
  formatCalled,
  formatOfPath,
  FORMATS,
  ROW_FORMATS,
} from "../../src/formats/formats.ts";

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
  assert.equal(endingOf("a.gif/b"), "");
});

for (const ending of ["png", "svg"]) {
  Deno.test(`A ${ending} shows the moment that is asked for instead of the film`, async () => {
    const { encode, canBeStill } = formatCalled(ending)!;
    const still = async () => stillOf(await subject.film(), 0);
    assert(canBeStill);
    assert.deepEqual(
      await encode({ ...subject, still }),
      await encode({ ...subject, film: still }),
    );
    assert.notDeepEqual(await encode({ ...subject, still }), await encode(subject));
  });

  Deno.test(`A ${ending} can do without a background`, async () => {
    const { encode, canBeTransparent } = formatCalled(ending)!;
    const look = { ...subject.look, transparent: true };
    assert(canBeTransparent);
    assert.notDeepEqual(await encode({ ...subject, look }), await encode(subject));
  });
}

Deno.test("Cells are kept apart by commas in a csv and by tabs in a tsv", async () => {
  const text = async (ending: string) =>
    new TextDecoder().decode(await formatCalled(ending)!.encode(subject)).split("\n")[0];
  assert.deepEqual([await text("csv"), await text("tsv")], ["x,y", "x\ty"]);
});

Deno.test("A page or an SVG that is cut within its recipe carries none", () => {
  for (const cut of ['<metadata>{"k":2}<', '<metadata>{"k":2}</metad']) {
    assert.equal(readRecipe(new TextEncoder().encode(`<svg>${cut}`)), undefined);
  }
});

Deno.test("Only an object is a recipe, and only its own signature makes a file one of a format", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  assert.equal(readRecipe(bytes("<svg><metadata>[1]</metadata></svg>")), undefined);
  assert.equal(readRecipe(bytes("<svg><metadata>7</metadata></svg>")), undefined);
  assert.equal(readRecipe(bytes("<svg><metadata>{</metadata></svg>")), undefined);
  assert.equal(readRecipe(bytes("<svg><metadata>{}")), undefined);
  assert.equal(beginsWith(bytes("GIX"), "GIF"), false);
  assert.equal(beginsWith(bytes("GIF89a"), "GIF"), true);
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

Deno.test("A GIF, an MP4 and an APNG are drawn frame by frame, together", () => {
  const moving = FORMATS.filter(({ isMoving }) => isMoving).map(({ ending }) => ending);
  assert.deepEqual(moving, ["gif", "mp4", "apng"]);
});
