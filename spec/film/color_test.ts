import assert from "node:assert/strict";
import { converter, differenceEuclidean } from "culori";
import fc from "fast-check";
import {
  hexOf,
  lightOf,
  luminanceOf,
  mixColors,
  mixLight,
  ofLight,
  toHex,
  toRgb,
} from "../../src/film/colors/color.ts";
import { differenceOf, toOklab } from "../../src/film/colors/oklab.ts";
import { holds } from "../property.ts";

const channels = Array.from({ length: 256 }, (_, i) => i);
const colors = fc.integer({ min: 0, max: 2 ** 24 - 1 }).map(hexOf);

Deno.test("A colour is its three channels, rounded, and back", () => {
  assert.deepEqual(toRgb("#0a80ff"), [10, 128, 255]);
  assert.equal(toHex([10, 128, 255]), "#0a80ff");
  assert.equal(toHex([0, 0.4, 9.5]), "#00000a");
  holds(colors, (color) => assert.equal(toHex(toRgb(color)), color));
});

Deno.test("The light of every channel of sRGB leads back to it", () => {
  for (const channel of channels) assert.equal(ofLight(lightOf(channel)), channel);
});

Deno.test("Light is that of IEC 61966-2-1, as another program computes it", () => {
  const toLight = converter("lrgb");
  for (const channel of channels) {
    const { r } = toLight({ mode: "rgb", r: channel / 255, g: 0, b: 0 });
    assert(Math.abs(lightOf(channel) - r) < 1e-6, `${channel}`);
  }
});

Deno.test("Green is the brightest of the primaries, then red, then blue", () => {
  assert.equal(luminanceOf([255, 255, 255]), 1);
  const primaries = [[255, 0, 0], [0, 255, 0], [0, 0, 255]] as const;
  assert.deepEqual(primaries.map(luminanceOf), [0.2126, 0.7152, 0.0722]);
});

Deno.test("A mixture has a share of the second colour, in sRGB or in light", () => {
  assert.equal(mixColors("#000000", "#ff8040", 0.25), "#402010");
  assert.equal(mixLight("#000000", "#ff8040", 0), "#000000");
  assert.equal(mixLight("#000000", "#ff8040", 1), "#ff8040");
  // Half the light of white is much brighter than the channel halfway.
  assert.equal(mixLight("#000000", "#ffffff", 0.5), "#bcbcbc");
  assert.equal(mixLight("#ffffff", "#000000", 0.25), "#e1e1e1");
});

Deno.test("Colours differ in Oklab as another program finds", () => {
  const difference = differenceEuclidean("oklab");
  holds(fc.tuple(colors, colors), ([a, b]) => {
    assert(Math.abs(differenceOf(toOklab(a), toOklab(b)) - difference(a, b)) < 1e-6, `${a} ${b}`);
  });
});
