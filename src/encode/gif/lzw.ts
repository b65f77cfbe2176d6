// By their paths: what the package's name stands for is CommonJS, which takes ten times as long to
// load, and writes whole GIFs, where only its compression is needed.
import lzwEncode from "npm:gifenc@1.0.3/src/lzwEncode.js";
import createStream from "npm:gifenc@1.0.3/src/stream.js";

/** How many codes the table of the compression has room for; the one that gifenc uses itself. */
const CODES = 5003;

/** Compresses the pictures of a GIF, in the variant of LZW that its specification describes. */
export class LzwEncoder {
  // Made once for all pictures, since most of them are small.
  readonly #stream = createStream(4096);
  readonly #block = new Uint8Array(256);
  readonly #keys = new Int32Array(CODES);
  readonly #codes = new Int32Array(CODES);

  /**
   * Compresses one picture.
   *
   * @param indices The colour of each pixel, row after row.
   * @param depth Bits a pixel, at least 2.
   * @returns The table-based image data: the code size, blocks of at most 255 bytes, and a 0.
   */
  encode(indices: Uint8Array, depth: number): Uint8Array {
    this.#stream.reset();
    // The encoder takes a width and a height too, and reads neither.
    lzwEncode(0, 0, indices, depth, this.#stream, this.#block, this.#keys, this.#codes);
    return this.#stream.bytes();
  }
}
