import { beginsWith } from "../../bytes/begins_with.ts";

/** The text of the last comment of a GIF; `undefined` where there is none, or it is no GIF. */
export function gifComment(bytes: Uint8Array): string | undefined {
  if (!beginsWith(bytes, "GIF8")) return undefined;
  let comment: string | undefined;
  let at = 13 + colorTableLength(bytes[10]);
  while (at < bytes.length) {
    if (bytes[at] === 0x21) {
      const isComment = bytes[at + 1] === 0xfe;
      const parts: number[] = [];
      at = walkBlocks(at + 2, (part) => parts.push(...part));
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
