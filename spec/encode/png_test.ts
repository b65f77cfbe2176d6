import assert from "node:assert/strict";
import { filmToPng, lastScene, themes } from "../../mod.ts";
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
