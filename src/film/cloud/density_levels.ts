import { Cloud } from "./cloud.ts";
import type { Coverage } from "./coverage.ts";
import { SHARES } from "./footprint.ts";

/** The least opacity of a point that lies alone, chosen by eye so that it is still seen. */
const LEAST_ALONE = 0.55;
/**
 * How fast a point that lies alone gets fainter as more points lie on a pixel on average: its
 * opacity is that average to the power of -0.35, chosen by eye.
 */
const FADING = 0.35;
/**
 * The share of covered pixels that stay below full opacity, so that a few heaps do not set the
 * scale.
 */
const BELOW_TOP = 0.99;
/** How many bins of the histogram of densities there are for each doubling of the density. */
const BINS_A_DOUBLING = 16;
/** How many doublings the histogram holds: 2⁶⁴ points on one pixel are more than there can be. */
const DOUBLINGS = 64;

/**
 * How opaque each pixel is, in levels.
 *
 * While points are few, a pixel is as opaque as if they were drawn one by one. As they get more,
 * all pixels would end up fully opaque. A pixel's opacity then grows with the logarithm of how many
 * points lie on it: from that of a point alone, which is still seen, up to the densest pixels.
 *
 * @param coverage How much the points cover of each pixel.
 * @param crowding How far to go from the first kind of picture, 0, to the second, 1.
 * @returns The level of each pixel, from 0 to `Cloud.LEVELS`.
 */
export function levelsOf({ shares, clear }: Coverage, crowding: number): Uint8Array {
  let [pixels, sum] = [0, 0];
  const histogram = new Uint32Array(BINS_A_DOUBLING * DOUBLINGS);
  for (let i = 0; i < shares.length; i++) {
    if (shares[i] === 0) continue;
    pixels++;
    sum += shares[i];
    if (shares[i] > SHARES) histogram[Math.ceil(BINS_A_DOUBLING * doublings(shares[i]))]++;
  }
  const mean = sum / SHARES / pixels;
  const alone = Math.max(LEAST_ALONE, Math.min(1, mean ** (-FADING * crowding)));

  // The lowest bin above which at most one pixel in a hundred lies: from there on all are opaque.
  let [top, above] = [histogram.length - 1, 0];
  while (top > 1 && above + histogram[top] <= pixels * (1 - BELOW_TOP)) above += histogram[top--];
  const slope = (1 - alone) / (top / BINS_A_DOUBLING);

  const levels = new Uint8Array(shares.length);
  for (let i = 0; i < levels.length; i++) {
    if (shares[i] === 0) continue;
    const more = slope * Math.max(0, doublings(shares[i]));
    levels[i] = Math.round(Math.min(1, alone * (1 - clear[i]) + more) * Cloud.LEVELS);
  }
  return levels;
}

/** How many times the density doubles from one whole point on a pixel to what lies on it. */
function doublings(shares: number): number {
  return Math.log2(shares / SHARES);
}
