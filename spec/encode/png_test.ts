import assert from "node:assert/strict";
import { filmToPng, themes } from "../../mod.ts";
import { lastScene } from "../../src/internal.ts";
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
