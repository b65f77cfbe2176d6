import { type Film, type Frame, framesOf, sceneAt } from "../film/scene/film.ts";
import type { Box } from "../film/scene/geometry.ts";
import { type Theme, type ThemeName, themes } from "../film/scene/theme.ts";
import { Painter } from "../raster/painter.ts";
import { startResvg } from "../raster/rasterizer.ts";

/** How a film is drawn, whatever it is then written as. */
export interface FrameOptions {
  /** The theme; `auto` is `light` here. Default: the film's. */
  theme?: ThemeName | "auto";
  /** Frames a second while something moves, at most 50. Default 20. */
  fps?: number;
  /** Is told how much is done, from 0 to 1. */
  onProgress?: (share: number) => void;
  /** Ends the work early; its reason is thrown. */
  signal?: AbortSignal;
}

/** A frame of a film with its pixels. */
export interface Picture extends Frame {
  /** The whole picture, red in the lowest bits, then green, blue, and 255; valid until the next. */
  readonly pixels: Int32Array;
  /** Where it may differ from the picture before. */
  readonly boxes: readonly Box[];
}

/** Makes a file of pictures that come one after another. */
export interface FilmEncoder {
  /** Takes the next picture; where that takes long, others have their turn meanwhile. */
  add(picture: Picture): void | Promise<void>;
  /** The bytes of the file. */
  finish(): Uint8Array;
  /** Gives back what it holds, where the film is not finished. */
  discard?(): void;
}

/** How long to work before others may, in milliseconds. */
const TURN = 50;

/** The theme that pixels have. */
export function themeOf(film: Film, name: ThemeName | "auto" = film.theme): Theme {
  return themes[name === "auto" ? "light" : name];
}

/**
 * Draws a film, picture after picture; all are drawn on the same pixels, so that a long film takes no
 * more memory than a short one.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function* picturesOf(film: Film, options: FrameOptions = {}): AsyncGenerator<Picture> {
  const { theme, fps = 20, onProgress, signal } = options;
  signal?.throwIfAborted();
  await startResvg();
  const painter = new Painter(film.width, film.height, themeOf(film, theme));
  const frames = framesOf(film, fps);
  let turn = performance.now();
  for (const [i, frame] of frames.entries()) {
    const boxes = painter.paint(sceneAt(film, frame.time));
    yield { ...frame, pixels: painter.pixels, boxes };
    if (performance.now() - turn > TURN) {
      onProgress?.((i + 1) / frames.length);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      turn = performance.now();
    }
  }
  onProgress?.(1);
}

/** Draws a film once for all encoders, and gives the file of each. */
export async function encodePictures(
  film: Film,
  encoders: readonly FilmEncoder[],
  options: FrameOptions = {},
): Promise<Uint8Array[]> {
  try {
    for await (const picture of picturesOf(film, options)) {
      for (const encoder of encoders) await encoder.add(picture);
    }
  } catch (error) {
    for (const encoder of encoders) encoder.discard?.();
    throw error;
  }
  return encoders.map((encoder) => encoder.finish());
}
