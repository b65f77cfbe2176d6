import assert from "node:assert/strict";
import { differenceCiede2000 } from "culori";
// @ts-types="npm:@types/d3-delaunay@6.0.4"
import { Delaunay } from "npm:d3-delaunay@6.0.6";
import { blobs } from "../../mod.ts";
import { unlikeNeighbors } from "../../src/film/colors/neighbors.ts";
import { clusterColors } from "../../src/film/colors/palette.ts";

const distance = differenceCiede2000();

/** The least CIEDE2000 between the colours of two neighbours. */
function closest(colors: readonly string[], places: Float64Array): number {
  const delaunay = new Delaunay(places);
  return Math.min(
    ...colors.flatMap((color, i) =>
      [...delaunay.neighbors(i)].map((j) => distance(color, colors[j]))
    ),
  );
}

for (const k of [21, 60, 100]) {
  Deno.test(`of ${k} clusters, neighbours have colours 14 apart in CIEDE2000`, () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { data } = blobs({ clusters: k, points: 1, seed });
      const colors = clusterColors(k);
      const dealt = unlikeNeighbors(colors, data);
      assert.deepEqual(dealt.toSorted(), colors.toSorted());
      assert(closest(dealt, data) >= 14, `${closest(dealt, data)} with seed ${seed}`);
    }
  });
}

Deno.test("up to twenty clusters keep the colours of their place", () => {
  const colors = clusterColors(20);
  assert.deepEqual(
    unlikeNeighbors(colors, blobs({ clusters: 20, points: 1, seed: 1 }).data),
    colors,
  );
});

Deno.test("clusters in one place, or on a line, have all the colours too", () => {
  const colors = clusterColors(30);
  for (
    const places of [
      new Float64Array(60),
      Float64Array.from({ length: 60 }, (_, i) => i >> 1),
    ]
  ) {
    assert.deepEqual(unlikeNeighbors(colors, places).toSorted(), colors.toSorted());
  }
});
