import { zlibSync } from "npm:fflate@0.8.3/browser";
import type { Rgb } from "../film/colors/color.ts";
import { joined, u32 } from "../bytes/join.ts";
import { chunk, PNG_SIGNATURE } from "../bytes/png_chunks.ts";

/** Eight bits a pixel, each the index of a colour. */
const COLOR_TYPE = [8, 3, 0, 0, 0];

/**
 * A picture as a PNG with a palette.
 *
 * @param indices The colour of each pixel, row after row.
 * @param width In pixels.
 * @param colors The palette.
 * @param alphas How opaque the colours are, from 0 to 255; those that are missing are opaque.
 */
export function indexedPng(
  indices: Uint8Array,
  width: number,
  colors: readonly Rgb[],
  alphas: readonly number[],
): Uint8Array {
  const height = indices.length / width;
  // Each row behind the number of its filter, which is 0 for none.
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row++) {
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return joined(
    PNG_SIGNATURE,
    chunk("IHDR", u32(width), u32(height), COLOR_TYPE),
    chunk("PLTE", colors.flat()),
    chunk("tRNS", alphas),
    chunk("IDAT", zlibSync(rows)),
    chunk("IEND"),
  );
}
