import { requireOptions } from "../checks.ts";
import { ENCODE_RULES } from "./encode_options.ts";
import { zlibSync } from "npm:fflate@0.8.3/browser";
import { drawn, type Film } from "../film/scene/film.ts";
import type { Recipe } from "../trace/trace.ts";
import { joinedAll, u16, u32 } from "../bytes/join.ts";
import { type Change, changeOf } from "./change.ts";
import { encodePictures, type FilmEncoder, type FrameOptions, type Picture } from "./frames.ts";
import { PendingFrame } from "./pending_frame.ts";
import { asciiJson, chunk, PNG_SIGNATURE } from "../bytes/png_chunks.ts";

/** How a film becomes an animated PNG. */
export interface ApngOptions extends FrameOptions {
  /** How often it is played. Default: for ever. */
  loop?: number;
  /** What it was made with, kept in a text chunk. */
  recipe?: Recipe;
}

/** Red, green, blue, alpha, eight bits each. */
const COLOR_TYPE = [8, 6, 0, 0, 0];

/**
 * Encodes a film as an animated PNG, without loss: each frame only what has changed, what has not
 * transparent.
 *
 * @param film The film.
 * @param options How.
 * @returns The bytes of the file.
 * @throws {TypeError | RangeError} If the film was not made by `makeFilm` or the like, or an option
 * is of a wrong type or out of range.
 * @throws The signal's reason, if it aborts.
 *
 * @example The bytes of an animated PNG
 * ```ts
 * import { filmToApng, makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }), { width: 320, height: 240 });
 * const bytes = await filmToApng(film, { loop: 1 });
 * assert.equal(new TextDecoder("latin1").decode(bytes.subarray(1, 4)), "PNG");
 * ```
 */
export async function filmToApng(film: Film, options: ApngOptions = {}): Promise<Uint8Array> {
  requireOptions("write the APNG", options, ENCODE_RULES);
  drawn(film);
  const [bytes] = await encodePictures(film, [new ApngEncoder(film, options)], options);
  return bytes;
}

/** Makes an animated PNG of pictures that come one after another. */
export class ApngEncoder implements FilmEncoder {
  readonly #film: Film;
  readonly #options: ApngOptions;
  /** The pixels that are shown now. */
  readonly #shown: Int32Array;
  readonly #chunks: Uint8Array[] = [];
  readonly #pending = new PendingFrame<Change>(
    (change, delay) => this.#write(change, delay),
    { rows: new Uint8Array(5), box: [0, 0, 1, 1] }, // one pixel that is clear
  );
  #frames = 0;
  /** The number of the next chunk: frame controls and frame data are counted together. */
  #number = 0;

  /** Begins a film. */
  constructor(film: Film, options: ApngOptions) {
    this.#film = film;
    this.#options = options;
    this.#shown = new Int32Array(film.width * film.height);
  }

  add({ duration, pixels, boxes }: Picture): void {
    const { width, height } = this.#film;
    const looked = this.#pending.isFirst ? [[0, 0, width, height] as const] : boxes;
    this.#pending.add(changeOf(this.#shown, pixels, width, looked), duration);
  }

  finish(): Uint8Array {
    const { width, height } = this.#film;
    const { loop = 0, recipe } = this.#options;
    this.#pending.write();
    return joinedAll([
      PNG_SIGNATURE,
      chunk("IHDR", u32(width), u32(height), COLOR_TYPE),
      recipe ? chunk("tEXt", "Recipe\0", asciiJson(recipe)) : [],
      chunk("acTL", u32(this.#frames), u32(loop)),
      ...this.#chunks,
      chunk("IEND"),
    ]);
  }

  #write({ rows, box: [left, top, right, bottom] }: Change, delay: number): void {
    const size = [u32(right - left), u32(bottom - top), u32(left), u32(top)].flat();
    const time = [...u16(delay / 10), ...u16(100)];
    // dispose_op 0: it stays when the next comes; blend_op 1: it is laid over what is there.
    this.#chunks.push(chunk("fcTL", u32(this.#number++), size, time, [0, 1]));
    const data = zlibSync(rows);
    this.#chunks.push(
      this.#frames === 0 ? chunk("IDAT", data) : chunk("fdAT", u32(this.#number++), data),
    );
    this.#frames++;
  }
}
