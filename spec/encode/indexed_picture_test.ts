import assert from "node:assert/strict";
import { ColorIndex } from "../../src/encode/gif/gif_palette.ts";
import { IndexedPicture, TRANSPARENT } from "../../src/encode/gif/indexed_picture.ts";

const [WHITE, BLACK, NEARLY_WHITE] = [0xffffff, 0x000000, 0xfffffe];
/** The indices of white and black in a picture, behind that of transparent. */
const [white, black] = [1, 2];
const whole = [[0, 0, 4, 2]] as const;

/** A white picture of 4 × 2 pixels, and what to paint on it. */
function picture() {
  const shown = new IndexedPicture(4, 2, new ColorIndex([[255, 255, 255], [0, 0, 0]]), WHITE);
  return { shown, pixels: new Int32Array(8).fill(WHITE) };
}

Deno.test("A picture is paper until something is painted on it", () => {
  const { shown, pixels } = picture();
  assert.equal(shown.update(pixels, whole), undefined);
  assert.deepEqual([...shown.whole().index], Array(8).fill(white));
});

Deno.test("A piece is the rectangle that changes, what does not change in it transparent", () => {
  const { shown, pixels } = picture();
  pixels[1] = pixels[7] = BLACK;
  const { index, box } = shown.update(pixels, whole)!;
  assert.deepEqual(box, [1, 0, 4, 2]);
  assert.deepEqual([...index], [black, 0, 0, 0, 0, black]);
});

Deno.test("A piece begins with the first pixel that changes in any row", () => {
  const { shown, pixels } = picture();
  pixels[0] = pixels[2] = BLACK;
  assert.deepEqual(shown.update(pixels, whole)!.box, [0, 0, 3, 1]);
});

Deno.test("What has changed is not told again with the next piece", () => {
  const { shown, pixels } = picture();
  pixels[0] = BLACK;
  shown.update(pixels, whole);
  // The first pixel lies in the rectangle of these two, and has not changed again.
  pixels[1] = pixels[4] = BLACK;
  const { index, box } = shown.update(pixels, whole)!;
  assert.deepEqual(box, [0, 0, 2, 2]);
  assert.deepEqual([...index], [TRANSPARENT, black, black, TRANSPARENT]);
  pixels.fill(WHITE);
  shown.update(pixels, whole);
  assert.deepEqual([...shown.whole().index], Array(8).fill(white));
});

Deno.test("A pixel whose colour is shown as nearly as the palette can is left as it is", () => {
  const shades = new ColorIndex([[255, 255, 255], [250, 250, 250]]);
  const shown = new IndexedPicture(4, 2, shades, WHITE);
  const pixels = new Int32Array(8).fill(WHITE);
  pixels[3] = 0xfafafa;
  assert.equal(shown.update(pixels, whole), undefined);
  assert.equal(shades.isClose(NEARLY_WHITE, 0), true);
  assert.equal(shades.isClose(BLACK, 0), false);
});

Deno.test("Only the boxes are looked at", () => {
  const { shown, pixels } = picture();
  pixels[0] = pixels[7] = BLACK;
  assert.deepEqual(shown.update(pixels, [[2, 1, 4, 2]])!.box, [3, 1, 4, 2]);
});
