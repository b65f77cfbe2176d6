import assert from "node:assert/strict";
import type { DrawnFilm } from "../../src/internal.ts";
import { drawn } from "../../src/internal.ts";
import { type Film, framesOf, makeFilm, themes } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { Painter } from "../../src/raster/painter.ts";
import { startResvg } from "../../src/raster/rasterizer.ts";
import { crowdFilm, crowdTrace } from "../support/films.ts";

/** The points of a film alone. */
function pointsOf(film: Film): DrawnFilm {
  return { ...film, marks: drawn(film).marks.filter(({ name }) => name === "points") };
}

Deno.test("A cloud painted scene after scene, to and fro, is as painted afresh", async () => {
  await startResvg();
  const board = makeFilm(crowdTrace(4), { width: 301, height: 203, storyboard: "auto" });
  for (const film of [crowdFilm(4), crowdFilm(4, { style: "classic" }), board].map(pointsOf)) {
    const { width, height } = film;
    const times = framesOf(film, 20).map(({ time }) => time);
    const painter = new Painter(width, height, themes.dark);
    for (const time of [...times, ...times.toReversed()]) {
      const scene = sceneAt(film, time);
      painter.paint(scene);
      const fresh = new Painter(width, height, themes.dark);
      fresh.paint(scene);
      assert.deepEqual(painter.pixels, fresh.pixels, `${time} ms`);
    }
  }
});

Deno.test("Where no point takes another colour, no pixel of a cloud is painted again", async () => {
  await startResvg();
  const film = pointsOf(crowdFilm(4));
  const painter = new Painter(film.width, film.height, themes.light);
  painter.paint(sceneAt(film, 0));
  assert.deepEqual(painter.paint(sceneAt(film, 500)), []);
});
