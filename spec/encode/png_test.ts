import assert from "node:assert/strict";
import { decode } from "npm:fast-png@8.0.0";
import { filmToPng, themes } from "../../mod.ts";
import { lastScene, sceneAt } from "../../src/internal.ts";
import { Painter } from "../../src/raster/painter.ts";
import { isInstalled } from "../support/command.ts";
import { smallFilm } from "../support/films.ts";

Deno.test({
  name: "A PNG, decoded by ffmpeg, is the last picture to the pixel",
  ignore: !(await isInstalled("ffmpeg")),
  fn: async () => {
    const film = smallFilm(5);
    const path = await Deno.makeTempFile({ suffix: ".png" });
    await Deno.writeFile(path, await filmToPng(film, { theme: "dark" }));
    const args = ["-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgba", "-"];
    const { stdout, stderr } = await new Deno.Command("ffmpeg", { args }).output();
    await Deno.remove(path);
    assert.equal(new TextDecoder().decode(stderr), "");
    const painter = new Painter(film.width, film.height, themes.dark);
    painter.paint(lastScene(film));
    assert.deepEqual(stdout, new Uint8Array(painter.pixels.buffer));
  },
});

Deno.test("A PNG has its recipe in a text chunk, in ASCII, and the same bytes each time", async () => {
  const make = () => filmToPng(smallFilm(5), { recipe: { title: "Übung" }, time: 500 });
  const bytes = await make();
  assert(new TextDecoder("latin1").decode(bytes).includes('{"title":"\\u00dcbung"}'));
  assert.deepEqual(bytes, await make());
});

Deno.test("A PNG of a time is the picture at that time, in its theme, light for auto", async () => {
  const film = smallFilm(5, { width: 161, height: 97 });
  for (
    const [options, theme, scene] of [
      [{ time: 500, theme: "dark" }, "dark", sceneAt(film, 500)],
      [{ time: 0 }, "light", sceneAt(film, 0)],
      [{ theme: "auto" }, "light", lastScene(film)],
    ] as const
  ) {
    const painter = new Painter(film.width, film.height, themes[theme]);
    const { width, height, data, channels } = decode(await filmToPng(film, options));
    assert.deepEqual([width, height, channels], [161, 97, 3]);
    painter.paint(scene);
    painter.pixels.forEach((pixel, i) => {
      const seen = data[3 * i] | data[3 * i + 1] << 8 | data[3 * i + 2] << 16;
      assert.equal(seen, pixel & 0xffffff, `pixel ${i}`);
    });
  }
});

Deno.test({
  name: "A transparent PNG, laid on paper, is the picture on paper",
  ignore: !(await isInstalled("ffmpeg")),
  fn: async () => {
    const film = smallFilm(5);
    const path = await Deno.makeTempFile({ suffix: ".png" });
    await Deno.writeFile(path, await filmToPng(film, { transparent: true, theme: "light" }));
    const args = ["-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgba", "-"];
    const { stdout } = await new Deno.Command("ffmpeg", { args }).output();
    await Deno.remove(path);
    const painter = new Painter(film.width, film.height, themes.light);
    painter.paint(lastScene(film));
    const expected = new Uint8Array(painter.pixels.buffer);
    let clear = 0;
    for (let i = 0; i < stdout.length; i += 4) {
      const alpha = stdout[i + 3] / 255;
      if (alpha === 0) clear++;
      for (let c = 0; c < 3; c++) {
        const onPaper = stdout[i + c] * alpha + 255 * (1 - alpha);
        assert(Math.abs(onPaper - expected[i + c]) <= 3, `${onPaper} for ${expected[i + c]}`);
      }
    }
    assert(clear > film.width * film.height / 2);
  },
});
