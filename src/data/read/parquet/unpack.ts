import { broken, unread } from "./broken.ts";

/** The codecs, by the numbers of the format. */
const CODECS = ["none", "Snappy", "gzip", "LZO", "brotli", "LZ4", "Zstandard", "LZ4 raw"] as const;

/**
 * Unpacks bytes.
 *
 * @param bytes What is packed.
 * @param codec How, by its number.
 * @param length How many bytes it must become; no more are ever made.
 */
export async function unpacked(
  bytes: Uint8Array,
  codec: number,
  length: number,
): Promise<Uint8Array> {
  const name = CODECS[codec];
  switch (name) {
    case "none":
      return bytes.length === length ? bytes : broken("a page in it is of two lengths");
    case "Snappy":
      return (await import("./snappy.ts")).unpackSnappy(bytes, length);
    case "gzip":
    case "brotli":
      return await unpackStream(bytes, name, length);
    case "LZ4":
      return (await import("./lz4.ts")).unpackHadoopLz4(bytes, length);
    case "LZ4 raw":
      return (await import("./lz4.ts")).unpackLz4(bytes, length);
    case "Zstandard":
      return (await import("./zstd.ts")).unpackZstd(bytes, length);
    default:
      return unread(`the compression ${name ?? codec}`);
  }
}

/** Unpacks by what the runtime has. */
async function unpackStream(
  bytes: Uint8Array,
  format: "gzip" | "brotli",
  length: number,
): Promise<Uint8Array> {
  const stream = streamOf(format);
  const into = new Uint8Array(length);
  const writer = stream.writable.getWriter();
  // What is wrong with them is told by the reader.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  let at = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      // More than there is room for is refused here.
      into.set(next.value, at);
      at += next.value.length;
    }
  } catch {
    broken(`what is packed by ${format} in it is damaged`);
  } finally {
    reader.cancel().catch(() => {});
  }
  return at === length ? into : broken(`what is packed by ${format} in it is of another length`);
}

function streamOf(format: string): DecompressionStream {
  try {
    return new DecompressionStream(format as CompressionFormat);
  } catch {
    return unread(`the compression ${format}`);
  }
}
