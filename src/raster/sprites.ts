import type { Stamps } from "../film/geometry.ts";
import { type Attributes, DEFAULTS, element } from "../svg/elements.ts";
import { rasterize } from "./rasterizer.ts";

/** Places are told apart to this part of a pixel. */
export const PHASES = 4;

/** A stamp as pixels, for each fraction of a pixel it can stand at: all are drawn in one go. */
export class Sprite {
  /** The leftmost column and the topmost row, from the pixel of its place. */
  readonly start: number;
  /** How many columns and rows. */
  readonly side: number;
  readonly #phases: readonly Uint8Array[];

  /**
   * @param stamps What is stamped.
   * @param width The width of its stroke.
   * @param cap How its stroke ends.
   */
  constructor({ stamp, reach }: Stamps, width: number, cap?: string) {
    const margin = Math.ceil(reach + width / 2) + 1;
    this.start = -margin;
    this.side = 2 * margin + 1;
    this.#phases = this.#draw(stamp, {
      "stroke": "#000",
      "stroke-width": width,
      ...(cap && { "stroke-linecap": cap }),
    });
  }

  /**
   * How much of each pixel it covers, from 0 to 255, row after row.
   *
   * @param x How far its place is to the right of a pixel's corner, in parts of a pixel.
   * @param y How far below.
   */
  alpha(x: number, y: number): Uint8Array {
    return this.#phases[y * PHASES + x];
  }

  #draw(stamp: string, paint: Attributes): Uint8Array[] {
    const { start, side } = this;
    const whole = side * PHASES;
    const phases = Array.from({ length: PHASES ** 2 }, (_, i) => [
      i % PHASES,
      Math.floor(i / PHASES),
    ]);
    const place = (phase: number) => phase * side - start + phase / PHASES;
    const d = phases.map(([x, y]) => `M${place(x)} ${place(y)}${stamp}`).join("");
    const viewBox = `0 0 ${whole} ${whole}`;
    const pixels = rasterize(element(
      "svg",
      { ...DEFAULTS, width: whole, height: whole, viewBox },
      element("path", { ...paint, d }),
    ));
    return phases.map(([x, y]) =>
      Uint8Array.from({ length: side ** 2 }, (_, i) => {
        const column = x * side + i % side;
        const row = y * side + Math.floor(i / side);
        return pixels[row * whole + column] >>> 24;
      })
    );
  }
}
