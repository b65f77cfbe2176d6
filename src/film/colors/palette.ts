import { hexOf, luminanceOf, type Rgb, toHex, toRgb } from "./color.ts";

/**
 * The colour of a point that no cluster has yet: a quiet grey, unlike every colour of the first
 * twenty clusters.
 *
 * @example Grey until assigned
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert(!clusterColors(100).includes(UNASSIGNED));
 * ```
 */
export const UNASSIGNED = "#8a8f98";

// A sketch by eye, improved by simulated annealing: colours stayed vivid and close to the sketch
// while the least CIEDE2000 difference between any two grew. spec/film/palette_test.ts says how
// large it is: of all twenty in normal vision, and of the first twelve in each colour blindness as
// well, which Machado, Oliveira and Fernandes (2009) simulate.
const FIRST = [
  "#4a85fe", // azure
  "#fb545d", // coral
  "#08a678", // jade
  "#8d48bf", // amethyst
  "#bb8805", // gold
  "#cc2461", // raspberry
  "#2c7d2a", // forest
  "#df65ad", // orchid
  "#da490e", // vermilion
  "#359294", // lagoon
  "#3859f1", // sapphire
  "#6ba040", // moss
  "#cd2c35", // poppy
  "#189cd2", // sky
  "#dd740d", // amber
  "#03717f", // petrol
  "#c85be6", // fuchsia
  "#037e66", // pine
  "#9680f5", // lavender
  "#0776ac", // steel
];

// Later colours are the multiples of this number modulo 2^24, read as 0xRRGGBB, that are as bright
// as the first twenty and nearly as vivid. As it is odd, its multiples reach all 2^24 colours
// before one comes again. Of all odd numbers it was chosen by a search: it keeps the first hundred
// colours farthest apart, and the earlier ones farther than the later.
const STRIDE = 748903;

/**
 * The least difference between the largest and the smallest channel of a colour that is no grey.
 */
const VIVID = 56;

/**
 * The relative luminances of colours with a contrast of 3:1 on both backgrounds (WCAG 2.2): #0d1117
 * asks for at least 0.1164, #fbfbfa for at most 0.2880. What is left over allows for rounding.
 */
const [DARKEST, BRIGHTEST] = [0.12, 0.286];

/**
 * Colours for clusters, to be seen on white and on near-black alike: each has a contrast of 3:1
 * with both (WCAG 2.2). Colour-blind readers tell the first eight apart too, the first twenty are
 * clearly distinct, and no colour comes twice. Cluster `i` has the same colour whatever `k` is.
 *
 * Differences between colours are measured by CIEDE2000: Sharma, Wu and Dalal, "The CIEDE2000
 * Color-Difference Formula", Color Research & Application 30, 2005.
 *
 * @param k How many clusters.
 * @returns A colour `#rrggbb` for each cluster.
 *
 * @example Three clusters
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(clusterColors(3), ["#4a85fe", "#fb545d", "#08a678"]);
 * assert.deepEqual(clusterColors(100).slice(0, 3), clusterColors(3));
 * ```
 */
export function clusterColors(k: number): string[] {
  const colors = FIRST.slice(0, k);
  for (let rgb = STRIDE; colors.length < k; rgb = (rgb + STRIDE) % 2 ** 24) {
    const color = hexOf(rgb);
    if (isClear(toRgb(color)) && !FIRST.includes(color)) colors.push(color);
  }
  return colors;
}

/**
 * Colours evenly around the hue circle, at saturation and value 0.8: cluster `i` of `k` has hue
 * `i / k`.
 *
 * A. R. Smith, "Color Gamut Transform Pairs", SIGGRAPH 1978, where HSV is from. Channels are
 * rounded half up, exactly.
 *
 * @param k How many clusters.
 * @returns A colour `#rrggbb` for each cluster.
 *
 * @example Red, green and blue
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(classicColors(3), ["#cc2929", "#29cc29", "#2929cc"]);
 * ```
 */
export function classicColors(k: number): string[] {
  // Whole numbers keep the rounding exact: hues count in units of which the circle has 6 k, a sixth
  // of it k. A channel falls from 204 to 204 − 163.2 and is worked out ten times as large.
  const channel = (i: number, sixths: number) => {
    const hue = (sixths * k + 6 * i) % (6 * k);
    const shade = Math.max(0, Math.min(hue, 4 * k - hue, k));
    return Math.floor((2045 * k - 1632 * shade) / (10 * k));
  };
  return Array.from(
    { length: k },
    (_, i) => toHex([channel(i, 5), channel(i, 3), channel(i, 1)]),
  );
}

/** Whether a colour has enough contrast on white and on near-black, and is no grey. */
function isClear(rgb: Rgb): boolean {
  const luminance = luminanceOf(rgb);
  const isVivid = Math.max(...rgb) - Math.min(...rgb) >= VIVID;
  return isVivid && luminance >= DARKEST && luminance <= BRIGHTEST;
}
