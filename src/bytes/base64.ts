/** How many bytes are put into one call: far fewer than the arguments that a call can have. */
const PART = 4096;

/** Bytes in base 64. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += PART) {
    text += String.fromCharCode(...bytes.subarray(i, i + PART));
  }
  return btoa(text);
}
