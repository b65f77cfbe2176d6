// deno-lint-ignore-file no-control-regex
import assert from "node:assert/strict";
import { decode } from "npm:fast-png@8.0.0";
import { linesOf, reduced, xtermColor } from "../../src/cli/terminal/cells.ts";
import { abilitiesIn, kittyText, sixelText } from "../../src/cli/terminal/graphics.ts";
import { isInstalled } from "../support/command.ts";
import { withFile } from "../support/decode.ts";

const opaque = (...rgb: number[]) => (rgb[0] | rgb[1] << 8 | rgb[2] << 16 | 255 << 24) | 0;
const [red, blue, white] = [opaque(255, 0, 0), opaque(0, 0, 255), opaque(255, 255, 255)];

const picture = { data: Int32Array.of(red, blue, blue, white), width: 2, height: 2 };

Deno.test("A half block has the colour of the upper pixel before that of the lower", () => {
  assert.deepEqual(linesOf(picture, "true"), [
    "\x1b[38;2;255;0;0;48;2;0;0;255m▀\x1b[38;2;0;0;255;48;2;255;255;255m▀\x1b[0m",
  ]);
  assert.deepEqual(linesOf(picture, "256"), [
    "\x1b[38;5;196;48;5;21m▀\x1b[38;5;21;48;5;231m▀\x1b[0m",
  ]);
});

Deno.test("Greys come from the greys of the 256 colours, where one is nearer", () => {
  assert.equal(xtermColor(opaque(128, 128, 128)), 244);
  assert.equal(xtermColor(opaque(0, 0, 0)), 16);
  assert.equal(xtermColor(opaque(8, 8, 8)), 232);
});

Deno.test("A dot of Braille is a pixel unlike the paper", () => {
  const data = new Int32Array(8).fill(white);
  data[7] = red;
  data[2] = blue;
  assert.deepEqual(linesOf({ data, width: 2, height: 4 }, "none"), ["\u2882"]);
});

Deno.test("A reduced picture has the means of its squares", () => {
  const { data, width, height } = reduced(picture, 2);
  assert.deepEqual([width, height], [1, 1]);
  assert.deepEqual([data[0] & 255, data[0] >> 8 & 255, data[0] >> 16 & 255], [128, 64, 191]);
});

const large = { data: new Int32Array(120 * 60), width: 120, height: 60 };
large.data.forEach((_, i) => large.data[i] = i % 120 < 60 ? red : i < 3600 ? blue : white);

Deno.test("kitty gets the picture as a PNG in parts, each with its keys", () => {
  const data = large.data.map((_, i) =>
    opaque(...[1, 7, 13].map((by) => Math.imul(i * by + 1, 0x9e3779b1) >>> 24))
  );
  const text = kittyText({ ...large, data });
  const parts = text.split("\x1b\\").filter(Boolean).map((part) => {
    const [, keys, content] = /^\x1b_G([^;]*);(.*)$/.exec(part)!;
    assert(content.length <= 4096);
    return { keys, content };
  });
  assert(parts.length > 1);
  assert.match(parts[0].keys, /a=T,f=100.*m=1/);
  for (const { keys } of parts.slice(1, -1)) assert.equal(keys, "m=1");
  assert.equal(parts.at(-1)!.keys, "m=0");
  const bytes = Uint8Array.from(
    atob(parts.map(({ content }) => content).join("")),
    (character) => character.charCodeAt(0),
  );
  const png = decode(bytes);
  assert.deepEqual([png.width, png.height], [120, 60]);
  assert.deepEqual(png.data, new Uint8Array(data.buffer));
});

Deno.test({
  name: "Sixels are read as the picture by libsixel",
  ignore: !(await isInstalled("sixel2png")),
  fn: async () => {
    const text = new TextEncoder().encode(sixelText(large));
    const pixels = await withFile(".six", text, async (path) => {
      const png = `${path}.png`;
      await new Deno.Command("sixel2png", { args: ["-i", path, "-o", png] }).output();
      try {
        return decode(await Deno.readFile(png)).data;
      } finally {
        await Deno.remove(png);
      }
    });
    assert.equal(pixels.length, 120 * 60 * 3);
    large.data.forEach((pixel, i) => {
      for (let part = 0; part < 3; part++) {
        const off = pixels[i * 3 + part] - (pixel >> part * 8 & 255);
        assert(Math.abs(off) <= 3, `pixel ${i}`);
      }
    });
  },
});

Deno.test("A terminal is believed what it says of itself", () => {
  const size = { columns: 80, rows: 24 };
  const kitty = "\x1b_Gi=31;OK\x1b\\\x1b[4;480;800t\x1b[?62;c";
  assert.deepEqual(abilitiesIn(kitty, size), { kitty: true, sixel: false, cell: [10, 20] });
  assert.deepEqual(abilitiesIn("\x1b[?62;4;22c", size), {
    kitty: false,
    sixel: true,
    cell: [8, 16],
  });
  assert.deepEqual(abilitiesIn("", size), { kitty: false, sixel: false, cell: [8, 16] });
  assert.equal(abilitiesIn("\x1b[?64;14c", size).sixel, false);
});
