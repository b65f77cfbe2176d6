import { DataError, quotable } from "../../data_error.ts";
import { isWrittenNumber } from "../notation.ts";

/** How many lines can stand below a table. */
const MOST = 50;

/** What the line below a table begins with that sums it up. */
export const SUM =
  /^(?:grand |sub)?(?:totals?|sum|summe|gesamt(?:summe)?|insgesamt|somme|suma|summa|totale?s?|totaal|saldo|average|mean|mittelwert)\b/i;

/**
 * The lines below a table, as the closing balance of a bank: they have not the width of rows. Only
 * at the end is it known that they are no rows among others.
 */
export class Tail {
  readonly #width: number;
  #first: { row: number; count: number } | undefined;
  #lines = 0;
  #isApart = false;
  #text = "";

  /** @param width How many cells rows have. */
  constructor(width: number) {
    this.#width = width;
  }

  /**
   * Takes a line that has not the width of rows.
   *
   * @param row The number that it would have as a row.
   * @param cells Its cells.
   * @param apart Whether an empty line is above it.
   * @throws {DataError} If it looks like a row that lacks cells, or has too many.
   */
  take(row: number, cells: readonly string[], apart: boolean): void {
    this.#first ??= { row, count: cells.length };
    this.#isApart ||= apart;
    if (this.#lines++ === 0) this.#text = quotable(cells.find((cell) => cell !== "") ?? "");
    if (this.#lines > MOST || !this.#isBelow(cells)) throw this.ragged();
  }

  #isBelow(cells: readonly string[]): boolean {
    const filled = cells.filter((cell) => cell !== "");
    if (filled.every((cell) => /^[-=+:_|*]+$/.test(cell))) return true;
    if (!/\p{L}/u.test(filled[0]) || isWrittenNumber(filled[0])) return false;
    return this.#isApart || SUM.test(filled[0]) || filled.length === 1 && /[\s:()]/.test(filled[0]);
  }

  /** Why the first of the lines is no row. */
  ragged(): DataError {
    const { row, count } = this.#first!;
    return new DataError(
      `it has ${count} value${count === 1 ? "" : "s"}, not ${this.#width} as others`,
      `row ${row}`,
    );
  }

  /** What was left out, for people. */
  note(): string {
    const what = this.#lines === 1 ? "the line" : `${this.#lines} lines`;
    return `left out: ${what} below the table, '${this.#text}'`;
  }
}
