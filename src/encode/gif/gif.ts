import { requireOptions } from "../../checks.ts";
import { ENCODE_RULES } from "../encode_options.ts";
import { joinedAll, type Part } from "../../bytes/join.ts";
import { drawn, type Film } from "../../film/scene/film.ts";
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
import { PendingFrame } from "../pending_frame.ts";
import {
  colorTable,
  commentExtension,
  depthOf,
  graphicControl,
  HEADER,
  imageDescriptor,
  loopExtension,
  screenDescriptor,
  TRAILER,
} from "./gif_blocks.ts";
import { ColorIndex, paletteOf } from "./gif_palette.ts";
import { IndexedPicture, type Piece, TRANSPARENT } from "./indexed_picture.ts";
import { LzwEncoder } from "./lzw.ts";

/** How a film becomes a GIF. */
export interface GifOptions extends FrameOptions {
  /** How often it is played. Default: for ever. */
  loop?: number;
  /** How many colours it has at the most, from 2 to 255. Default 255. */
  colors?: number;
  /** What it was made with, kept in a comment. */
  recipe?: Recipe;
}

/**
 * Encodes a film as a looping GIF: one palette for all, each frame only what has changed.
 *
 * @param film The film.
 * @param options How.
 * @returns The bytes of the file.
 * @throws {TypeError | RangeError} If the film was not made by `makeFilm` or the like, or an option
 * is of a wrong type or out of range.
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
  drawn(film);
  const [bytes] = await encodePictures(film, [new GifEncoder(film, options)], options);
  return bytes;
}

/**
 * Encodes a film as {@link filmToGif} does, and gives its bytes while it is drawn.
 *
 * @param film The film.
 * @param options How. If its signal aborts, the stream fails with the signal's reason.
 * @returns The bytes of the file; nothing is drawn before they are asked for.
 * @throws {TypeError | RangeError} If the film was not made by `makeFilm` or the like, or an option
 * is of a wrong type or out of range.
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
  drawn(film);
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
  readonly #lzw = new LzwEncoder();
  readonly #picture: IndexedPicture;
  readonly #pending: PendingFrame<Piece>;
  readonly #depth: number;
  readonly #recipe: Recipe | undefined;
  /** What has been written since it was last asked for. */
  #parts: Part[] = [];
  #isFirst = true;

  /** Begins a film. */
  constructor(film: Film, { theme: name, colors: most = 255, loop, recipe }: GifOptions) {
    const theme = themeOf(film, name);
    const palette = paletteOf(film, theme, most);
    const { width, height } = film;
    this.#picture = new IndexedPicture(
      width,
      height,
      new ColorIndex(palette),
      opaquePixel(theme.paper),
    );
    this.#recipe = recipe;
    // The colour that leaves pixels as they are comes first.
    const table = [[0, 0, 0] as const, ...palette];
    this.#depth = depthOf(table.length);
    this.#parts.push(HEADER, screenDescriptor(width, height, table.length), colorTable(table));
    if (loop !== 1) this.#parts.push(loopExtension(loop === undefined ? 0 : loop - 1));
    const unchanged: Piece = { index: Uint8Array.of(TRANSPARENT), box: [0, 0, 1, 1] };
    this.#pending = new PendingFrame((piece, delay) => this.#write(piece, delay), unchanged);
  }

  add({ duration, pixels, boxes }: Picture): void {
    const changed = this.#picture.update(pixels, boxes);
    this.#pending.add(this.#pending.isFirst ? this.#picture.whole() : changed, duration);
  }

  /** What has been written since this was last asked for. */
  take(): Uint8Array {
    const bytes = joinedAll(this.#parts);
    this.#parts = [];
    return bytes;
  }

  finish(): Uint8Array {
    this.#pending.write();
    if (this.#recipe) this.#parts.push(commentExtension(JSON.stringify(this.#recipe)));
    this.#parts.push(TRAILER);
    return this.take();
  }

  #write({ index, box }: Piece, delay: number): void {
    // The first picture is whole: nothing in it is left as it is.
    const transparent = this.#isFirst ? undefined : TRANSPARENT;
    this.#isFirst = false;
    this.#parts.push(
      graphicControl(delay, transparent),
      imageDescriptor(box),
      this.#lzw.encode(index, this.#depth),
    );
  }
}
