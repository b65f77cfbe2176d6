import { isMissing } from "../number_text.ts";

/** How a delimited text is cut into rows and cells. */
export interface Cut {
  /** The byte between cells; a blank stands for runs of blanks and tabs. */
  readonly delimiter: number;
  /** Whether a single blank is part of a cell, and only several stand between cells. */
  readonly wide?: boolean;
  /** The byte around cells that hold others. Default: the double quotation mark. */
  readonly quote?: number;
  /** Whether a quotation mark inside a quotation has a backslash before it, and is not doubled. */
  readonly backslash?: boolean;
  /** The byte with which lines begin that are left out; 0 where none are. */
  readonly comment: number;
  /** How many cells a line has that begins so and is a row all the same. Default: none is. */
  readonly rowWidth?: number;
}

const [TAB, LF, CR, BLANK, QUOTE, BACKSLASH] = [9, 10, 13, 32, 34, 92];

/** What a line can be that is no row. */
const [RULED, COMMENTED] = [1, 2];
/** What rules begin with. */
const RULE_BEGINS = [45, 61, 43, 124];

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
  /** Whether each is quoted: 1, with quotation marks inside: 2. */
  quoted = new Uint8Array(64);
  /** How many cells the row has. */
  count = 0;
  /** Where the line of the row begins. */
  begin = 0;
  /** Where it ends, before what ends the line. */
  end = 0;
  /** Where the next row starts. */
  next = 0;
  /** Whether an empty line stands before the row. */
  apart = false;
  /** How many comments have been passed. */
  comments = 0;
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #backslash: boolean;
  /** For each byte, whether it ends a cell without quotes: 1. */
  readonly #endsCell = new Uint8Array(256);
  /** For each byte, what a line that begins with it may be instead of a row. */
  readonly #isSpecial = new Uint8Array(256);
  readonly #wide: boolean;
  readonly #cut: Cut;

  constructor(cut: Cut) {
    const { delimiter, quote = QUOTE, backslash = false, comment } = cut;
    this.#cut = cut;
    this.#delimiter = delimiter;
    const ends = [delimiter, LF, CR, ...delimiter === BLANK ? [TAB] : []];
    for (const byte of ends) this.#endsCell[byte] = 1;
    this.#quote = quote;
    this.#backslash = backslash;
    this.#wide = cut.wide ?? false;
    for (const byte of RULE_BEGINS) this.#isSpecial[byte] = RULED;
    if (comment !== 0) this.#isSpecial[comment] = COMMENTED;
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
    let at = this.#rowStart(bytes, length, last);
    if (at >= length) {
      if (last) this.next = length;
      return false;
    }
    this.begin = this.next;
    for (;;) {
      at = this.#pastBlanks(bytes, at, length);
      at = at < length && bytes[at] === this.#quote
        ? this.#quotedCell(bytes, at + 1, length, last)
        : this.#plainCell(bytes, at, length);
      at = this.#pastBlanks(bytes, at, length);
      if (at >= length) {
        // More of this cell may follow in what is not read yet.
        if (last) this.next = this.end = length;
        return last;
      }
      if (isLineEnd(bytes[at])) {
        this.end = at;
        this.next = at + 1;
        return true;
      }
      if (bytes[at] === this.#delimiter) at++;
    }
  }

  /** Moves `next` past lines that are no rows; gives where the next row's text starts. */
  #rowStart(bytes: Uint8Array, length: number, last: boolean): number {
    let apart = false;
    for (;;) {
      let at = this.#pastBlanks(bytes, this.next, length);
      if (at >= length) return length;
      if (!isLineEnd(bytes[at])) {
        const special = this.#isSpecial[bytes[at]];
        if (special === 0 || special === RULED && at + 1 < length && isDigit(bytes[at + 1])) {
          this.apart = apart;
          return at;
        }
        const mark = special === COMMENTED;
        const from = at;
        while (at < length && !isLineEnd(bytes[at])) at++;
        if (at >= length && !last) return length;
        const line = bytes.subarray(from, at);
        if (!(mark ? isComment(line, this.#cut) : isRule(line))) {
          this.apart = apart;
          return from;
        }
        if (mark) this.comments++;
        if (at >= length) return length;
      } else if (bytes[at] !== LF || at > 0 && bytes[at - 1] !== CR) apart = true;
      this.next = at + 1;
    }
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
    if (this.#wide) at = this.#pastWords(bytes, at, length);
    let end = at;
    while (end > start && (bytes[end - 1] === BLANK || bytes[end - 1] === TAB)) end--;
    this.#add(start, end, 0);
    return at;
  }

  /** Past the words of a cell that go on behind single blanks. */
  #pastWords(bytes: Uint8Array, end: number, length: number): number {
    let at = end;
    while (at + 1 < length && isSingleBlank(bytes, at)) {
      at++;
      while (at < length && this.#endsCell[bytes[at]] === 0) at++;
    }
    return at;
  }

  /**
   * Adds the quoted cell whose text starts here; gives where what follows it starts, or `length` if
   * its quotation does not close in what is read so far.
   */
  #quotedCell(bytes: Uint8Array, start: number, length: number, last: boolean): number {
    const quote = this.#quote;
    let quoted = 1;
    let end = start;
    for (;; end += 2, quoted = 2) {
      end = bytes.indexOf(quote, end);
      if (end < 0 || end >= length) {
        if (!last) return length;
        throw new SyntaxError("a quotation is opened that never closes");
      }
      if (this.#backslash && isEscaped(bytes, start, end)) {
        end--;
        continue;
      }
      if (end + 1 >= length && !last) return length;
      if (end + 1 >= length || bytes[end + 1] !== quote) break;
    }
    if (this.#backslash && quoted === 1 && bytes.subarray(start, end).includes(BACKSLASH)) {
      quoted = 2;
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

/** Where the scanner has found a cell of a row, as text. */
export function cellText(
  { starts, ends, quoted }: RowScanner,
  bytes: Uint8Array,
  cell: number,
  decoder: TextDecoder,
  { quote = QUOTE, backslash = false }: Cut,
): string {
  const text = decoder.decode(bytes.subarray(starts[cell], ends[cell]));
  if (quoted[cell] !== 2) return text;
  const mark = String.fromCharCode(quote);
  const single = text.replaceAll(mark + mark, mark);
  return backslash ? single.replaceAll(/\\(["'\\])/g, "$1") : single;
}

/**
 * Whether a line that begins as comments do is one. It is a row where its first cell is a `#` alone,
 * as the name of a row's number, or an error as `#N/A`, or where it has the width of such rows.
 */
export function isComment(line: Uint8Array, cut: Cut): boolean {
  const { delimiter, rowWidth = 0 } = cut;
  if (delimiter !== BLANK && line[1] === delimiter) return false;
  let end = 1;
  while (end < line.length && line[end] !== delimiter && line[end] !== TAB) end++;
  if (end > 1 && isMissing(String.fromCharCode(...line.subarray(0, Math.min(end, 40))).trim())) {
    return false;
  }
  return rowWidth === 0 || widthOf(line, cut) !== rowWidth;
}

/** What rules are drawn with: dashes and the like, with crossings and blanks between. */
const RULE = new Uint8Array(256);
for (const letter of "-=+|:_ \t") RULE[letter.charCodeAt(0)] = 1;

/** Whether a line is a rule, as under a header or around a table; two dashes stand for no value. */
function isRule(line: Uint8Array): boolean {
  for (const byte of line) if (RULE[byte] === 0) return false;
  const text = String.fromCharCode(...line.subarray(0, 2000));
  return /[-=]{4}|={3}|[-=]{2}[+|]|[+|:][-=]{2}/.test(text);
}

function isSingleBlank(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1];
  return bytes[at] === BLANK && next !== BLANK && next !== TAB && !isLineEnd(next);
}

/** How many cells a line has; 0 where it cannot be cut. */
function widthOf(line: Uint8Array, cut: Cut): number {
  const scanner = new RowScanner({ ...cut, comment: 0 });
  try {
    return scanner.scan(line, line.length, true) ? scanner.count : 0;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return 0;
  }
}

/** Whether an odd number of backslashes stands before a quotation mark. */
function isEscaped(bytes: Uint8Array, start: number, at: number): boolean {
  let before = at;
  while (before > start && bytes[before - 1] === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function isLineEnd(byte: number): boolean {
  return byte === LF || byte === CR;
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * array.length);
  more.set(array);
  return more;
}
