import { joinedAll } from "../../../bytes/join.ts";
import type { Utf8 } from "./encoding.ts";

/** How many bytes of a text are held, so that it can be read again from its beginning. */
const EARLY = 2 ** 20;
/** How many are looked at where lines are so long that there are not even a few of them. */
const LONGEST_SAMPLE = 2 ** 26;

/** A text of which the first bytes are held, or all where its rows are to be written again. */
export class EarlyText {
  /** The chunks that are held, in order. */
  chunks: Uint8Array[] = [];
  /** Whether its end has been reached. */
  whole = false;
  readonly #text: Utf8;
  readonly #keep: boolean;
  #length = 0;

  /**
   * @param text The text.
   * @param keep Whether all of it is held.
   */
  constructor(text: Utf8, keep: boolean) {
    this.#text = text;
    this.#keep = keep;
  }

  /** Whether all that has been read is held, and is not too long to be read again. */
  get canReread(): boolean {
    return this.#length <= EARLY;
  }

  /** The next bytes; nothing at the end. */
  async next(): Promise<Uint8Array | undefined> {
    const bytes = await this.#text.next();
    if (!bytes) {
      this.whole = true;
      return undefined;
    }
    this.#length += bytes.length;
    if (this.#keep || this.canReread) this.chunks.push(bytes.slice());
    else this.chunks = [];
    return bytes;
  }

  /** All that has been read, and more until it has a length and a few lines. */
  async sample(length: number): Promise<Uint8Array> {
    const held = this.chunks;
    let lines = 0;
    const count = (bytes: Uint8Array) => {
      for (let at = 0; lines < 3 && at < bytes.length; at++) {
        if (bytes[at] === 10 || bytes[at] === 13) lines++;
      }
    };
    held.forEach(count);
    let size = this.#length;
    while (size < length || lines < 3 && size < LONGEST_SAMPLE) {
      const bytes = await this.#text.next();
      if (!bytes) {
        this.whole = true;
        break;
      }
      held.push(bytes.slice());
      size += bytes.length;
      count(bytes);
    }
    this.#length = size;
    return held.length === 1 ? held[0] : joinedAll(held);
  }
}
