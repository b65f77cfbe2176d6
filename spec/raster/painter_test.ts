import assert from "node:assert/strict";
import { framesOf, makeFilm, themes } from "../../mod.ts";
import { lastScene, sceneAt } from "../../src/internal.ts";
import { clusterColors } from "../../src/film/colors/palette.ts";
import { opaquePixel } from "../../src/raster/blend.ts";
import { Painter } from "../../src/raster/painter.ts";
import { startResvg } from "../../src/raster/rasterizer.ts";
import { smallFilm, smallTrace } from "../support/films.ts";

/** A channel may be off by this much where a line is cut into pieces at other places. */
const SLACK = 16;
/** By more than this in few pixels of a picture. */
const SEEN = 3;
const FEW = 12;

Deno.test("Painting scene after scene gives what painting one afresh gives", async () => {
  await startResvg();
  for (
    const [style, width, height] of [["glide", 320, 240], ["glide", 241, 163], [
      "classic",
      320,
      240,
    ]] as const
  ) {
    const film = smallFilm(3, { style, width, height });
    const painter = new Painter(width, height, themes.light);
    framesOf(film, 20).forEach(({ time }, i) => {
      const scene = sceneAt(film, time);
      painter.paint(scene);
      if (i % 7 !== 0) return;
      const fresh = new Painter(width, height, themes.light);
      fresh.paint(scene);
      let different = 0;
      fresh.pixels.forEach((pixel, at) => {
        const off = Math.max(
          ...[0, 8, 16].map((shift) =>
            Math.abs(((pixel >> shift) & 255) - ((painter.pixels[at] >> shift) & 255))
          ),
        );
        if (off > SEEN) different++;
        assert(
          off <= SLACK,
          `${style} ${width}×${height}, ${time} ms: pixel ${at} is off by ${off}`,
        );
      });
      assert(different <= FEW, `${style} ${width}×${height}, ${time} ms: ${different} pixels`);
    });
  }
});

Deno.test("At the end each centroid has its cluster's colour, in every theme", async () => {
  await startResvg();
  const trace = smallTrace({ seed: 4 });
  const film = makeFilm(trace, { width: 640, height: 480 });
  const colors = clusterColors(4).map(opaquePixel);
  for (const theme of [themes.light, themes.dark]) {
    const painter = new Painter(640, 480, theme);
    const scene = lastScene(film);
    painter.paint(scene);
    const centres = scene.marks.filter(({ name, stroke }) =>
      name === "centroid" && stroke?.startsWith("#")
    );
    assert.equal(centres.length, 4);
    centres.forEach(({ translate }, i) => {
      const [x, y] = translate!.map(Math.floor);
      assert.equal(painter.pixels[y * 640 + x], colors[i]);
    });
  }
});
