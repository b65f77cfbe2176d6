/**
 * Draws pixels in a browser. It is a module of its own, as it is larger than all the rest.
 *
 * @module
 */
import { filmToGif, type GifOptions } from "../encode/gif/gif.ts";
import { filmToPng } from "../encode/png.ts";
import type { Trace } from "../trace/trace.ts";
import { filmOfState, type State } from "./run.ts";

/** The formats of pixels that the page makes; the encoder of videos would need an unsafe policy. */
export type DrawnFormat = "gif" | "png";

/**
 * Makes a file of pixels: the same bytes as the command makes.
 *
 * @param format Its format.
 * @param state What it shows.
 * @param trace The run of that. The film is made anew, as that of another module has other classes.
 * @param options How it is encoded.
 */
export async function rasterFile(
  format: DrawnFormat,
  state: State,
  trace: Trace,
  options: GifOptions,
): Promise<Uint8Array> {
  const film = filmOfState(state, trace);
  return await (format === "gif" ? filmToGif : filmToPng)(film, options);
}
