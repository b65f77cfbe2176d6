import type { Box } from "../../film/scene/geometry.ts";

/**
 * A picture as video has it: luma for each pixel, chroma for each square of four, in ITU-R BT.709
 * with a limited range. Sides are made even by repeating the last row or column.
 */
export class YuvPicture {
  /** Luma, then blue and red chroma. */
  readonly bytes: Uint8Array;
  /** In pixels, even. */
  readonly width: number;
  /** In pixels, even. */
  readonly height: number;
  readonly #sourceWidth: number;
  readonly #sourceHeight: number;

  constructor(width: number, height: number) {
    this.#sourceWidth = width;
    this.#sourceHeight = height;
    this.width = width + width % 2;
    this.height = height + height % 2;
    this.bytes = new Uint8Array(this.width * this.height * 3 / 2);
  }

  /** Takes on the pixels of a box. */
  update(pixels: Int32Array, [left, top, right, bottom]: Box): void {
    for (let y = top - top % 2; y < bottom; y += 2) {
      for (let x = left - left % 2; x < right; x += 2) this.#square(pixels, x, y);
    }
  }

  /** Converts the square whose upper left corner is at x, y. */
  #square(pixels: Int32Array, x: number, y: number): void {
    const { bytes, width, height } = this;
    const below = y + 1 < this.#sourceHeight ? this.#sourceWidth : 0;
    const beside = x + 1 < this.#sourceWidth ? 1 : 0;
    const from = y * this.#sourceWidth + x;
    const to = y * width + x;
    const [a, b, c, d] = [
      pixels[from],
      pixels[from + beside],
      pixels[from + below],
      pixels[from + below + beside],
    ];
    bytes[to] = luma(a);
    bytes[to + 1] = luma(b);
    bytes[to + width] = luma(c);
    bytes[to + width + 1] = luma(d);

    // The sums of four, so that the factors are those of a sum of 4 × 255.
    const red = (a & 255) + (b & 255) + (c & 255) + (d & 255);
    const green = (a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255);
    const blue = (a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255);
    const chroma = width * height + (y >> 1) * (width >> 1) + (x >> 1);
    bytes[chroma] = CHROMA + (-6596 * red - 22189 * green + 28784 * blue) / SHARE;
    bytes[chroma + (width >> 1) * (height >> 1)] = CHROMA +
      (28784 * red - 26145 * green - 2639 * blue) / SHARE;
  }
}

/**
 * The factors are whole multiples of one part in 2¹⁸, so that sums of them are exact, and pixels the
 * same on every machine.
 */
const SHARE = 2 ** 18;
/** The middle of chroma, and a half to round. */
const CHROMA = 128.5;

/** The luma of a pixel, from 16 to 235. */
function luma(pixel: number): number {
  return 16.5 +
    (47864 * (pixel & 255) + 161017 * (pixel >> 8 & 255) + 16255 * (pixel >> 16 & 255)) / SHARE;
}
