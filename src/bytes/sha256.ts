import { base64 } from "./base64.ts";

/** The SHA-256 of bytes, in hexadecimal. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const hash = await sha256(bytes);
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The source by which a content security policy allows one script or style: the hash of its text. */
export async function policySource(text: string): Promise<string> {
  return `'sha256-${base64(await sha256(new TextEncoder().encode(text)))}'`;
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}
