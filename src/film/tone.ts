import { Cloud } from "./cloud.ts";
import { SHARES } from "./footprint.ts";

/** The least that a point alone covers of what it stands on. */
const FAINTEST = 0.45;
/** How fast a point alone fades with the number that lie upon each other elsewhere. */
const FADING = 0.35;
/** The share of pixels that are not opaque. */
const BELOW = 0.99;
/** How finely heights are sorted, a doubling. */
const BINS = 16;

/**
 * How dense pixels look, in levels: where points hardly meet, as they cover; where they lie upon each
 * other, by the logarithm of their number, so that the densest are opaque, the others are told
 * apart, and one alone is still seen.
 *
 * @param covered How much the points of each pixel cover together, in {@link SHARES}.
 * @returns The level of each pixel.
 */
export function levelsOf(covered: Float64Array): Uint8Array {
  let [pixels, sum] = [0, 0];
  const bins = new Uint32Array(BINS * 64);
  for (const shares of covered) {
    if (shares === 0) continue;
    pixels++;
    sum += shares;
    if (shares > SHARES) bins[Math.ceil(BINS * Math.log2(shares / SHARES))]++;
  }
  const mean = sum / SHARES / pixels;
  const alone = Math.max(FAINTEST, Math.min(1, mean ** -FADING));
  let [top, above] = [bins.length - 1, 0];
  while (top > 1 && above + bins[top] <= pixels * (1 - BELOW)) above += bins[top--];
  const slope = (1 - alone) / (top / BINS);
  const levels = new Uint8Array(covered.length);
  for (let i = 0; i < levels.length; i++) {
    const layers = covered[i] / SHARES;
    const alpha = layers <= 1 ? alone * layers : alone + slope * Math.log2(layers);
    levels[i] = Math.round(Math.min(1, alpha) * Cloud.LEVELS);
  }
  return levels;
}
