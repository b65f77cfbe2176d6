import assert from "node:assert/strict";
import { alphaOf, Cloud } from "../../src/film/cloud/cloud.ts";
import { coverageOf } from "../../src/film/cloud/coverage.ts";
import { levelsOf } from "../../src/film/cloud/density_levels.ts";
import { SHARES } from "../../src/film/cloud/footprint.ts";

/** The coverage of pixels on which so many points lie, each of which covers `part` of its own. */
function coverageOfCounts(counts: readonly number[], part = SHARES) {
  const centers = Uint32Array.from(counts.flatMap((count, i) => new Array(count).fill(i)));
  return coverageOf(centers, counts.length, Int32Array.of(0), Int32Array.of(part));
}

Deno.test("What points cover adds up, and what they leave is multiplied", () => {
  for (const count of [1, 2, 15, 16, 17, 40]) {
    const { shares, clear } = coverageOfCounts([0, count], SHARES / 4);
    assert.deepEqual([...shares], [0, count * SHARES / 4]);
    assert.deepEqual([...clear], [1, 0.75 ** count]);
  }
});

Deno.test("Points cover the pixels around them, and overlap there", () => {
  const { shares, clear } = coverageOf(
    Uint32Array.of(1, 1, 3),
    5,
    Int32Array.of(-1, 0, 1),
    Int32Array.of(16, 64, 16),
  );
  assert.deepEqual([...shares], [32, 128, 48, 64, 16]);
  assert.deepEqual([...clear], [0.75 ** 2, 0, 0.75 ** 3, 0, 0.75]);
});

Deno.test("Where points are few, pixels are as opaque as if they were drawn one by one", () => {
  const { LEVELS } = Cloud;
  assert.deepEqual([...levelsOf(coverageOfCounts([0, 1, 1, 1]), 0)], [0, LEVELS, LEVELS, LEVELS]);
  const quarters = levelsOf(coverageOfCounts([0, 1, 2, 4], SHARES / 4), 0);
  assert.deepEqual([...quarters], [0, 1, 2, 4].map((n) => Math.round(LEVELS * (1 - 0.75 ** n))));
});

// A thousand pixels, of which the densest hundredth are heaps.
const counts = Array.from({ length: 1000 }, (_, i) => i < 10 ? 5000 : 2 ** (i % 8));
const levels = [...levelsOf(coverageOfCounts(counts), 1)];

Deno.test("Where points are many, each doubling of them is more opaque by as much", () => {
  const byDoublings = Array.from({ length: 8 }, (_, i) => levels[16 + i]);
  const steps = byDoublings.slice(1).map((level, i) => level - byDoublings[i]);
  assert(Math.min(...steps) >= 1 && Math.max(...steps) - Math.min(...steps) <= 1, `${byDoublings}`);
});

Deno.test("A few heaps do not make all others faint: only a hundredth of the pixels goes beyond the scale", () => {
  assert.equal(levels[0], Cloud.LEVELS);
  assert.equal(levels[23], Cloud.LEVELS);
  assert(levels.every((level) => level <= Cloud.LEVELS));
});

Deno.test("A point alone keeps more than half of its opacity, and loses some as others crowd", () => {
  const alone = levels[16];
  assert(alone >= 0.55 * Cloud.LEVELS - 0.5 && alone < Cloud.LEVELS, `${alone}`);
  assert.equal(levelsOf(coverageOfCounts(counts), 0)[16], Cloud.LEVELS);
});

Deno.test("A pixel that is covered in part gets no fainter by the logarithm", () => {
  const some = coverageOfCounts([1, 1, 1, 400, 400], SHARES / 8);
  const levels = levelsOf(some, 1);
  const alone = levelsOf(coverageOfCounts([1, 1, 1, 50, 50]), 1)[0];
  assert.equal(levels[0], Math.round(alone / 8));
  assert.equal(levels[3], Cloud.LEVELS);
});

Deno.test("The last level is opaque, none is not there", () => {
  assert.deepEqual([0, Cloud.LEVELS / 2, Cloud.LEVELS].map(alphaOf), [0, 128, 255]);
});
