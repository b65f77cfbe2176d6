import type { Box } from "../film/scene/geometry.ts";

/** A rectangle of a picture. */
export interface Change {
  /**
   * Row after row, each behind the number of its filter, which is 0 for none: red, green, blue,
   * alpha, all of them 0 where nothing has changed.
   */
  readonly rows: Uint8Array;
  readonly box: Box;
}

/**
 * The rectangle that changes from one picture to the next, which is then the one that is shown.
 *
 * @param shown The picture before; becomes the next.
 * @param pixels The next picture.
 * @param width Of both, in pixels.
 * @param boxes Where they may differ.
 * @returns Nothing if they are the same.
 */
export function changeOf(
  shown: Int32Array,
  pixels: Int32Array,
  width: number,
  boxes: readonly Box[],
): Change | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (const [boxLeft, boxTop, boxRight, boxBottom] of boxes) {
    for (let y = boxTop; y < boxBottom; y++) {
      for (let x = boxLeft; x < boxRight; x++) {
        if (shown[y * width + x] === pixels[y * width + x]) continue;
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y + 1);
      }
    }
  }
  if (right < 0) return undefined;
  const rows = new Uint8Array((4 * (right - left) + 1) * (bottom - top));
  let to = 0;
  for (let y = top; y < bottom; y++) {
    to++;
    for (let at = y * width + left; at < y * width + right; at++, to += 4) {
      const pixel = pixels[at];
      if (shown[at] === pixel) continue;
      shown[at] = pixel;
      rows[to] = pixel;
      rows[to + 1] = pixel >> 8;
      rows[to + 2] = pixel >> 16;
      rows[to + 3] = 255;
    }
  }
  return { rows, box: [left, top, right, bottom] };
}
