import { DataError } from "../data_error.ts";

/** The most bytes that a packed input can become: a small one must not fill all memory. */
const MOST_UNPACKED = 2 ** 30;

/** Whether bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Unpacks gzip while it is read.
 *
 * @param chunks What is packed; a chunk may change once the next is asked for.
 * @param most How many bytes it can become.
 * @throws {DataError} If it is damaged, or becomes more than can be held.
 */
export async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  most = MOST_UNPACKED,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  let failure: { readonly error: unknown } | undefined;
  const fed = (async () => {
    try {
      for await (const chunk of chunks) await writer.write(chunk as Uint8Array<ArrayBuffer>);
    } catch (error) {
      failure = { error };
    }
    // What is wrong with what is packed is told by the reader.
    await (failure ? writer.abort(failure.error) : writer.close());
  })().catch(() => {});
  const reader = readable.getReader();
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > most) {
        throw new DataError(`it unpacks to more than ${most / 2 ** 20} MB: unpack it first`);
      }
      yield next.value;
    }
    await fed;
  } catch (error) {
    if (error instanceof DataError) throw error;
    // An error of the input itself comes through here as it is.
    if (failure && !(failure.error instanceof TypeError)) throw failure.error;
    throw new DataError("it is gzip that is damaged, cut off or of several parts: unpack it first");
  } finally {
    reader.cancel().catch(() => {});
  }
}
