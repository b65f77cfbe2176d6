import type { Stamps } from "../film/geometry.ts";
import { DEFAULTS, element } from "../svg/elements.ts";
import { rasterize } from "./rasterizer.ts";

/** Places are told apart to this part of a pixel. */
export const PHASES = 4;

/** A stamp as pixels, drawn once for each fraction of a pixel it can stand at. */
export class Sprite {
  /** The leftmost column and the topmost row, from the pixel of its place. */
  readonly start: number;
  /** How many columns and rows. */
  readonly side: number;
  readonly #path: (x: number, y: number) => string;
  readonly #phases: Uint8Array[] = [];

  /**
   * @param stamps What is stamped.
   * @param width The width of its stroke.
   * @param cap How its stroke ends.
   */
  constructor({ stamp, reach }: Stamps, width: number, cap?: string) {
    const margin = Math.ceil(reach + width / 2) + 1;
    this.start = -margin;
    this.side = 2 * margin + 1;
    this.#path = (x, y) =>
      element("path", {
        "stroke": "#000",
        "stroke-width": width,
        ...(cap && { "stroke-linecap": cap }),
        "d": `M${x} ${y}${stamp}`,
      });
  }

  /**
   * How much of each pixel it covers, from 0 to 255, row after row.
   *
   * @param x How far its place is to the right of a pixel's corner, in parts of a pixel.
   * @param y How far below.
   */
  alpha(x: number, y: number): Uint8Array {
    return this.#phases[y * PHASES + x] ??= this.#draw(x / PHASES, y / PHASES);
  }

  #draw(x: number, y: number): Uint8Array {
    const { start, side } = this;
    const viewBox = `${start} ${start} ${side} ${side}`;
    const svg = { ...DEFAULTS, width: side, height: side, viewBox };
    return Uint8Array.from(
      rasterize(element("svg", svg, this.#path(x, y))),
      (pixel) => pixel >>> 24,
    );
  }
}
