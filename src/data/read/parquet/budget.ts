import { DataError } from "../../data_error.ts";

/** What a file of any size may hold: values, and bytes once they are unpacked. */
const [VALUES, BYTES] = [2 ** 25, 2 ** 28];
/** How many times its size a larger file may hold, of either. */
const RATIO = 64;

/** Bounds what a file can unfold to, so that a few bytes cannot take all time and memory. */
export class Budget {
  #values: number;
  #bytes: number;

  /** @param size The size of the file, in bytes. */
  constructor(readonly size: number) {
    this.#values = VALUES + RATIO * size;
    this.#bytes = BYTES + RATIO * size;
  }

  /**
   * Takes values and bytes that are about to be made.
   *
   * @throws {DataError} If they are more than are left.
   */
  take(values: number, bytes: number): void {
    this.#values -= values;
    this.#bytes -= bytes;
    if (this.#values >= 0 && this.#bytes >= 0) return;
    throw new DataError(
      `its ${this.size} bytes unfold to more than can be read: write fewer rows, or CSV`,
    );
  }
}
