import { requireArray, requireOption, requireOptions } from "../checks.ts";
import { ENCODE_RULES } from "./encode_options.ts";
import { drawn, type Film } from "../film/scene/film.ts";
import type { Recipe } from "../trace/trace.ts";
import { encodePictures, type FilmEncoder, type FrameOptions } from "./frames.ts";

/** A format that is drawn frame by frame. */
export type MovingFormat = "gif" | "apng" | "mp4";

/** How a film becomes files of several formats. */
export interface EncodeOptions extends FrameOptions {
  /** How often it is played; an MP4 leaves that to its player. Default: for ever. */
  loop?: number;
  /** How many colours a GIF has at the most, from 2 to 255. Default 255. */
  colors?: number;
  /** How finely an MP4 is encoded, from 1 to 100. Default 75. */
  quality?: number;
  /** What it was made with, kept in each file. */
  recipe?: Recipe;
}

/** How the making of each format is begun; its code is loaded when it is needed. */
const ENCODERS: {
  readonly [F in MovingFormat]: (film: Film, options: EncodeOptions) => Promise<FilmEncoder>;
} = {
  gif: async (film, options) => new (await import("./gif/gif.ts")).GifEncoder(film, options),
  apng: async (film, options) => new (await import("./apng.ts")).ApngEncoder(film, options),
  mp4: async (film, options) => new (await import("./mp4/mp4.ts")).Mp4Encoder(film, options),
};

/**
 * Encodes a film in several formats at once: it is drawn once, and no frame is kept.
 *
 * @param film The film.
 * @param formats The formats.
 * @param options How, for all of them.
 * @returns The bytes of each file.
 * @throws {TypeError | RangeError} If the film was not made by `makeFilm` or the like, or an option
 * is of a wrong type or out of range.
 * @throws The signal's reason, if it aborts.
 *
 * @example A GIF and an MP4
 * ```ts
 * import { encodeFilm, filmToGif, makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }), { width: 320, height: 240 });
 * const { gif, mp4 } = await encodeFilm(film, ["gif", "mp4"]);
 * assert.deepEqual(gif, await filmToGif(film));
 * assert(mp4.length > 0);
 * ```
 */
export async function encodeFilm<F extends MovingFormat>(
  film: Film,
  formats: readonly F[],
  options: EncodeOptions = {},
): Promise<Record<F, Uint8Array>> {
  requireOptions("encode the film", options, ENCODE_RULES);
  drawn(film);
  const rule = { is: "word", words: Object.keys(ENCODERS) } as const;
  requireArray("encode the film", "formats", formats);
  for (const format of formats) requireOption("encode the film", "formats", format, rule);
  const encoders: FilmEncoder[] = [];
  for (const format of formats) encoders.push(await ENCODERS[format](film, options));
  const files = await encodePictures(film, encoders, options);
  return Object.fromEntries(formats.map((format, i) => [format, files[i]])) as Record<
    F,
    Uint8Array
  >;
}
