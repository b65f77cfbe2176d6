import { mixLight, ofLight, type Rgb, toRgb } from "../colors/color.ts";
import type { Paint } from "../scene/mark.ts";

/** How many colours there are at most: an index of them fits in a byte. */
const MOST = 255;
/** How far a mixture must be from every other colour to be worth one of its own, in sRGB. */
const UNLIKE = 28;
/** The shares of the second of two colours that are mixed: halves first, then quarters. */
const PARTS = [1 / 2, 1 / 4, 3 / 4];
/** Bits of each channel by which answers are remembered: colours that agree in them share one. */
const BITS = 6;
const DROPPED_BITS = 8 - BITS;
/**
 * Into how many steps light is divided to look up its channel: so fine that each channel is hit.
 */
const LIGHT_STEPS = 4095;

/** The colours that pixels of several clusters can have: the clusters' own, and mixtures of two. */
export class Mixtures {
  /** The colours: that of points without a cluster, those of the clusters, then the mixtures. */
  readonly colors: readonly Paint[];
  readonly #channels: readonly Rgb[];
  /** The sRGB channel for each step of light. */
  readonly #channelOf = Uint8Array.from(
    { length: LIGHT_STEPS + 1 },
    (_, i) => ofLight(i / LIGHT_STEPS),
  );
  /** The nearest colour by the leading bits of its channels; 0 until it is searched for. */
  readonly #found = new Uint8Array(2 ** (3 * BITS));

  /**
   * @param unassigned The colour of what has no cluster; it takes no part in mixtures.
   * @param clusters The colours of the clusters.
   */
  constructor(unassigned: Paint, clusters: readonly Paint[]) {
    const colors = [unassigned, ...clusters].slice(0, MOST);
    const known = colors.map(toRgb);
    for (const part of PARTS) {
      for (let i = 1; i <= clusters.length; i++) {
        for (let j = i + 1; j <= clusters.length && colors.length < MOST; j++) {
          const color = mixLight(clusters[i - 1], clusters[j - 1], part) as Paint;
          const own = toRgb(color);
          if (known.some((other) => squaredDistance(own, other) < UNLIKE ** 2)) continue;
          colors.push(color);
          known.push(own);
        }
      }
    }
    this.colors = colors;
    this.#channels = known;
  }

  /**
   * The index of the colour nearest to some light, each channel from 0 to 1; never that of points
   * without a cluster.
   */
  nearest(red: number, green: number, blue: number): number {
    const r = this.#channelOf[Math.round(red * LIGHT_STEPS)];
    const g = this.#channelOf[Math.round(green * LIGHT_STEPS)];
    const b = this.#channelOf[Math.round(blue * LIGHT_STEPS)];
    const slot = (r >> DROPPED_BITS) << 2 * BITS | (g >> DROPPED_BITS) << BITS |
      b >> DROPPED_BITS;
    return this.#found[slot] ||= this.#search([r, g, b]);
  }

  #search(color: Rgb): number {
    let nearest = 1;
    let least = squaredDistance(color, this.#channels[nearest]);
    for (let i = 2; i < this.#channels.length; i++) {
      const distance = squaredDistance(color, this.#channels[i]);
      if (distance < least) [nearest, least] = [i, distance];
    }
    return nearest;
  }
}

/** The squared distance of two colours in sRGB. */
function squaredDistance(a: Rgb, b: Rgb): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
