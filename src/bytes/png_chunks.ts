import { joined, type Part, u32 } from "./join.ts";

/** What every PNG begins with. */
export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A chunk of a PNG: its length, its name, what is in it, and a check of both. */
export function chunk(name: string, ...parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const checked = joined(name, ...parts);
  return joined(u32(checked.length - 4), checked, u32(crc32(checked)));
}

/** JSON in ASCII, which a text chunk can hold. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The remainder of each byte, so that a check takes one step a byte and not eight. */
const REMAINDERS = Int32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) {
    remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  }
  return remainder;
});

/** The cyclic redundancy check of ISO 3309. */
function crc32(bytes: Uint8Array): number {
  let check = -1;
  for (const byte of bytes) check = REMAINDERS[(check ^ byte) & 255] ^ (check >>> 8);
  return ~check;
}
