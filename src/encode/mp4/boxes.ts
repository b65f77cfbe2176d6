import { joined, type Part, u32 } from "../../bytes/join.ts";

/** A box of an MP4: its length, its name and what is in it. */
export function box(name: string, ...parts: readonly Part[]): Uint8Array {
  const content = joined(...parts);
  return joined(boxHead(name, content.length), content);
}

/** What a box begins with: its length, of which so many bytes follow, and its name. */
export function boxHead(name: string, length: number): Uint8Array {
  return joined(u32(length + 8), latin1(name));
}

/** A box with a version, which is 0, and flags. */
export function fullBox(name: string, flags: number, ...parts: readonly Part[]): Uint8Array {
  return box(name, u32(flags), ...parts);
}

/** The content of the box that a path of names leads to; nothing where there is none. */
export function findBox(bytes: Uint8Array, ...path: readonly string[]): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === path[0]) {
      const content = bytes.subarray(at + 8, at + length);
      return path.length === 1 ? content : findBox(content, ...path.slice(1));
    }
    if (length < 8) return undefined;
    at += length;
  }
}

/** The names of boxes can have characters up to 255, such as ©. */
function latin1(name: string): number[] {
  return [...name].map((character) => character.charCodeAt(0));
}
