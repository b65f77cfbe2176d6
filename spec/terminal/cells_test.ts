import assert from "node:assert/strict";
import { linesOf, xtermColor } from "../../src/cli/terminal/cells.ts";

const opaque = (...rgb: number[]) => (rgb[0] | rgb[1] << 8 | rgb[2] << 16 | 255 << 24) | 0;
const [red, blue, white] = [opaque(255, 0, 0), opaque(0, 0, 255), opaque(255, 255, 255)];

Deno.test("A colour is written once for all cells in a row that have it", () => {
  const picture = { data: Int32Array.of(red, red, red, blue, blue, white), width: 3, height: 2 };
  assert.deepEqual(linesOf(picture, "256"), [
    "\x1b[38;5;196;48;5;21m▀▀\x1b[38;5;196;48;5;231m▀\x1b[0m",
  ]);
});

Deno.test("Pixels that fill no whole cell are left out", () => {
  const data = new Int32Array(100).fill(red);
  assert.equal(linesOf({ data, width: 4, height: 3 }, "true").length, 1);
  const dots = linesOf({ data, width: 5, height: 7 }, "none");
  assert.deepEqual(dots.map(({ length }) => length), [2]);
});

Deno.test("Colours come from the cube of 216, and greys from it where they are as near", () => {
  assert.equal(xtermColor(opaque(95, 135, 175)), 16 + 36 + 6 * 2 + 3);
  assert.equal(xtermColor(opaque(100, 210, 0)), 16 + 36 + 6 * 4);
  assert.equal(xtermColor(opaque(250, 250, 250)), 231);
  assert.equal(xtermColor(opaque(238, 238, 238)), 255);
  assert.equal(xtermColor(opaque(3, 3, 3)), 16);
});

Deno.test("A pixel is a dot where it differs from the background by more than a little", () => {
  const dotsOf = (pixel: number) => {
    const data = new Int32Array(8).fill(white);
    data[7] = pixel;
    return linesOf({ data, width: 2, height: 4 }, "none")[0];
  };
  assert.equal(dotsOf(opaque(225, 225, 225)), "\u2800");
  assert.equal(dotsOf(opaque(224, 225, 225)), "\u2880");
});

Deno.test("Each dot of a cell has its own bit", () => {
  const bits = Array.from({ length: 8 }, (_, i) => {
    const data = new Int32Array(8).fill(white);
    data[i] = red;
    // The first pixel is the background.
    if (i === 0) data.fill(red, 1), data[0] = white;
    return linesOf({ data, width: 2, height: 4 }, "none")[0].charCodeAt(0) - 0x2800;
  });
  assert.deepEqual(bits, [0xfe, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]);
});
