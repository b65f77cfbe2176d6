import { requireOptions } from "../../checks.ts";
import { ENCODE_RULES } from "../encode_options.ts";
import type { Film } from "../../film/scene/film.ts";
import { opaquePixel } from "../../raster/blend.ts";
import type { Recipe } from "../../trace/trace.ts";
import {
  encodePictures,
  type FilmEncoder,
  type FrameOptions,
  type Picture,
  picturesOf,
  themeOf,
} from "../frames.ts";
import { createGif } from "./gifenc.ts";
import { IndexedPicture, type Piece, TRANSPARENT } from "./indexed_picture.ts";
import { ColorIndex, paletteOf } from "./gif_palette.ts";

/** How a film becomes a GIF. */
export interface GifOptions extends FrameOptions {
  /** How often it is played. Default: for ever. */
  loop?: number;
  /** How many colours it has at the most, from 2 to 255. Default 255. */
  colors?: number;
  /** What it was made with, kept in a comment. */
  recipe?: Recipe;
}

/** The longest a frame can be shown, in milliseconds. */
const LONGEST_DELAY = 655_350;

/**
 * Encodes a film as a looping GIF: one palette for all, each frame only what has changed.
 *
 * @param film The film.
 * @param options How.
 * @returns The bytes of the file.
 * @throws {TypeError | RangeError} If an option is of a wrong type or out of range.
 * @throws The signal's reason, if it aborts.
 *
 * @example The bytes of a GIF
 * ```ts
 * import { filmToGif, makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }), { width: 320, height: 240 });
 * const bytes = await filmToGif(film);
 * assert.equal(new TextDecoder().decode(bytes.subarray(0, 6)), "GIF89a");
 * ```
 */
export async function filmToGif(film: Film, options: GifOptions = {}): Promise<Uint8Array> {
  requireOptions("write the GIF", options, ENCODE_RULES);
  const [bytes] = await encodePictures(film, [new GifEncoder(film, options)], options);
  return bytes;
}

/**
 * Encodes a film as {@link filmToGif} does, and gives its bytes while it is drawn.
 *
 * @param film The film.
 * @param options How. If its signal aborts, the stream fails with the signal's reason.
 * @returns The bytes of the file; nothing is drawn before they are asked for.
 *
 * @example A GIF of any length in little memory
 * ```ts
 * import { filmToGif, filmToGifStream, makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }), { width: 320, height: 240 });
 * const bytes = await new Response(filmToGifStream(film)).bytes();
 * assert.deepEqual(bytes, await filmToGif(film));
 * ```
 */
export function filmToGifStream(film: Film, options: GifOptions = {}): ReadableStream<Uint8Array> {
  requireOptions("write the GIF", options, ENCODE_RULES);
  const parts = gifParts(film, options);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* gifParts(film: Film, options: GifOptions): AsyncGenerator<Uint8Array, void> {
  const encoder = new GifEncoder(film, options);
  for await (const picture of picturesOf(film, options)) {
    encoder.add(picture);
    const part = encoder.take();
    if (part.length > 0) yield part;
  }
  yield encoder.finish();
}

/** Makes a GIF of pictures that come one after another. */
export class GifEncoder implements FilmEncoder {
  readonly #gif = createGif();
  readonly #picture: IndexedPicture;
  readonly #palette: number[][];
  readonly #options: GifOptions;
  /** What is shown now, written when it is known for how long. */
  #pending: Piece & { delay: number } | undefined;
  #isFirst = true;

  /** Begins a film. */
  constructor(film: Film, options: GifOptions) {
    const theme = themeOf(film, options.theme);
    const palette = paletteOf(film, theme, options.colors ?? 255);
    const { width, height } = film;
    const colors = new ColorIndex(palette);
    this.#picture = new IndexedPicture(width, height, colors, opaquePixel(theme.paper));
    this.#palette = [[0, 0, 0], ...palette.map((color) => [...color])];
    this.#options = options;
    this.#gif.writeHeader();
  }

  add({ time, duration, pixels, boxes }: Picture): void {
    const changed = this.#picture.update(pixels, boxes);
    const change = time === 0 ? this.#picture.whole() : changed;
    if (this.#pending && !change) this.#pending.delay += duration;
    else if (change) {
      this.#writePending();
      this.#pending = { ...change, delay: duration };
    }
  }

  /** What has been written since this was last asked for. */
  take(): Uint8Array {
    const bytes = this.#gif.bytes();
    this.#gif.stream.reset();
    return bytes;
  }

  finish(): Uint8Array {
    const { recipe } = this.#options;
    this.#writePending();
    if (recipe) this.#writeComment(JSON.stringify(recipe));
    this.#gif.finish();
    return this.#gif.bytes();
  }

  #writePending(): void {
    if (this.#pending) this.#write(this.#pending, this.#pending.delay);
  }

  #write({ index, box: [left, top, right, bottom] }: Piece, delay: number): void {
    const { loop } = this.#options;
    const first = this.#isFirst;
    const start = this.#gif.bytesView().length;
    this.#gif.writeFrame(index, right - left, bottom - top, {
      ...(first && {
        first,
        palette: this.#palette,
        repeat: loop === undefined ? 0 : loop - 1 || -1,
      }),
      delay: Math.min(delay, LONGEST_DELAY),
      transparent: !first,
      transparentIndex: TRANSPARENT,
      dispose: 1,
      colorDepth: Math.max(2, Math.ceil(Math.log2(this.#palette.length))),
    });
    if (!first) this.#place(start, left, top);
    this.#isFirst = false;
    if (delay > LONGEST_DELAY) {
      const nothing: Piece = { index: Uint8Array.of(TRANSPARENT), box: [0, 0, 1, 1] };
      this.#write(nothing, delay - LONGEST_DELAY);
    }
  }

  /** Moves the frame written at `start`, which gifenc puts at 0, 0. */
  #place(start: number, left: number, top: number): void {
    // Behind the 8 bytes of the graphic control extension and the separator of the image.
    const place = this.#gif.bytesView().subarray(start + 9, start + 13);
    place.set([left & 255, left >> 8, top & 255, top >> 8]);
  }

  /** Writes a comment extension, in blocks of at most 255 bytes of UTF-8. */
  #writeComment(text: string): void {
    const { stream } = this.#gif;
    const bytes = new TextEncoder().encode(text);
    stream.writeBytes([0x21, 0xfe]);
    for (let i = 0; i < bytes.length; i += 255) {
      const block = bytes.subarray(i, i + 255);
      stream.writeByte(block.length);
      stream.writeBytes(block);
    }
    stream.writeByte(0);
  }
}
