import { requireOptions } from "../checks.ts";
import { ENCODE_RULES } from "./encode_options.ts";
import { encode } from "npm:fast-png@8.0.0";
import { drawn, type Film, lastScene, sceneAt } from "../film/scene/film.ts";
import type { ThemeName } from "../film/scene/theme.ts";
import { Painter } from "../raster/painter.ts";
import { startResvg } from "../raster/rasterizer.ts";
import type { Recipe } from "../trace/trace.ts";
import { themeOf } from "./frames.ts";
import { asciiJson } from "../bytes/png_chunks.ts";

/** How a still of a film becomes a PNG. */
export interface PngOptions {
  /** The theme; `auto` is `light` here. Default: the film's. */
  theme?: ThemeName | "auto";
  /** The time of the still, in milliseconds. Default: the end. */
  time?: number;
  /** Whether it has no background. Default `false`. */
  transparent?: boolean;
  /** What it was made with, kept in a text chunk. */
  recipe?: Recipe;
}

/**
 * Encodes one moment of a film as a PNG.
 *
 * @param film The film.
 * @param options How.
 * @returns The bytes of the file.
 * @throws {TypeError | RangeError} If the film was not made by `makeFilm` or the like, or an option
 * is of a wrong type or out of range.
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
  requireOptions("write the PNG", options, ENCODE_RULES);
  drawn(film);
  const { theme, time, transparent = false, recipe } = options;
  await startResvg();
  const { width, height } = film;
  const painter = new Painter(width, height, themeOf(film, theme), transparent);
  painter.paint(time === undefined ? lastScene(film) : sceneAt(film, time));
  const text = recipe && { Recipe: asciiJson(recipe) };
  const channels = transparent ? 4 : 3;
  const data = new Uint8Array(width * height * channels);
  painter.pixels.forEach((pixel, i) => {
    const alpha = pixel >>> 24;
    const full = (shift: number) => Math.round(((pixel >> shift) & 255) * 255 / (alpha || 1));
    for (let c = 0; c < 3; c++) data[channels * i + c] = full(8 * c);
    if (transparent) data[channels * i + 3] = alpha;
  });
  return encode({ width, height, data, channels, depth: 8, ...(text && { text }) });
}
