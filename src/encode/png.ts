import { encode } from "npm:fast-png@8.0.0";
import { type Film, lastScene, sceneAt } from "../film/film.ts";
import { type ThemeName, themes } from "../film/theme.ts";
import { Painter } from "../raster/painter.ts";
import { startResvg } from "../raster/rasterizer.ts";
import type { Recipe } from "../trace/trace.ts";
import { asciiJson } from "./png_chunks.ts";

/** How a still of a film becomes a PNG. */
export interface PngOptions {
  /** The theme; `auto` is `light` here. Default: the film's. */
  theme?: ThemeName | "auto";
  /** The time of the still, in milliseconds. Default: the end. */
  time?: number;
  /** What it was made with, kept in a text chunk. */
  recipe?: Recipe;
}

/**
 * Encodes one moment of a film as a PNG.
 *
 * @param film The film.
 * @param options How.
 * @returns The bytes of the file.
 *
 * @example The converged picture
 * ```ts
 * import { filmToPng, makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }), { width: 320, height: 240 });
 * assert.deepEqual([...(await filmToPng(film)).subarray(1, 4)], [0x50, 0x4e, 0x47]);
 * ```
 */
export async function filmToPng(film: Film, options: PngOptions = {}): Promise<Uint8Array> {
  const { theme: name = film.theme, time, recipe } = options;
  await startResvg();
  const { width, height } = film;
  const painter = new Painter(width, height, themes[name === "auto" ? "light" : name]);
  painter.paint(time === undefined ? lastScene(film) : sceneAt(film, time));
  const data = new Uint8Array(width * height * 3);
  painter.pixels.forEach((pixel, i) => {
    data[3 * i] = pixel;
    data[3 * i + 1] = pixel >> 8;
    data[3 * i + 2] = pixel >> 16;
  });
  const text = recipe && { Recipe: asciiJson(recipe) };
  return encode({ width, height, data, channels: 3, depth: 8, ...(text && { text }) });
}
