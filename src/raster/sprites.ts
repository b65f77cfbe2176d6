import type { Stamps } from "../film/scene/geometry.ts";
import { type Attributes, DEFAULTS, element } from "../svg/elements.ts";
import { rasterize } from "./rasterizer.ts";

/** The pixels that a stamp covers, one after another. */
export interface Ink {
  /** How far each is to the right of the stamp's place, in pixels. */
  readonly rights: Int16Array;
  /** How far each is below. */
  readonly downs: Int16Array;
  /** How much of each is covered, from 1 to 255. */
  readonly shares: Uint8Array;
}

/** Places are told apart to this part of a pixel. */
export const PHASES = 4;

/** A stamp as pixels, for each fraction of a pixel it can stand at: all are drawn in one go. */
export class Sprite {
  /** How far it reaches to each side from the pixel of its place. */
  readonly reach: number;
  readonly #phases: readonly Ink[];

  /**
   * @param stamps What is stamped.
   * @param width The width of its stroke.
   * @param cap How its stroke ends.
   */
  constructor({ stamp, reach }: Stamps, width: number, cap?: string) {
    this.reach = Math.ceil(reach + width / 2) + 1;
    this.#phases = this.#draw(stamp, {
      "stroke": "#000",
      "stroke-width": width,
      ...(cap && { "stroke-linecap": cap }),
    });
  }

  /**
   * What it covers.
   *
   * @param x How far its place is to the right of a pixel's corner, in parts of a pixel.
   * @param y How far below.
   */
  ink(x: number, y: number): Ink {
    return this.#phases[y * PHASES + x];
  }

  #draw(stamp: string, paint: Attributes): Ink[] {
    const { reach } = this;
    const side = 2 * reach + 1;
    const whole = side * PHASES;
    const phases = Array.from({ length: PHASES ** 2 }, (_, i) => [
      i % PHASES,
      Math.floor(i / PHASES),
    ]);
    const place = (phase: number) => phase * side + reach + phase / PHASES;
    const d = phases.map(([x, y]) => `M${place(x)} ${place(y)}${stamp}`).join("");
    const viewBox = `0 0 ${whole} ${whole}`;
    const pixels = rasterize(element(
      "svg",
      { ...DEFAULTS, width: whole, height: whole, viewBox },
      element("path", { ...paint, d }),
    ));
    return phases.map(([x, y]) => {
      const rights: number[] = [];
      const downs: number[] = [];
      const shares: number[] = [];
      for (let down = 0; down < side; down++) {
        for (let right = 0; right < side; right++) {
          const share = pixels[(y * side + down) * whole + x * side + right] >>> 24;
          if (share === 0) continue;
          rights.push(right - reach);
          downs.push(down - reach);
          shares.push(share);
        }
      }
      return {
        rights: Int16Array.from(rights),
        downs: Int16Array.from(downs),
        shares: Uint8Array.from(shares),
      };
    });
  }
}
