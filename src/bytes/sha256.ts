import { base64 } from "./base64.ts";

/** The SHA-256 hash of bytes (FIPS 180-4), as 64 lowercase hexadecimal digits. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const hash = await sha256(bytes);
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * What a content security policy lists to allow one inline script or style: `'sha256-…'` with the
 * hash of its text in base 64; Content Security Policy Level 3, section 2.3.1 (hash-source).
 */
export async function policySource(text: string): Promise<string> {
  return `'sha256-${base64(await sha256(new TextEncoder().encode(text)))}'`;
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}
