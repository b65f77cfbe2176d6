import assert from "node:assert/strict";
import { lightOf, mixLight, toRgb } from "../../src/film/colors/color.ts";
import { clusterColors, UNASSIGNED } from "../../src/film/colors/palette.ts";
import { Mixtures } from "../../src/film/cloud/mixtures.ts";
import type { Paint } from "../../src/internal.ts";

const paints = (k: number) => clusterColors(k) as Paint[];
const nearest = (mixtures: Mixtures, color: string) => {
  const [red, green, blue] = toRgb(color).map(lightOf);
  return mixtures.colors[mixtures.nearest(red, green, blue)];
};
const distance = (a: string, b: string) => Math.hypot(...toRgb(a).map((x, i) => x - toRgb(b)[i]));

Deno.test("The light of a cluster has its colour, and that of two a mixture of their light", () => {
  const [red, blue] = ["#ff0000", "#0000ff"] as const;
  const mixtures = new Mixtures(UNASSIGNED, [red, blue]);
  assert.deepEqual(mixtures.colors.slice(0, 3), [UNASSIGNED, red, blue]);
  assert.equal(nearest(mixtures, red), red);
  assert.equal(nearest(mixtures, blue), blue);
  for (const share of [1 / 4, 1 / 2, 3 / 4]) {
    const mixed = mixLight(red, blue, share);
    assert.equal(nearest(mixtures, mixed), mixed);
  }
});

Deno.test("The nearest colour is the nearest of all, never that of points without a cluster", () => {
  const mixtures = new Mixtures(UNASSIGNED, paints(6));
  for (let i = 0; i < 500; i++) {
    const color = `#${((i * 7919 * 101) % 2 ** 24).toString(16).padStart(6, "0")}`;
    const found = nearest(mixtures, color);
    const least = Math.min(...mixtures.colors.slice(1).map((other) => distance(color, other)));
    // Colours that agree in their leading bits share an answer.
    assert(distance(color, found) <= least + 14, `${color}: ${found}`);
  }
  assert.notEqual(nearest(mixtures, UNASSIGNED), UNASSIGNED);
});

Deno.test("No two mixtures are alike, and there are never more than 255 colours", () => {
  const { colors } = new Mixtures(UNASSIGNED, paints(8));
  colors.slice(9).forEach((color, i) =>
    colors.slice(0, 9 + i).forEach((other) => assert(distance(color, other) >= 28, color))
  );
  assert(colors.length > 20);
  assert.equal(new Mixtures(UNASSIGNED, paints(300)).colors.length, 255);
  assert(new Mixtures(UNASSIGNED, paints(100)).colors.length <= 255);
});
