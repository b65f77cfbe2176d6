import { mixLight, ofLight, type Rgb, toRgb } from "../colors/color.ts";
import type { Paint } from "../scene/mark.ts";

/** How many colours there are at the most. */
const MOST = 255;
/** How unlike the others a mixture is that is worth a colour of its own, in sRGB. */
const UNLIKE = 28;
/** The shares of the second of two colours that are mixed. */
const PARTS = [1 / 2, 1 / 4, 3 / 4];
/** Bits a channel by which colours found are remembered. */
const BITS = 6;
const ROUGH = 8 - BITS;
/** How finely light is told apart. */
const FINE = 4095;

/** The colours that pixels of several clusters can have: the clusters' own, and mixtures of two. */
export class Mixtures {
  /** The colours, a quiet one and then the clusters' first. */
  readonly colors: readonly Paint[];
  readonly #channels: readonly Rgb[];
  /** Channels in sRGB by their light. */
  readonly #bytes = Uint8Array.from({ length: FINE + 1 }, (_, i) => ofLight(i / FINE));
  readonly #found = new Uint8Array(2 ** (3 * BITS));

  /**
   * @param quiet The colour of what has no cluster, which no mixture gives.
   * @param clusters The colours of the clusters.
   */
  constructor(quiet: Paint, clusters: readonly Paint[]) {
    const colors = [quiet, ...clusters].slice(0, MOST);
    const known = colors.map(toRgb);
    for (const part of PARTS) {
      for (let i = 1; i <= clusters.length; i++) {
        for (let j = i + 1; j <= clusters.length && colors.length < MOST; j++) {
          const color = mixLight(clusters[i - 1], clusters[j - 1], part) as Paint;
          const own = toRgb(color);
          if (known.some((other) => distance(own, other) < UNLIKE ** 2)) continue;
          colors.push(color);
          known.push(own);
        }
      }
    }
    this.colors = colors;
    this.#channels = known;
  }

  /** The index of the colour nearest to some light, each channel from 0 to 1; never the quiet one. */
  nearest(red: number, green: number, blue: number): number {
    const r = this.#bytes[Math.round(red * FINE)];
    const g = this.#bytes[Math.round(green * FINE)];
    const b = this.#bytes[Math.round(blue * FINE)];
    const slot = (r >> ROUGH) << 2 * BITS | (g >> ROUGH) << BITS | b >> ROUGH;
    return this.#found[slot] ||= this.#search([r, g, b]);
  }

  #search(color: Rgb): number {
    let nearest = 1;
    for (let i = 2; i < this.#channels.length; i++) {
      if (distance(color, this.#channels[i]) < distance(color, this.#channels[nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }
}

function distance(a: Rgb, b: Rgb): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
