import { initWasm, Resvg } from "npm:@resvg/resvg-wasm@2.6.2";
import wasm from "./resvg_wasm.js";

let ready: Promise<void> | undefined;

/** Gets resvg going; once is enough, again does no harm. */
export function startResvg(): Promise<void> {
  return ready ??= initWasm(wasm);
}

/**
 * Draws an SVG document.
 *
 * @param svg The document; its width and height are those of the picture.
 * @returns Its pixels, row after row, premultiplied: red in the lowest bits, then green, blue, alpha.
 */
export function rasterize(svg: string): Int32Array {
  const resvg = new Resvg(svg);
  const image = resvg.render();
  const pixels = new Int32Array(image.pixels.buffer);
  image.free();
  resvg.free();
  return pixels;
}
