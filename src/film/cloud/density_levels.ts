import { Cloud } from "./cloud.ts";
import type { Coverage } from "./coverage.ts";
import { SHARES } from "./footprint.ts";

/** The least that a point alone covers of what it stands on. */
const FAINTEST = 0.55;
/** How fast a point alone fades with the number that lie upon each other elsewhere. */
const FADING = 0.35;
/** The share of pixels that are not opaque. */
const BELOW = 0.99;
/** How finely heights are sorted, a doubling. */
const BINS = 16;

/**
 * How dense pixels look, in levels. Few points cover as if each was drawn. The more lie upon each
 * other, the more it is the logarithm of their number that counts, so that the densest pixels are
 * opaque, the others are told apart, and a point alone is still seen.
 *
 * @param coverage What the points do.
 * @param crowd How far to go from the one to the other, from 0 to 1.
 * @returns The level of each pixel.
 */
export function levelsOf({ shares, clear }: Coverage, crowd: number): Uint8Array {
  let [pixels, sum] = [0, 0];
  const bins = new Uint32Array(BINS * 64);
  for (let i = 0; i < shares.length; i++) {
    if (shares[i] === 0) continue;
    pixels++;
    sum += shares[i];
    if (shares[i] > SHARES) bins[Math.ceil(BINS * Math.log2(shares[i] / SHARES))]++;
  }
  const mean = sum / SHARES / pixels;
  const alone = Math.max(FAINTEST, Math.min(1, mean ** (-FADING * crowd)));
  let [top, above] = [bins.length - 1, 0];
  while (top > 1 && above + bins[top] <= pixels * (1 - BELOW)) above += bins[top--];
  const slope = (1 - alone) / (top / BINS);
  const levels = new Uint8Array(shares.length);
  for (let i = 0; i < levels.length; i++) {
    if (shares[i] === 0) continue;
    const more = slope * Math.max(0, Math.log2(shares[i] / SHARES));
    levels[i] = Math.round(Math.min(1, alone * (1 - clear[i]) + more) * Cloud.LEVELS);
  }
  return levels;
}
