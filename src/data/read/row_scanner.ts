/** How a delimited text is cut into rows and cells. */
export interface Cut {
  /** The byte between cells; a blank stands for runs of blanks and tabs. */
  readonly delimiter: number;
  /** Whether lines that begin with `#` are left out. */
  readonly comments: boolean;
}

const [TAB, LF, CR, BLANK, QUOTE, HASH] = [9, 10, 13, 32, 34, 35];

/** About how many cells a row can have. */
const MOST = 4_000_000;

/**
 * Finds the cells of one row after another in a buffer of bytes. No text is made of them: a cell is
 * where it starts and ends, so that a million rows cost no objects.
 */
export class RowScanner {
  /** Where each cell of the row starts. */
  starts = new Int32Array(64);
  /** Where each ends. */
  ends = new Int32Array(64);
  /** Whether each is quoted: 1, with quotes doubled inside: 2. */
  quoted = new Uint8Array(64);
  /** How many cells the row has. */
  count = 0;
  /** Where the next row starts. */
  next = 0;
  readonly #delimiter: number;
  /** For each byte, whether it ends a cell without quotes: 1. */
  readonly #endsCell = new Uint8Array(256);
  readonly #comments: boolean;

  constructor({ delimiter, comments }: Cut) {
    this.#delimiter = delimiter;
    const ends = [delimiter, LF, CR, ...delimiter === BLANK ? [TAB] : []];
    for (const byte of ends) this.#endsCell[byte] = 1;
    this.#comments = comments;
  }

  /**
   * Scans the row at `next`, past empty lines and comments.
   *
   * @param bytes The buffer.
   * @param length How many of its bytes count.
   * @param last Whether the text ends with them.
   * @returns Whether there is a whole row; if not, `next` is where the unfinished one starts.
   * @throws {SyntaxError} If a quotation does not end as it should, or a row has too many cells.
   */
  scan(bytes: Uint8Array, length: number, last: boolean): boolean {
    this.count = 0;
    let at = this.#rowStart(bytes, length);
    if (at >= length) {
      if (last) this.next = length;
      return false;
    }
    for (;;) {
      at = this.#pastBlanks(bytes, at, length);
      at = at < length && bytes[at] === QUOTE
        ? this.#quotedCell(bytes, at + 1, length, last)
        : this.#plainCell(bytes, at, length);
      at = this.#pastBlanks(bytes, at, length);
      if (at >= length) {
        // More of this cell may follow in what is not read yet.
        if (last) this.next = length;
        return last;
      }
      if (isLineEnd(bytes[at])) {
        this.next = at + 1;
        return true;
      }
      if (bytes[at] === this.#delimiter) at++;
    }
  }

  /** Moves `next` past lines that are no rows; gives where the next row's text starts. */
  #rowStart(bytes: Uint8Array, length: number): number {
    for (;;) {
      let at = this.#pastBlanks(bytes, this.next, length);
      if (at >= length) return length;
      if (!isLineEnd(bytes[at])) {
        if (!this.#isComment(bytes, at)) return at;
        while (at < length && !isLineEnd(bytes[at])) at++;
        if (at >= length) return length;
      }
      this.next = at + 1;
    }
  }

  /** Whether a comment begins here; a `#` alone in the first cell is a name, as of a row's number. */
  #isComment(bytes: Uint8Array, at: number): boolean {
    if (!this.#comments || bytes[at] !== HASH) return false;
    return this.#delimiter === BLANK || bytes[at + 1] !== this.#delimiter;
  }

  /** Past blanks, and tabs unless they stand between cells. */
  #pastBlanks(bytes: Uint8Array, at: number, length: number): number {
    while (at < length && (bytes[at] === BLANK || bytes[at] === TAB && this.#delimiter !== TAB)) {
      at++;
    }
    return at;
  }

  /** Adds the cell that starts here; gives where it ends, at a delimiter, a line's end or the last byte. */
  #plainCell(bytes: Uint8Array, start: number, length: number): number {
    const ends = this.#endsCell;
    let at = start;
    while (at < length && ends[bytes[at]] === 0) at++;
    let end = at;
    while (end > start && (bytes[end - 1] === BLANK || bytes[end - 1] === TAB)) end--;
    this.#add(start, end, 0);
    return at;
  }

  /**
   * Adds the quoted cell whose text starts here; gives where what follows it starts, or `length` if
   * its quotation does not close in what is read so far.
   */
  #quotedCell(bytes: Uint8Array, start: number, length: number, last: boolean): number {
    let quoted = 1;
    let end = start;
    for (;; end += 2, quoted = 2) {
      end = bytes.indexOf(QUOTE, end);
      if (end < 0 || end >= length) {
        if (!last) return length;
        throw new SyntaxError("a quotation is opened that never closes");
      }
      if (end + 1 >= length && !last) return length;
      if (end + 1 >= length || bytes[end + 1] !== QUOTE) break;
    }
    this.#add(start, end, quoted);
    const at = this.#pastBlanks(bytes, end + 1, length);
    const apart = this.#delimiter === BLANK ? at > end + 1 : bytes[at] === this.#delimiter;
    if (at < length && !apart && !isLineEnd(bytes[at])) {
      throw new SyntaxError(
        `value ${this.count} goes on after its closing quotation mark: double those inside`,
      );
    }
    return at;
  }

  #add(start: number, end: number, quoted: number): void {
    if (this.count === this.starts.length) {
      if (this.count > MOST) {
        throw new SyntaxError(
          `it has more than ${MOST.toLocaleString("en")} values: a table has a line for each row`,
        );
      }
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
      const more = new Uint8Array(2 * this.count);
      more.set(this.quoted);
      this.quoted = more;
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.quoted[this.count++] = quoted;
  }
}

function isLineEnd(byte: number): boolean {
  return byte === LF || byte === CR;
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * array.length);
  more.set(array);
  return more;
}
