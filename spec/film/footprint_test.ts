import assert from "node:assert/strict";
import { crossPrint, dotPrint, type Footprint, SHARES } from "../../src/film/cloud/footprint.ts";

const areaOf = ({ pixels }: Footprint) =>
  pixels.reduce((sum, [, , share]) => sum + share, 0) / SHARES;

Deno.test("A dot covers the area of a disc, as far as its radius reaches", () => {
  for (const diameter of [1, 2, 3.5, 8]) {
    const print = dotPrint(diameter);
    assert(Math.abs(areaOf(print) / (Math.PI * diameter ** 2 / 4) - 1) < 0.05, `${diameter}`);
    for (const [right, down] of print.pixels) {
      assert(Math.max(Math.abs(right), Math.abs(down)) <= print.reach);
      assert(Math.hypot(right, down) <= diameter / 2 + Math.SQRT1_2);
    }
  }
});

Deno.test("A cross covers two strokes from corner to corner, that overlap in the middle", () => {
  const [arm, width] = [4, 1.4];
  const print = crossPrint(arm, width);
  const area = 2 * (2 * arm * Math.SQRT2 * width) - width ** 2;
  assert(Math.abs(areaOf(print) / area - 1) < 0.05, `${areaOf(print)} for ${area}`);
  for (const [x, y] of [[4, 4], [4, -4], [-4, 4], [-4, -4], [0, 0]]) {
    assert(print.pixels.some(([right, down]) => right === x && down === y), `${x}, ${y}`);
  }
});

Deno.test("Footprints are the same to the left and right, above and below", () => {
  for (const { pixels } of [dotPrint(3.3), crossPrint(3, 1)]) {
    const shares = new Map(pixels.map(([right, down, share]) => [`${right} ${down}`, share]));
    for (const [right, down, share] of pixels) {
      assert.equal(shares.get(`${-right + 0} ${down}`), share);
      assert.equal(shares.get(`${right} ${-down + 0}`), share);
    }
  }
});
