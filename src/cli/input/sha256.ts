/** Up to so many bytes it is quicker to keep them than to load what hashes them while they come. */
const FEW = 2 ** 23;

/** The SHA-256 of bytes, in hexadecimal. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Hands chunks on, and gives their SHA-256 to whoever asks when they are through.
 *
 * @param chunks The chunks; each may change once the next is asked for.
 * @param size How many bytes there are in all, where that is known.
 */
export async function hashed(
  chunks: AsyncIterable<Uint8Array>,
  size = Infinity,
): Promise<{ chunks: AsyncIterable<Uint8Array>; sha256: () => Promise<string> }> {
  const kept: Uint8Array<ArrayBuffer>[] = [];
  const hash = size <= FEW ? undefined : (await import("node:crypto")).createHash("sha256");
  async function* passed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (hash) hash.update(chunk);
      else kept.push(chunk.slice());
      yield chunk;
    }
  }
  const sha256 = async () =>
    hash ? hash.digest("hex") : await sha256Of(await new Blob(kept).bytes());
  return { chunks: passed(), sha256 };
}
