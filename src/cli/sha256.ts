import { createHash } from "node:crypto";

/** The SHA-256 of bytes, in hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Hands chunks on, and gives their SHA-256, in hexadecimal, to whoever asks when they are through. */
export function hashed(chunks: AsyncIterable<Uint8Array>): {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly sha256: () => string;
} {
  const hash = createHash("sha256");
  async function* passed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return { chunks: passed(), sha256: () => hash.digest("hex") };
}
