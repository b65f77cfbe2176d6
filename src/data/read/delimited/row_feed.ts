import { DataError } from "../../data_error.ts";
import { type Cut, RowScanner } from "./row_scanner.ts";

/** The longest a row can be, in bytes. */
const LONGEST = 2 ** 26;

/** Takes a text in chunks of bytes and hands out its rows; it holds no more than a chunk and a row. */
export class RowFeed {
  /** The row that is handed out. */
  readonly scanner: RowScanner;
  /** The bytes that its cells are in. */
  bytes = new Uint8Array(2 ** 17);
  /** How many rows have been handed out. */
  rows = 0;
  #length = 0;
  /** From which length on it is worth trying to scan the row again that was not whole. */
  #enough = 0;
  readonly #onRow: () => void;

  /**
   * @param cut How the text is cut.
   * @param onRow Is called for each row, while `bytes` and `scanner` hold it.
   */
  constructor(cut: Cut, onRow: () => void) {
    this.scanner = new RowScanner(cut);
    this.#onRow = onRow;
  }

  /** Takes the next chunk. */
  push(chunk: Uint8Array): void {
    const { scanner } = this;
    this.bytes.copyWithin(0, scanner.next, this.#length);
    this.#length -= scanner.next;
    scanner.next = 0;
    if (this.#length + chunk.length > this.bytes.length) {
      const more = new Uint8Array(2 * (this.#length + chunk.length));
      more.set(this.bytes.subarray(0, this.#length));
      this.bytes = more;
    }
    this.bytes.set(chunk, this.#length);
    this.#length += chunk.length;
    if (this.#length < this.#enough && this.#length <= LONGEST) return;
    this.#scan(false);
    const left = this.#length - scanner.next;
    if (left > LONGEST) {
      throw new DataError(
        `it is longer than ${LONGEST / 2 ** 20} MB: a table has a line for each row`,
        `row ${this.rows + 1}`,
      );
    }
    this.#enough = 2 * left;
  }

  /** Ends the text. */
  end(): void {
    this.#scan(true);
  }

  #scan(last: boolean): void {
    try {
      while (this.scanner.scan(this.bytes, this.#length, last)) {
        this.rows++;
        this.#onRow();
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new DataError(error.message, `row ${this.rows + 1}`);
    }
  }
}
