import { joined, type Part, u32 } from "./bytes.ts";

/** A box of an MP4: its length, its name and what is in it. */
export function box(name: string, ...parts: readonly Part[]): Uint8Array {
  const content = joined(...parts);
  return joined(u32(content.length + 8), latin1(name), content);
}

/** A box with a version, which is 0, and flags. */
export function fullBox(name: string, flags: number, ...parts: readonly Part[]): Uint8Array {
  return box(name, u32(flags), ...parts);
}

/** The content of the box that a path of names leads to. */
export function findBox(bytes: Uint8Array, ...path: readonly string[]): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; at += view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name !== path[0]) continue;
    const content = bytes.subarray(at + 8, at + view.getUint32(at));
    return path.length === 1 ? content : findBox(content, ...path.slice(1));
  }
  throw new TypeError(`Cannot read the encoder's MP4 as it has no box '${path[0]}'`);
}

/** The names of boxes can have characters up to 255, such as ©. */
function latin1(name: string): number[] {
  return [...name].map((character) => character.charCodeAt(0));
}
