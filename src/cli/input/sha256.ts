import { sha256Hex } from "../../bytes/sha256.ts";

/**
 * Inputs of at most this many bytes are kept and hashed at the end; larger ones are hashed while they
 * are read, by node:crypto, whose loading takes longer than hashing 8 MiB.
 */
const FEW = 2 ** 23;

/**
 * Hashes an input while it is read.
 *
 * @param chunks The input; a chunk may be overwritten once the next is asked for.
 * @param size How many bytes there are in all, where that is known.
 * @returns The same chunks, and what gives their SHA-256 in hexadecimal once all have been read.
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
    hash ? hash.digest("hex") : await sha256Hex(await new Blob(kept).bytes());
  return { chunks: passed(), sha256 };
}
