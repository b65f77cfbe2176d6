import type { Box } from "../../film/scene/geometry.ts";
import type { ColorIndex } from "./gif_palette.ts";

/** The index of the palette that leaves a pixel as it is; the colours follow it. */
export const TRANSPARENT = 0;

/** A rectangle of a picture, as indices of a palette. */
export interface Piece {
  readonly index: Uint8Array;
  readonly box: Box;
}

/** A picture as a GIF's reader has it: the index of a palette for each pixel. */
export class IndexedPicture {
  readonly #width: number;
  readonly #colors: ColorIndex;
  /** The pixels that were looked up last. */
  readonly #painted: Int32Array;
  readonly #shown: Uint8Array;
  /** What changes in the present update; transparent otherwise. */
  readonly #change: Uint8Array;

  /**
   * Begins with paper alone.
   *
   * @param width In pixels.
   * @param height In pixels.
   * @param colors The palette.
   * @param paper The pixel of the paper.
   */
  constructor(width: number, height: number, colors: ColorIndex, paper: number) {
    this.#width = width;
    this.#colors = colors;
    this.#painted = new Int32Array(width * height).fill(paper);
    this.#shown = new Uint8Array(width * height).fill(colors.nearest(paper) + 1);
    this.#change = new Uint8Array(width * height);
  }

  /** The whole picture. */
  whole(): Piece {
    const box = [0, 0, this.#width, this.#shown.length / this.#width] as const;
    return { index: this.#shown.slice(), box };
  }

  /**
   * Takes on what was painted.
   *
   * @param pixels The whole picture.
   * @param boxes Where it may have changed.
   * @returns The rectangle that has changed, what has not changed in it transparent; nothing if
   * nothing has changed.
   */
  update(pixels: Int32Array, boxes: readonly Box[]): Piece | undefined {
    let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
    for (const [boxLeft, boxTop, boxRight, boxBottom] of boxes) {
      for (let y = boxTop; y < boxBottom; y++) {
        const row = y * this.#width;
        const first = this.#updateRow(pixels, row + boxLeft, row + boxRight);
        if (first < 0) continue;
        left = Math.min(left, first - row);
        right = Math.max(right, endOf(this.#change, row + boxRight) - row);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
      }
    }
    return right < 0 ? undefined : this.#cut([left, top, right, bottom]);
  }

  /** Looks up the pixels from `start` to `end`; tells the first that changes, or −1. */
  #updateRow(pixels: Int32Array, start: number, end: number): number {
    const colors = this.#colors;
    const painted = this.#painted;
    const shown = this.#shown;
    const change = this.#change;
    let first = -1;
    for (let i = start; i < end; i++) {
      const pixel = pixels[i];
      if (pixel === painted[i]) continue;
      painted[i] = pixel;
      const index = colors.nearest(pixel) + 1;
      if (index === shown[i] || colors.isClose(pixel, shown[i] - 1)) continue;
      shown[i] = index;
      change[i] = index;
      if (first < 0) first = i;
    }
    return first;
  }

  #cut(box: Box): Piece {
    const [left, top, right, bottom] = box;
    const index = new Uint8Array((right - left) * (bottom - top));
    for (let y = top; y < bottom; y++) {
      const row = this.#change.subarray(y * this.#width + left, y * this.#width + right);
      index.set(row, (y - top) * (right - left));
      row.fill(TRANSPARENT);
    }
    return { index, box };
  }
}

/** Where the pixels that change end, of those before `end`. */
function endOf(change: Uint8Array, end: number): number {
  while (change[end - 1] === TRANSPARENT) end--;
  return end;
}
