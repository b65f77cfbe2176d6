import { requireOptions } from "../../checks.ts";
import { ENCODE_RULES } from "../encode_options.ts";
import { drawn, type Film, timeOfFrame } from "../../film/scene/film.ts";
import type { Recipe } from "../../trace/trace.ts";
import { encodePictures, type FilmEncoder, type FrameOptions, type Picture } from "../frames.ts";
import { H264Encoder } from "./h264.ts";
import { mp4File } from "./mp4_file.ts";
import { requireMp4Size } from "./mp4_size.ts";
import { YuvPicture } from "./yuv.ts";

/** How a film becomes an MP4. */
export interface Mp4Options extends FrameOptions {
  /** How finely it is encoded, from 1 to 100. Default 75. */
  quality?: number;
  /** What it was made with, kept as a comment. */
  recipe?: Recipe;
}

/** The quantization parameters of quality 1 and 100; H.264 has 0 to 51, the coarsest. */
const [COARSEST, FINEST] = [51, 10];
/** At least one frame in so many seconds stands on its own, for players that are dragged there. */
const KEY_INTERVAL = 10;
/**
 * Encodes a film as an MP4 in H.264, of a constant frame rate, to be played while it is loaded.
 * Players need even sides: an odd one gets a pixel more.
 *
 * @param film The film.
 * @param options How.
 * @returns The bytes of the file.
 * @throws {TypeError} If the film was not made by `makeFilm` or the like, or an option is of a wrong
 * type.
 * @throws {RangeError} If an option is out of range, a side is longer than 8,160 pixels, the picture
 * has more than 65,534 squares of 16 by 16, or the film more than 1,000,000 frames.
 * @throws The signal's reason, if it aborts.
 *
 * @example The bytes of an MP4
 * ```ts
 * import { filmToMp4, makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }), { width: 320, height: 240 });
 * const bytes = await filmToMp4(film);
 * assert.equal(new TextDecoder().decode(bytes.subarray(4, 8)), "ftyp");
 * ```
 */
export async function filmToMp4(film: Film, options: Mp4Options = {}): Promise<Uint8Array> {
  requireOptions("write the MP4", options, ENCODE_RULES);
  drawn(film);
  const [bytes] = await encodePictures(film, [new Mp4Encoder(film, options)], options);
  return bytes;
}

/** Makes an MP4 of pictures that come one after another. */
export class Mp4Encoder implements FilmEncoder {
  readonly #film: Film;
  readonly #options: Mp4Options & { fps: number };
  readonly #picture: YuvPicture;
  readonly #encoder: H264Encoder;
  #frames = 0;

  /** Begins a film. */
  constructor(film: Film, options: Mp4Options) {
    const { fps = 20, quality = 75 } = options;
    requireMp4Size(film.width, film.height);
    this.#film = film;
    this.#options = { ...options, fps };
    this.#picture = new YuvPicture(film.width, film.height);
    const { width, height } = this.#picture;
    this.#encoder = new H264Encoder(width, height, {
      keyEvery: Math.ceil(KEY_INTERVAL * fps),
      quantization: Math.round(COARSEST + (FINEST - COARSEST) * quality / 100),
    });
  }

  async add({ time, duration, pixels, boxes }: Picture): Promise<void> {
    const { width, height } = this.#film;
    const changed = time === 0 ? [[0, 0, width, height] as const] : boxes;
    for (const box of changed) this.#picture.update(pixels, box);
    while (timeOfFrame(this.#frames, this.#options.fps) < time + duration) {
      await this.#encoder.add(this.#picture.bytes);
      // A picture can be shown for many frames.
      if (++this.#frames % 10 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  }

  finish(): Uint8Array {
    const { width, height } = this.#picture;
    const { fps, recipe } = this.#options;
    return mp4File(this.#encoder.finish(), {
      width,
      height,
      fps,
      duration: this.#film.duration,
      comment: recipe && JSON.stringify(recipe),
    });
  }

  discard(): void {
    this.#encoder.discard();
  }
}
