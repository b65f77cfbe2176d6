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
  readonly #cut: Cut;

  constructor(cut: Cut) {
    this.#cut = cut;
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
    const { delimiter, comments } = this.#cut;
    const blanks = delimiter === BLANK;
    let at = this.next;
    // Past lines that are no rows.
    for (;;) {
      let i = at;
      while (i < length && (bytes[i] === BLANK || (bytes[i] === TAB && delimiter !== TAB))) i++;
      if (i >= length) {
        if (last) this.next = length;
        return false;
      }
      const byte = bytes[i];
      if (byte === LF || byte === CR) {
        this.next = at = i + 1;
        continue;
      }
      if (byte !== HASH || !comments || bytes[i + 1] === delimiter && !blanks) break;
      while (i < length && bytes[i] !== LF && bytes[i] !== CR) i++;
      if (i >= length) {
        if (last) this.next = length;
        return false;
      }
      this.next = at = i;
    }

    this.count = 0;
    for (;;) {
      while (
        at < length && (bytes[at] === BLANK || (bytes[at] === TAB && delimiter !== TAB))
      ) at++;
      let start = at;
      let end: number;
      let quoted = 0;
      if (at < length && bytes[at] === QUOTE) {
        start = ++at;
        quoted = 1;
        for (;;) {
          at = bytes.indexOf(QUOTE, at);
          if (at < 0 || at >= length) {
            if (!last) return false;
            throw new SyntaxError("a quotation is opened that never closes");
          }
          if (at + 1 >= length && !last) return false;
          if (bytes[at + 1] !== QUOTE || at + 1 >= length) break;
          quoted = 2;
          at += 2;
        }
        end = at++;
        while (
          at < length && !blanks &&
          (bytes[at] === BLANK || (bytes[at] === TAB && delimiter !== TAB))
        ) at++;
        if (
          at < length && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR &&
          !(blanks && bytes[at] === TAB)
        ) {
          throw new SyntaxError(
            `value ${this.count + 1} goes on after its closing quotation mark: double those inside`,
          );
        }
      } else {
        if (blanks) {
          for (let byte; at < length && (byte = bytes[at]) !== BLANK && byte !== TAB; at++) {
            if (byte === LF || byte === CR) break;
          }
        } else {
          for (let byte; at < length && (byte = bytes[at]) !== delimiter; at++) {
            if (byte === LF || byte === CR) break;
          }
        }
        end = at;
        while (end > start && (bytes[end - 1] === BLANK || bytes[end - 1] === TAB)) end--;
      }
      if (at >= length && !last) return false;
      this.#add(start, end, quoted);
      if (blanks) { while (at < length && (bytes[at] === BLANK || bytes[at] === TAB)) at++; }
      if (at >= length) {
        if (!last) return false;
        this.next = length;
        return true;
      }
      const byte = bytes[at];
      if (byte === LF || byte === CR) {
        this.next = at + 1;
        return true;
      }
      if (!blanks) at++;
    }
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

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * array.length);
  more.set(array);
  return more;
}
