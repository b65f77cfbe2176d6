import { luminanceOf, type Rgb, toHex, toRgb } from "./color.ts";

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

// Found by simulated annealing from a sketch by eye: near to the sketch and vivid, yet as far apart
// in CIEDE2000 as the test of this file says, in normal vision and, of the first eight, with each
// colour blindness as Machado, Oliveira and Fernandes (2009) simulate it.
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

// The later colours are the multiples of this number, modulo 2^24, that are as bright and nearly as
// vivid as the first. It is odd, so that none comes twice before all have come; a search through
// all odd numbers chose it, as it keeps the first hundred colours far apart, the earlier the more.
const STRIDE = 748903;

/**
 * Colours for clusters, to be seen on white and on near-black alike: each has a contrast of 3:1
 * with both. The first eight are told apart by colour-blind readers too, the first twenty are
 * clearly distinct, and no colour comes twice. Fewer clusters have the same colours as more.
 *
 * Distances are CIEDE2000: Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula", Color
 * Research & Application 30, 2005. The contrast is that of WCAG 2.2.
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
    const color = `#${rgb.toString(16).padStart(6, "0")}`;
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
  // Everything times k, so that hues are whole numbers: a sixth of the circle is k.
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

/** Whether a colour keeps its contrast on white and on near-black, and is no grey. */
function isClear(rgb: Rgb): boolean {
  const luminance = luminanceOf(rgb);
  const vivid = Math.max(...rgb) - Math.min(...rgb) >= 56;
  return vivid && luminance >= 0.12 && luminance <= 0.286;
}
