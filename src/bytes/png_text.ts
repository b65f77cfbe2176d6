import { beginsWith } from "./begins_with.ts";
import { PNG_SIGNATURE } from "./png_chunks.ts";

/** The text that a PNG has under a keyword; `undefined` where there is none, or it is no PNG. */
export function pngText(bytes: Uint8Array, keyword: string): string | undefined {
  if (!PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG_SIGNATURE.length; at + 8 <= bytes.length; at += view.getUint32(at) + 12) {
    const content = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    if (beginsWith(bytes.subarray(at + 4), "tEXt") && beginsWith(content, `${keyword}\0`)) {
      return new TextDecoder().decode(content.subarray(keyword.length + 1));
    }
  }
}
