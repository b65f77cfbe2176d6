import type { Recipe } from "../trace/trace.ts";
import { findBox } from "./mp4/boxes.ts";
import { PNG_SIGNATURE } from "../bytes/png_chunks.ts";

/**
 * Reads the recipe that an artifact carries: a GIF, SVG, HTML, MP4, PNG, APNG or a trace.
 *
 * @param bytes The file.
 * @returns What it was made with; nothing where it carries no recipe, or is none of these.
 *
 * @example What a GIF was made with
 * ```ts
 * import { filmToGif, makeFilm, readRecipe, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[1], [2], [8], [9]], { k: 2, seed: 1 }));
 * assert.deepEqual(readRecipe(await filmToGif(film, { recipe: { k: 2, seed: 1 } })), {
 *   k: 2,
 *   seed: 1,
 * });
 * ```
 */
export function readRecipe(bytes: Uint8Array): Recipe | undefined {
  const text = beginsWith(bytes, "GIF8")
    ? gifComment(bytes)
    : PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)
    ? pngText(bytes)
    : beginsWith(bytes.subarray(4), "ftyp")
    ? mp4Comment(bytes)
    : markupText(new TextDecoder().decode(bytes));
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const recipe = isObject(value) && value.format === "lloyd-trace" ? value.recipe : value;
    return isObject(recipe) ? recipe : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Recipe {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function beginsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, i) => bytes[i] === character.charCodeAt(0));
}

/** The text of the last comment, for which all blocks are walked through. */
function gifComment(bytes: Uint8Array): string | undefined {
  let comment: string | undefined;
  let at = 13 + colorTableLength(bytes[10]);
  while (at < bytes.length) {
    if (bytes[at] === 0x21) {
      const isComment = bytes[at + 1] === 0xfe;
      const parts: number[] = [];
      at = walkBlocks(at + 2, (part) => isComment && parts.push(...part));
      if (isComment) comment = new TextDecoder().decode(Uint8Array.from(parts));
    } else if (bytes[at] === 0x2c) {
      at = walkBlocks(at + 11 + colorTableLength(bytes[at + 9]), () => {});
    } else break;
  }
  return comment;

  function walkBlocks(start: number, visit: (part: Uint8Array) => void): number {
    let at = start;
    for (; bytes[at]; at += bytes[at] + 1) visit(bytes.subarray(at + 1, at + 1 + bytes[at]));
    return at + 1;
  }
}

function colorTableLength(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

function pngText(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG_SIGNATURE.length; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const content = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    if (beginsWith(bytes.subarray(at + 4), "tEXt") && beginsWith(content, "Recipe\0")) {
      return new TextDecoder().decode(content.subarray(7));
    }
  }
}

function mp4Comment(bytes: Uint8Array): string | undefined {
  const meta = findBox(bytes, "moov", "udta", "meta");
  const data = meta && findBox(meta.subarray(4), "ilst", "\xa9cmt", "data");
  return data && new TextDecoder().decode(data.subarray(8));
}

function markupText(text: string): string | undefined {
  if (/^\s*\{/.test(text)) return text;
  const start = /<(metadata)>|<(script) type="application\/json" id="lloyd-recipe">/.exec(text);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  const end = text.indexOf(`</${start[1] ?? start[2]}>`, from);
  if (end < 0) return undefined;
  const content = text.slice(from, end);
  return start[1] ? unescaped(content) : content;
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
  return text.replace(
    /&(?:#(\d{1,6})|(lt|gt|amp|quot));/g,
    (_, code, name) => code ? String.fromCharCode(Number(code)) : named[name],
  );
}
