// deno-fmt-ignore-file
import type { Mutation } from "./mutation.ts";

/** Mistakes in src/bytes. */
export const bytes: readonly Mutation[] = [
  ["src/bytes/join.ts", "value >>> 16 & 255, value >>> 8 & 255", "value >>> 8 & 255, value >>> 16 & 255", "bytes/bytes_test.ts"],
  ["src/bytes/join.ts", "return [value >> 8 & 255, value & 255];", "return [value & 255, value >> 8 & 255];", "bytes/bytes_test.ts"],
  ["src/bytes/join.ts", "value >>> 24, ", "value >> 24, ", "bytes/bytes_test.ts"],
  ["src/bytes/join.ts", "end += part.length;", "end += part.length - 1;", "bytes/bytes_test.ts"],
  ["src/bytes/base64.ts", "i += PART)", "i += PART + 1)", "bytes/bytes_test.ts"],
  ["src/bytes/sha256.ts", '.padStart(2, "0")', "", "bytes/bytes_test.ts"],
  ["src/bytes/sha256.ts", "base64(await sha256(", "(await sha256Hex(", "bytes/bytes_test.ts"],
  ["src/bytes/png_chunks.ts", "u32(checked.length - 4)", "u32(checked.length)", "bytes/bytes_test.ts"],
  ["src/bytes/png_chunks.ts", "return ~check;", "return check;", "bytes/bytes_test.ts"],
  ["src/bytes/png_chunks.ts", "let check = -1;", "let check = 0;", "bytes/bytes_test.ts"],
  ["src/bytes/png_chunks.ts", "[^\\x20-\\x7e]", "[^\\x20-\\xff]", "bytes/bytes_test.ts"],
  ["src/bytes/png_chunks.ts", '.padStart(4, "0")', "", "bytes/bytes_test.ts"],
  ["src/bytes/begins_with.ts", ".every(", ".some(", "formats/formats_test.ts bytes/bytes_test.ts"],
  ["src/bytes/png_text.ts", "view.getUint32(at) + 12)", "view.getUint32(at) + 8)", "formats/formats_test.ts"],
  ["src/bytes/png_text.ts", "`${keyword}\\0`", "keyword", "formats/formats_test.ts bytes/bytes_test.ts"],
  ["src/bytes/png_text.ts", "PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)", "true", "formats/formats_test.ts bytes/bytes_test.ts"],
  ["src/bytes/png_chunks.ts", "0xedb88320", "0xedb88321", "bytes/bytes_test.ts"],
  ["src/bytes/png_chunks.ts", "0x0d, 0x0a, 0x1a, 0x0a", "0x0a, 0x0d, 0x1a, 0x0a", "encode/png_test.ts encode/apng_test.ts"],
];
