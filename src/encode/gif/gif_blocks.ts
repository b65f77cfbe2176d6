/**
 * The blocks that a GIF consists of, as the Graphics Interchange Format specification, version 89a
 * (CompuServe, 1990), defines them. Its numbers have their lower byte first.
 */
import { joined, joinedAll, type Part } from "../../bytes/join.ts";
import type { Rgb } from "../../film/colors/color.ts";
import type { Box } from "../../film/scene/geometry.ts";

/** What every GIF begins with. */
export const HEADER = "GIF89a";

/** What every GIF ends with. */
export const TRAILER = [0x3b];

const EXTENSION = 0x21;

/** The logical screen descriptor, for a picture with a global color table of so many colours. */
export function screenDescriptor(width: number, height: number, colors: number): number[] {
  const flags = 0x80 | (depthOf(colors) - 1) << 4 | tableBits(colors) - 1;
  // The background is colour 0, and pixels are square.
  return [...u16(width), ...u16(height), flags, 0, 0];
}

/** The global color table, filled up with black to a power of two. */
export function colorTable(colors: readonly Rgb[]): Uint8Array {
  const table = new Uint8Array(3 << tableBits(colors.length));
  table.set(colors.flat());
  return table;
}

/**
 * The application extension of Netscape 2.0 that has a GIF played again.
 *
 * @param times How often it is played again; 0 for ever.
 */
export function loopExtension(times: number): Uint8Array {
  return joined([EXTENSION, 0xff, 11], "NETSCAPE2.0", [3, 1, ...u16(times), 0]);
}

/**
 * The graphic control extension, of a picture that the next one is laid over.
 *
 * @param delay How long the picture is shown, in milliseconds, a multiple of 10 up to 655,350.
 * @param transparent The colour that leaves pixels as they are, if there is one.
 */
export function graphicControl(delay: number, transparent?: number): number[] {
  const flags = 1 << 2 | (transparent === undefined ? 0 : 1);
  return [EXTENSION, 0xf9, 4, flags, ...u16(delay / 10), transparent ?? 0, 0];
}

/** The image descriptor, of a picture without a color table of its own. */
export function imageDescriptor([left, top, right, bottom]: Box): number[] {
  return [0x2c, ...[left, top, right - left, bottom - top].flatMap(u16), 0];
}

/** The comment extension, in blocks of at most 255 bytes of UTF-8. */
export function commentExtension(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const parts: Part[] = [[EXTENSION, 0xfe]];
  for (let i = 0; i < bytes.length; i += 255) {
    const block = bytes.subarray(i, i + 255);
    parts.push([block.length], block);
  }
  parts.push([0]);
  return joinedAll(parts);
}

/** Bits a pixel of a picture with so many colours: at least 2, as the compression asks for. */
export function depthOf(colors: number): number {
  return Math.max(2, tableBits(colors));
}

/** The power of two that the length of a table for so many colours is. */
function tableBits(colors: number): number {
  return Math.max(1, Math.ceil(Math.log2(colors)));
}

/** A number in two bytes, the lower first. */
function u16(value: number): number[] {
  return [value & 255, value >> 8 & 255];
}
