import assert from "node:assert/strict";
import { findBox, fullBox } from "../../src/encode/mp4/boxes.ts";
import { describedSps } from "../../src/encode/mp4/sps.ts";
import { YuvPicture } from "../../src/encode/mp4/yuv.ts";
import { opaquePixel } from "../../src/raster/blend.ts";

/** Luma and both chromas of a picture of 2 × 2 pixels of one colour. */
function yuvOf(color: string): number[] {
  const picture = new YuvPicture(2, 2);
  picture.update(new Int32Array(4).fill(opaquePixel(color)), [0, 0, 2, 2]);
  const [luma, , , , blue, red] = picture.bytes;
  return [luma, blue, red];
}

Deno.test("Colours become what ITU-R BT.709 says, in its limited range, rounded", () => {
  // By hand: luma 16 + 219 Y, chroma 128 + 224 C, where Y = 0.2126 R + 0.7152 G + 0.0722 B.
  assert.deepEqual(yuvOf("#000000"), [16, 128, 128]);
  assert.deepEqual(yuvOf("#ffffff"), [235, 128, 128]);
  assert.deepEqual(yuvOf("#808080"), [126, 128, 128]);
  assert.deepEqual(yuvOf("#ff0000"), [63, 102, 240]);
  assert.deepEqual(yuvOf("#00ff00"), [173, 42, 26]);
  assert.deepEqual(yuvOf("#0000ff"), [32, 240, 118]);
});

Deno.test("Chroma is that of four pixels together, luma of each", () => {
  const picture = new YuvPicture(2, 2);
  const [black, red] = [opaquePixel("#000000"), opaquePixel("#ff0000")];
  picture.update(Int32Array.of(red, black, black, black), [0, 0, 1, 1]);
  assert.deepEqual([...picture.bytes], [63, 16, 16, 16, 122, 156]);
});

Deno.test("An odd side is made even by its last row or column", () => {
  const colors = ["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#808080"];
  for (const [width, height] of [[3, 2], [2, 3], [3, 1], [1, 3], [1, 1]]) {
    const pixels = Int32Array.from({ length: width * height }, (_, i) => opaquePixel(colors[i]));
    const picture = new YuvPicture(width, height);
    picture.update(pixels, [0, 0, width, height]);
    assert.deepEqual([picture.width, picture.height], [width + width % 2, height + height % 2]);
    for (let y = 0; y < picture.height; y++) {
      for (let x = 0; x < picture.width; x++) {
        const from = Math.min(y, height - 1) * width + Math.min(x, width - 1);
        assert.equal(picture.bytes[y * picture.width + x], yuvOf(colors[from])[0]);
      }
    }
  }
});

Deno.test("A box that begins or ends within a square changes all of it, and no other", () => {
  const pixels = new Int32Array(36).fill(opaquePixel("#ffffff"));
  const picture = new YuvPicture(6, 6);
  picture.update(pixels, [3, 3, 4, 4]);
  const changed = [...picture.bytes.subarray(0, 36).keys()].filter((i) => picture.bytes[i] > 0);
  assert.deepEqual(changed, [14, 15, 20, 21]);
});

Deno.test("A set of parameters says its level and its colours, and never looks like a start", () => {
  // Profile 66, level 10, then the fields of a picture of 64 × 48, with no usability information.
  const sps = Uint8Array.of(0x67, 66, 0xc0, 10, 0xda, 0x04, 0x34);
  const described = describedSps(sps, 0);
  assert.deepEqual([...described.subarray(0, 3)], [0x67, 66, 0xc0]);
  assert.equal(described[3], 0);
  for (let i = 2; i < described.length; i++) {
    const isStart = described[i - 2] === 0 && described[i - 1] === 0 && described[i] < 3;
    assert(!isStart, `at ${i}`);
  }
  assert.equal(describedSps(sps, 31)[3], 31);
  assert(described.length > sps.length);
  const withUsability = Uint8Array.of(...sps.subarray(0, 6), 0x36);
  assert.throws(() => describedSps(withUsability, 31), TypeError);
});

Deno.test("What stood behind escapes is read without them, and escaped again", () => {
  const sps = Uint8Array.of(0x67, 66, 0, 0, 3, 1, 0, 0, 3, 3, 0x34);
  const described = describedSps(sps, 0);
  assert.deepEqual([...described.subarray(0, 10)], [0x67, 66, 0, 0, 3, 1, 0, 0, 3, 3]);
});

Deno.test("A box is found by its path, and not where there is none", () => {
  const inner = fullBox("tkhd", 3, [7]);
  const size = [0, 0, 0, 8 + inner.length];
  const bytes = Uint8Array.from([
    ...[0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65], // an empty box "free"
    ...size,
    ...new TextEncoder().encode("trak"),
    ...inner,
  ]);
  assert.deepEqual([...findBox(bytes, "trak", "tkhd")!], [0, 0, 0, 3, 7]);
  assert.equal(findBox(bytes, "tkhd"), undefined);
  assert.equal(findBox(Uint8Array.of(0, 0, 0, 0, 1, 2, 3, 4), "moov"), undefined);
});
