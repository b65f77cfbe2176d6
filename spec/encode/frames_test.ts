import assert from "node:assert/strict";
import { encodeFilm, filmToApng, filmToGif, framesOf, themes } from "../../mod.ts";
import { encodePictures, type FilmEncoder, picturesOf, themeOf } from "../../src/encode/frames.ts";
import { changeOf } from "../../src/encode/change.ts";
import { paletteOf } from "../../src/encode/gif/gif_palette.ts";
import { crowdFilm, smallFilm } from "../support/films.ts";

const film = smallFilm(5, { width: 64, height: 48 });

Deno.test("Pixels have the film's theme unless another is asked for, and light for auto", () => {
  assert.equal(themeOf({ ...film, theme: "dark" }), themes.dark);
  assert.equal(themeOf({ ...film, theme: "auto" }), themes.light);
  assert.equal(themeOf({ ...film, theme: "dark" }, "auto"), themes.light);
  assert.equal(themeOf({ ...film, theme: "dark" }, "classic"), themes.classic);
});

Deno.test("Twenty frames a second are drawn unless asked otherwise", async () => {
  for (const [options, fps] of [[{}, 20], [{ fps: 7 }, 7]] as const) {
    const times = [];
    for await (const { time, duration } of picturesOf(film, options)) times.push([time, duration]);
    assert.deepEqual(times, framesOf(film, fps).map(({ time, duration }) => [time, duration]));
  }
});

Deno.test("An encoder gives back what it holds where the film breaks off, and only then", async () => {
  let discarded = 0;
  const fails: FilmEncoder = {
    add() {
      throw new Error("full");
    },
    finish: () => new Uint8Array(),
  };
  const other: FilmEncoder = {
    add() {},
    finish: () => Uint8Array.of(7),
    discard: () => discarded++,
  };
  await assert.rejects(() => encodePictures(film, [other, fails, other]), /full/);
  assert.equal(discarded, 2);
  assert.deepEqual(await encodePictures(film, [other]), [Uint8Array.of(7)]);
  assert.equal(discarded, 2);
});

Deno.test("No format asked for makes no file", async () => {
  assert.deepEqual(await encodeFilm(film, []), {});
});

Deno.test("What changes from one picture to the next is opaque, all else clear", () => {
  const shown = Int32Array.of(1, 2, 3, 4, 5, 6);
  const pixels = Int32Array.of(1, 2, 3, 4, 0x0a0b0c, 6);
  const change = changeOf(shown, pixels, 3, [[0, 0, 3, 2]]);
  assert.deepEqual(change, { rows: Uint8Array.of(0, 12, 11, 10, 255), box: [1, 1, 2, 2] });
  assert.deepEqual(shown, pixels);
  assert.equal(changeOf(shown, pixels, 3, [[0, 0, 3, 2]]), undefined);
  const other = Int32Array.of(9, 2, 3, 4, 0x0a0b0c, 9);
  assert.deepEqual(changeOf(shown, other, 3, [[0, 0, 3, 2]]), {
    rows: Uint8Array.of(
      ...[0, 9, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0],
      ...[0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 255],
    ),
    box: [0, 0, 3, 2],
  });
});

Deno.test("A palette has the paper first, no colour twice, and no more than asked for", () => {
  for (const [own, theme] of [[smallFilm(5), "light"], [crowdFilm(5), "dark"]] as const) {
    for (const size of [2, 3, 17, 255]) {
      const palette = paletteOf(own, themes[theme], size);
      assert.equal(palette[0].join(), theme === "light" ? "255,255,255" : "13,17,23");
      assert(palette.length <= size, `${palette.length} colours of ${size}`);
      assert.equal(new Set(palette.map(String)).size, palette.length);
    }
  }
});

Deno.test("A GIF has no more colours than asked for in its color table", async () => {
  for (const [colors, entries] of [[2, 4], [3, 4], [7, 8]]) {
    const bytes = await filmToGif(film, { colors });
    assert.equal(2 << (bytes[10] & 7), entries);
  }
});

Deno.test("A film that is played once says so in every format", async () => {
  const { gif } = await encodeFilm(film, ["gif"], { loop: 1 });
  assert(!new TextDecoder("latin1").decode(gif).includes("NETSCAPE"));
  const apng = await filmToApng(film, { loop: 1 });
  const at = new TextDecoder("latin1").decode(apng).indexOf("acTL");
  assert.deepEqual([...apng.subarray(at + 8, at + 12)], [0, 0, 0, 1]);
});
