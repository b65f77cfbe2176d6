import type { Box } from "../film/scene/geometry.ts";
import { over } from "./blend.ts";
import { Tiles } from "./tiles.ts";

/** Room for the pixels of one tile. */
const FOUND = new Int32Array(2 * Tiles.SIDE ** 2);

/**
 * The pixels of a tile that are not clear: where in the picture each is, and what it is, by turns.
 *
 * @param drawn The pixels that hold the tile, premultiplied.
 * @param width Their width.
 * @param corner Where in them the tile begins.
 * @param box The tile in the picture.
 * @param pictureWidth The width of the picture.
 */
export function sparse(
  drawn: Int32Array,
  width: number,
  [x, y]: readonly [x: number, y: number],
  [left, top, right, bottom]: Box,
  pictureWidth: number,
): Int32Array {
  let count = 0;
  for (let row = top; row < bottom; row++) {
    const from = (row - top + y) * width + x - left;
    const to = row * pictureWidth;
    for (let column = left; column < right; column++) {
      const pixel = drawn[from + column];
      if (pixel === 0) continue;
      FOUND[count++] = to + column;
      FOUND[count++] = pixel;
    }
  }
  return FOUND.slice(0, count);
}

/** Lays {@link sparse} pixels over a picture. */
export function layOver(picture: Int32Array, pixels: Int32Array): void {
  for (let i = 0; i < pixels.length; i += 2) {
    picture[pixels[i]] = over(pixels[i + 1], picture[pixels[i]]);
  }
}
