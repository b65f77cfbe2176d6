import assert from "node:assert/strict";
import { filmToApng, framesOf, makeFilm, record, themes } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { Painter } from "../../src/raster/painter.ts";
import { isInstalled } from "../support/command.ts";
import { decodedFrames, withFile } from "../support/decode.ts";
import { smallFilm } from "../support/films.ts";
import { pillow, python } from "../support/pillow.ts";

const withPillow = { ignore: !python };

Deno.test(
  "An APNG, decoded by Pillow, is the film to the pixel at every frame",
  withPillow,
  async () => {
    const films = [
      [smallFilm(5), "light", 20],
      [smallFilm(6, { width: 161, height: 97 }), "dark", 12.5],
      [smallFilm(7, { style: "classic" }), "classic", 20],
      [makeFilm(record([[1, 1]], { k: 1 }), { width: 80, height: 60 }), "light", 50],
    ] as const;
    for (const [film, theme, fps] of films) {
      const { width, height, duration } = film;
      await withFile(".apng", await filmToApng(film, { theme, fps }), async (path) => {
        const decoded = await pillow(path);
        assert.deepEqual([decoded.width, decoded.height], [width, height]);
        const painter = new Painter(width, height, themes[theme]);
        let i = 0;
        for (const { time } of framesOf(film, fps)) {
          painter.paint(sceneAt(film, time));
          while (decoded.frames[i].time + decoded.frames[i].duration <= time) i++;
          assert.deepEqual(
            decoded.frames[i].pixels,
            new Uint8Array(painter.pixels.buffer),
            `${time}`,
          );
        }
        assert.equal(i, decoded.frames.length - 1);
        assert.equal(decoded.frames[i].time + decoded.frames[i].duration, duration);
      });
    }
  },
);

Deno.test(
  "Frames that are equal are one, and it is played as often as asked for",
  withPillow,
  async () => {
    const film = smallFilm(6, { style: "classic" });
    for (const [options, wanted] of [[{}, 0], [{ loop: 3 }, 3], [{ loop: 1 }, 1]] as const) {
      await withFile(".apng", await filmToApng(film, options), async (path) => {
        const { loop, frames } = await pillow(path);
        assert.equal(loop, wanted);
        frames.slice(1).forEach(({ pixels }, i) => assert.notDeepEqual(pixels, frames[i].pixels));
      });
    }
  },
);

Deno.test(
  "A hold longer than the longest delay of a frame is held as long in an APNG",
  withPillow,
  async () => {
    const film = smallFilm(6, { style: "classic", hold: 1_500_000 });
    await withFile(".apng", await filmToApng(film), async (path) => {
      const { frames } = await pillow(path);
      assert.equal(frames.reduce((sum, { duration }) => sum + duration, 0), film.duration);
    });
  },
);

Deno.test(
  "ffmpeg reads an APNG without a complaint",
  { ignore: !(await isInstalled("ffmpeg")) },
  async () => {
    const film = smallFilm(5, { width: 120, height: 90 });
    await withFile(".apng", await filmToApng(film), async (path) => {
      let count = 0;
      for await (const _ of decodedFrames(path, 120, 90, "-fps_mode", "passthrough")) count++;
      assert(count > 10);
    });
  },
);

Deno.test("An APNG has its recipe in a text chunk, and the same bytes each time", async () => {
  const make = () =>
    filmToApng(smallFilm(5, { width: 64, height: 48 }), { recipe: { title: "Übung" } });
  const bytes = await make();
  assert(new TextDecoder("latin1").decode(bytes).includes('tEXtRecipe\0{"title":"\\u00dcbung"}'));
  assert.deepEqual(bytes, await make());
});
