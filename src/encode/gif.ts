import { type Film, framesOf, sceneAt } from "../film/film.ts";
import { type ThemeName, themes } from "../film/theme.ts";
import { opaquePixel } from "../raster/blend.ts";
import { Painter } from "../raster/painter.ts";
import { startResvg } from "../raster/rasterizer.ts";
import type { Recipe } from "../trace/trace.ts";
import { createGif, type GifStream } from "./gifenc.ts";
import { IndexedPicture, type Piece, TRANSPARENT } from "./indexed_picture.ts";
import { ColorIndex, paletteOf } from "./palette.ts";

/** How a film becomes a GIF. */
export interface GifOptions {
  /** The theme; `auto` is `light` here. Default: the film's. */
  theme?: ThemeName | "auto";
  /** Frames a second while something moves, at most 50. Default 20. */
  fps?: number;
  /** How often it is played. Default: for ever. */
  loop?: number;
  /** What it was made with, kept in a comment. */
  recipe?: Recipe;
  /** Is told how much is done, from 0 to 1. */
  onProgress?: (share: number) => void;
  /** Ends the work early; its reason is thrown. */
  signal?: AbortSignal;
}

/** The longest a frame can be shown, in milliseconds. */
const LONGEST_DELAY = 655_350;
/** How long to work before others may, in milliseconds. */
const TURN = 50;

/**
 * Encodes a film as a looping GIF: one palette for all, each frame only what has changed.
 *
 * @param film The film.
 * @param options How.
 * @returns The bytes of the file.
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
  const { theme: name = film.theme, fps = 20, loop, recipe, onProgress, signal } = options;
  const theme = themes[name === "auto" ? "light" : name];
  await startResvg();
  const { width, height } = film;
  const painter = new Painter(width, height, theme);
  const palette = paletteOf(film, theme, 255);
  const colors = new ColorIndex(palette);
  const picture = new IndexedPicture(width, height, colors, opaquePixel(theme.paper));
  const colorDepth = Math.max(2, Math.ceil(Math.log2(palette.length + 1)));

  const gif = createGif();
  gif.writeHeader();
  const write = ({ index, box: [left, top, right, bottom] }: Piece, delay: number) => {
    const first = gif.bytesView().length === HEADER;
    const start = gif.bytesView().length;
    gif.writeFrame(index, right - left, bottom - top, {
      ...(first && {
        first,
        palette: [[0, 0, 0], ...palette.map((color) => [...color])],
        repeat: loop === undefined ? 0 : loop - 1 || -1,
      }),
      delay: Math.min(delay, LONGEST_DELAY),
      transparent: !first,
      transparentIndex: TRANSPARENT,
      dispose: 1,
      colorDepth,
    });
    if (!first) placeFrame(gif, start, left, top);
    if (delay > LONGEST_DELAY) {
      write({ index: Uint8Array.of(TRANSPARENT), box: [0, 0, 1, 1] }, delay - LONGEST_DELAY);
    }
  };

  let pending: Piece & { delay: number } | undefined;
  let turn = performance.now();
  const frames = framesOf(film, fps);
  for (const [i, { time, duration }] of frames.entries()) {
    const boxes = painter.paint(sceneAt(film, time));
    const changed = picture.update(painter.pixels, boxes);
    const change = i === 0 ? picture.whole() : changed;
    if (pending && !change) pending.delay += duration;
    else if (change) {
      if (pending) write(pending, pending.delay);
      pending = { ...change, delay: duration };
    }
    if (performance.now() - turn > TURN) {
      onProgress?.((i + 1) / frames.length);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      turn = performance.now();
    }
  }
  if (pending) write(pending, pending.delay);
  if (recipe) writeComment(gif, JSON.stringify(recipe));
  gif.finish();
  return gif.bytes();
}

/** How many bytes precede the first frame. */
const HEADER = 6;

/** Moves the frame written at `start`, which gifenc puts at 0, 0. */
function placeFrame(gif: GifStream, start: number, left: number, top: number): void {
  // Behind the 8 bytes of the graphic control extension and the separator of the image.
  const place = gif.bytesView().subarray(start + 9, start + 13);
  place.set([left & 255, left >> 8, top & 255, top >> 8]);
}

/** Writes a comment extension, in blocks of at most 255 bytes of UTF-8. */
function writeComment(gif: GifStream, text: string): void {
  const bytes = new TextEncoder().encode(text);
  gif.stream.writeBytes([0x21, 0xfe]);
  for (let i = 0; i < bytes.length; i += 255) {
    const block = bytes.subarray(i, i + 255);
    gif.stream.writeByte(block.length);
    gif.stream.writeBytes(block);
  }
  gif.stream.writeByte(0);
}
