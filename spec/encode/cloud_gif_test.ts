import assert from "node:assert/strict";
import { filmToGif, framesOf, themes } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { IndexedPicture } from "../../src/encode/gif/indexed_picture.ts";
import { ColorIndex, paletteOf } from "../../src/encode/gif/gif_palette.ts";
import { opaquePixel } from "../../src/raster/blend.ts";
import { Painter } from "../../src/raster/painter.ts";
import { startResvg } from "../../src/raster/rasterizer.ts";
import { crowdFilm } from "../support/films.ts";

Deno.test("The colours of a cloud never flicker in a GIF, and are those of the film or near", async () => {
  await startResvg();
  for (const theme of ["light", "dark"] as const) {
    const film = crowdFilm(5);
    const { width, height } = film;
    const palette = paletteOf(film, themes[theme], 255);
    assert(palette.length <= 255);
    const paper = opaquePixel(themes[theme].paper);
    const picture = new IndexedPicture(width, height, new ColorIndex(palette), paper);
    const painter = new Painter(width, height, themes[theme]);
    let before = painter.pixels.slice();
    let shown = picture.whole().index;
    for (const { time } of framesOf(film, 20)) {
      picture.update(painter.pixels, painter.paint(sceneAt(film, time)));
      const { index } = picture.whole();
      let off = 0;
      painter.pixels.forEach((pixel, at) => {
        if (pixel === before[at]) assert.equal(index[at], shown[at]);
        const color = palette[index[at] - 1];
        off += Math.abs((pixel & 255) - color[0]) + Math.abs((pixel >> 8 & 255) - color[1]) +
          Math.abs((pixel >> 16 & 255) - color[2]);
      });
      assert(off / painter.pixels.length < 1, `${time} ms: ${off / painter.pixels.length}`);
      before = painter.pixels.slice();
      shown = index;
    }
  }
});

Deno.test("The same crowd gives the same GIF", async () => {
  const film = () => crowdFilm(5, { width: 160, height: 120 });
  assert.deepEqual(await filmToGif(film()), await filmToGif(film()));
});
