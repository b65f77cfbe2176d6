import assert from "node:assert/strict";
import {
  colorTable,
  commentExtension,
  depthOf,
  graphicControl,
  imageDescriptor,
  loopExtension,
  screenDescriptor,
} from "../../src/encode/gif/gif_blocks.ts";
import { ColorIndex } from "../../src/encode/gif/gif_palette.ts";
import { IndexedPicture, TRANSPARENT } from "../../src/encode/gif/indexed_picture.ts";

Deno.test("The screen has its size, the lower byte first, and the length of its color table", () => {
  assert.deepEqual(screenDescriptor(640, 300, 256), [0x80, 2, 44, 1, 0xf7, 0, 0]);
  // Three colours take a table of four, two bits each.
  assert.deepEqual(screenDescriptor(1, 1, 3), [1, 0, 1, 0, 0x91, 0, 0]);
});

Deno.test("A color table is filled up to a power of two", () => {
  const color = [1, 2, 3] as const;
  for (const [colors, length] of [[1, 2], [2, 2], [3, 4], [4, 4], [5, 8], [129, 256], [256, 256]]) {
    const table = colorTable(new Array(colors).fill(color));
    assert.equal(table.length, 3 * length);
    assert.deepEqual([...table.subarray(3 * colors - 3, 3 * colors)], [1, 2, 3]);
    assert(table.subarray(3 * colors).every((byte) => byte === 0));
  }
});

Deno.test("Pixels have at least two bits, and no more than the colours need", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 16, 17, 255, 256].map(depthOf), [2, 2, 2, 2, 3, 4, 5, 8, 8]);
});

Deno.test("A delay is told in hundredths of a second, and the next picture laid over this one", () => {
  assert.deepEqual(graphicControl(50), [0x21, 0xf9, 4, 0b100, 5, 0, 0, 0]);
  assert.deepEqual(graphicControl(655_350, 0), [0x21, 0xf9, 4, 0b101, 255, 255, 0, 0]);
});

Deno.test("A picture has its place and its size", () => {
  assert.deepEqual(imageDescriptor([300, 2, 310, 5]), [0x2c, 44, 1, 2, 0, 10, 0, 3, 0, 0]);
});

Deno.test("A loop is told as Netscape 2.0 did", () => {
  const loop = loopExtension(513);
  assert.equal(new TextDecoder("latin1").decode(loop.subarray(3, 14)), "NETSCAPE2.0");
  assert.deepEqual([...loop.subarray(0, 3), ...loop.subarray(14)], [0x21, 0xff, 11, 3, 1, 1, 2, 0]);
});

Deno.test("A comment is cut into blocks of at most 255 bytes", () => {
  const comment = commentExtension("é".repeat(128));
  assert.deepEqual([...comment.subarray(0, 3)], [0x21, 0xfe, 255]);
  assert.deepEqual([...comment.subarray(258)], [1, 0xa9, 0]);
});

Deno.test("The nearest colour is so by the eye's weights: green counts most, red least", () => {
  const colors = new ColorIndex([[0, 40, 0], [0, 0, 45], [50, 0, 0]]);
  assert.equal(colors.nearest(0), 2);
  assert.equal(new ColorIndex([[0, 40, 0], [0, 0, 45]]).nearest(0), 1);
});

Deno.test("Of colours as near the first is the nearest, also when it is asked for again", () => {
  const colors = new ColorIndex([[255, 0, 0], [10, 0, 0], [10, 0, 0]]);
  for (const _ of [1, 2]) assert.equal(colors.nearest(0), 1);
  assert.equal(colors.nearest(255), 0);
});

/** A picture of 4 × 3 pixels, white at first, black and grey besides. */
const WHITE = 0xffffff | 255 << 24;
const BLACK = 255 << 24;
function smallPicture() {
  const colors = new ColorIndex([[255, 255, 255], [0, 0, 0]]);
  const picture = new IndexedPicture(4, 3, colors, WHITE);
  const pixels = new Int32Array(12).fill(WHITE);
  return { picture, pixels, update: () => picture.update(pixels, [[0, 0, 4, 3]]) };
}

Deno.test("What changes of a picture is the smallest rectangle, transparent where nothing changes", () => {
  const { pixels, update } = smallPicture();
  assert.equal(update(), undefined);
  pixels[1] = pixels[6] = BLACK;
  assert.deepEqual(update(), {
    index: Uint8Array.of(2, TRANSPARENT, TRANSPARENT, 2),
    box: [1, 0, 3, 2],
  });
  pixels[11] = BLACK;
  assert.deepEqual(update(), { index: Uint8Array.of(2), box: [3, 2, 4, 3] });
});

Deno.test("A pixel whose colour changes by less than is seen is not drawn again", () => {
  const { picture, pixels, update } = smallPicture();
  pixels[5] = 0xfafafa | 255 << 24;
  assert.equal(update(), undefined);
  assert.deepEqual([...picture.whole().index], new Array(12).fill(1));
});
