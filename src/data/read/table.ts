import { clean, DataError } from "../data_error.ts";

/**
 * A cell as it came: text, or a value of its format. Decimals, times and numbers that no double holds
 * are objects whose `toString` gives them in full.
 */
export type Cell = unknown;

/** What was found in one column of a table. */
export interface Column {
  /** Its name, without control characters, unlike all others; `column 3` where it has none. */
  readonly name: string;
  /** Its name as it came, but for control characters; empty where it has none. */
  readonly title: string;
  /** How many of its cells are finite numbers. */
  readonly numbers: number;
  /** The least of them; `Infinity` where there is none. */
  readonly low: number;
  /** The greatest of them; `-Infinity` where there is none. */
  readonly high: number;
  /** How many are missing. */
  readonly missing: number;
  /** How many are anything else. */
  readonly others: number;
  /** The row, counted from 1, of the first that is missing; 0 where none is. */
  readonly firstMissing: number;
  /** The row, counted from 1, of the first that is anything else; 0 where none is. */
  readonly firstOther: number;
  /** What stands in that one. */
  readonly other: string;
  /** Which cell of a record it is made of, counted from 0; a list makes several columns. */
  readonly cell: number;
  /** The list or object that it is an element or a member of. */
  readonly part?: string;
  /** Whether all its values were true and false: they count as 1 and 0. */
  readonly truths?: boolean;
  /** Why it cannot be a feature, though it holds lists of numbers. */
  readonly fault?: string;
  /** What it was found to be where some of its cells look like numbers and none is one. */
  readonly kind?: "text" | "dates";
  /** A cell whose number is not written plainly, such as `1.419,06`, and that number. */
  readonly example?: readonly [text: string, value: number];
}

/** The rows of a delimited text as they stand in it. */
export interface TextLines {
  /** What the name of such a file ends in; nothing where it could be neither. */
  readonly ending?: "csv" | "tsv";
  /** What stands between cells. */
  readonly delimiter: string;
  /** What stands before the decimals of numbers. */
  readonly decimal: "." | ",";
  /** What ends a line. */
  readonly newline: string;
  /** Whether the text begins with a byte-order mark. */
  readonly mark: boolean;
  /** The line of the header; nothing where there is none. */
  readonly header?: string;
  /** The lines of the rows, without what ends them; what a spreadsheet would run is made a text. */
  rows(): Iterable<string>;
}

/** A table as it was read. */
export interface Table {
  /** What its columns hold. */
  readonly columns: readonly Column[];
  /** Whether the columns have names of their own. */
  readonly named: boolean;
  /** How many rows there are. */
  readonly rows: number;
  /** What its reader found out, for people. */
  readonly about: string;
  /** The columns, by their index, that it says its points are. Default: all of numbers. */
  readonly points?: readonly number[];
  /** The columns that name the rows, as an index of pandas does: they are no features. */
  readonly index?: readonly number[];
  /** The titles of the cells of a record. Default: those of the columns. */
  readonly cells?: readonly string[];
  /** Whether cells are values of types, and not texts. Default: no. */
  readonly typed?: boolean;
  /** What people should know of how it was read. */
  readonly notes?: readonly string[];
  /** The file that it is, where that can be written again with more columns: Parquet. */
  readonly parquet?: Uint8Array;
  /**
   * The numbers of some columns, row after row; `NaN` for all that is not one.
   *
   * @param columns Which, by their index.
   */
  numbers(columns: readonly number[]): Float64Array;
  /** The rows as they came, cell by cell; only where they were kept. */
  records(): Iterable<readonly Cell[]>;
  /** The rows as lines of text; only of a delimited text, and only where they were kept. */
  readonly lines?: TextLines;
}

/** How a table is read. */
export interface ReadOptions {
  /** Whether the first row is a header. Default: found out. */
  header?: boolean;
  /** Whether the rows are kept as they came, for {@link Table.records}. Default: no. */
  keep?: boolean;
  /**
   * Where in JSON the rows are: keys with points between them, such as `results.rows`. Default: where
   * there are any, in one place alone.
   */
  jsonPath?: string;
  /** Is told how many bytes have been read. */
  onProgress?: (bytes: number) => void;
  /** Ends the reading early, with its reason. It is asked for each chunk, at most 1 MiB of an array. */
  signal?: AbortSignal;
}

/** What the reader of a text finds out beside its cells. */
interface Found {
  /** Of each column, a number that is not written plainly. */
  readonly examples?: readonly Column["example"][];
  /** What each column is that holds no numbers. */
  readonly kinds?: readonly Column["kind"][];
  /** Whether all values of each column are true and false. */
  readonly truths?: readonly boolean[];
  /** What was left out, for people. */
  readonly notes?: readonly string[];
  readonly lines?: TextLines;
}

/** The most columns that a table can have: embeddings have 4096, and others beside them. */
export const MOST_COLUMNS = 5000;

/**
 * Checks that there are not too many columns, before anything is made for each.
 *
 * @param count How many there are.
 * @param place Where they are counted.
 * @throws {DataError} If they are more than a table can have.
 */
export function requireColumns(count: number, place = ""): void {
  if (count <= MOST_COLUMNS) return;
  throw new DataError(
    `it has more than ${MOST_COLUMNS} columns: leave some out, or turn rows and columns around`,
    place,
  );
}

/** The most values that a table can have: as numbers they take 2 GB. */
const MOST_VALUES = 2 ** 28;

/** About how many numbers a block holds. */
const BLOCK = 2 ** 16;

/**
 * Collects the numbers of a table, cell after cell, in flat blocks, and counts what the other cells
 * are.
 */
export class TableBuilder {
  /** How many rows there are. */
  rows = 0;
  /** How many columns there are. */
  readonly width: number;
  readonly #rowsInBlock: number;
  readonly #blocks: Float64Array[] = [];
  #block = new Float64Array(0);
  #at = 0;
  readonly #numbers: Uint32Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #missing: Uint32Array;
  readonly #firstMissing: Uint32Array;
  readonly #others: Uint32Array;
  readonly #firstOther: Uint32Array;
  readonly #other = new Map<number, string>();

  /** @param width How many columns there are. */
  constructor(width: number) {
    requireColumns(width);
    this.width = width;
    this.#rowsInBlock = Math.max(1, Math.floor(BLOCK / width));
    [this.#numbers, this.#missing, this.#firstMissing, this.#others, this.#firstOther] = Array.from(
      { length: 5 },
      () => new Uint32Array(width),
    );
    this.#low = new Float64Array(width).fill(Infinity);
    this.#high = new Float64Array(width).fill(-Infinity);
  }

  /** Begins a row; a cell for each column must follow. */
  row(): void {
    const inBlock = this.rows++ % this.#rowsInBlock;
    if (inBlock === 0) {
      // Here, so that an input without end is given up while it is read.
      if (this.rows * this.width > MOST_VALUES) {
        throw new DataError(
          `it has more than ${MOST_VALUES.toLocaleString("en")} values: take a sample`,
          `row ${this.rows}`,
        );
      }
      this.#blocks.push(this.#block = new Float64Array(this.#rowsInBlock * this.width));
    }
    this.#at = inBlock * this.width;
  }

  /** Sets a cell of the row to a finite number. */
  number(column: number, value: number): void {
    this.#block[this.#at + column] = value;
    this.#numbers[column]++;
    if (value < this.#low[column]) this.#low[column] = value;
    if (value > this.#high[column]) this.#high[column] = value;
  }

  /** Leaves a cell of the row without a value. */
  missing(column: number): void {
    this.#block[this.#at + column] = NaN;
    if (this.#missing[column]++ === 0) this.#firstMissing[column] = this.rows;
  }

  /** Says that a cell of the row is no number; what it is, is asked for the first of a column. */
  other(column: number, text: () => string): void {
    this.#block[this.#at + column] = NaN;
    if (this.#others[column]++ > 0) return;
    this.#firstOther[column] = this.rows;
    this.#other.set(column, text());
  }

  /**
   * Whether the last row holds, in some column, the sum or the mean of all rows above it.
   */
  isSum(): boolean {
    return Array.from({ length: this.width }, (_, column) => column).some((column) => {
      let [sum, size, count, last] = [0, 0, 0, NaN];
      for (const value of this.#column(column)) {
        if (!Number.isNaN(last)) {
          sum += last;
          size += Math.abs(last);
          count++;
        }
        last = value;
      }
      // Sums of rounded numbers are exact but for the last bits; means are rounded.
      return count > 1 && size > 0 &&
        (Math.abs(last - sum) <= 1e-9 * size ||
          Math.abs(last - sum / count) <= 1e-3 * size / count);
    });
  }

  /**
   * Takes the last row back.
   *
   * @param isMissing Whether the cell of a column that holds no number was missing.
   */
  takeBack(isMissing: (column: number) => boolean): void {
    const { rows } = this;
    for (let i = 0; i < this.width; i++) {
      if (!Number.isNaN(this.#block[this.#at + i])) {
        this.#numbers[i]--;
        [this.#low[i], this.#high[i]] = [Infinity, -Infinity];
      } else if (isMissing(i)) {
        if (--this.#missing[i] === 0 || this.#firstMissing[i] === rows) this.#firstMissing[i] = 0;
      } else {
        this.#others[i]--;
        if (this.#firstOther[i] === rows) this.#firstOther[i] = 0;
        if (this.#others[i] === 0) this.#other.delete(i);
      }
    }
    this.rows--;
    for (let i = 0; i < this.width; i++) {
      for (const value of this.#column(i)) {
        if (value < this.#low[i]) this.#low[i] = value;
        if (value > this.#high[i]) this.#high[i] = value;
      }
    }
  }

  *#column(column: number): Generator<number> {
    for (let row = 0; row < this.rows; row++) {
      const block = this.#blocks[Math.floor(row / this.#rowsInBlock)];
      yield block[row % this.#rowsInBlock * this.width + column];
    }
  }

  /**
   * Ends the table.
   *
   * @param names The names of the columns, as they came; none where there is no header.
   * @param about What its reader found out.
   * @param records The rows as they came.
   * @param found What else was found out.
   */
  done(
    names: readonly string[] | undefined,
    about: string,
    records?: Table["records"],
    found: Found = {},
  ): Table {
    const unique = uniqueNames(names ?? [], this.width);
    const columns = unique.map((name, i): Column => ({
      name,
      title: clean(names?.[i] ?? ""),
      numbers: this.#numbers[i],
      low: this.#low[i],
      high: this.#high[i],
      missing: this.#missing[i],
      others: this.#others[i],
      firstMissing: this.#firstMissing[i],
      firstOther: this.#firstOther[i],
      other: this.#other.get(i) ?? "",
      cell: i,
      ...(found.examples?.[i] && { example: found.examples[i] }),
      ...(found.truths?.[i] && { truths: true }),
      ...(found.kinds?.[i] && { kind: found.kinds[i] }),
    }));
    return {
      columns,
      named: names !== undefined,
      rows: this.rows,
      about,
      ...(found.notes && found.notes.length > 0 && { notes: found.notes }),
      ...(found.lines && { lines: found.lines }),
      numbers: (chosen) => this.#pick(chosen),
      records: records ?? notKept,
    };
  }

  #pick(columns: readonly number[]): Float64Array {
    const picked = new Float64Array(this.rows * columns.length);
    for (let row = 0, to = 0; row < this.rows; row++) {
      const block = this.#blocks[Math.floor(row / this.#rowsInBlock)];
      const at = row % this.#rowsInBlock * this.width;
      for (let i = 0; i < columns.length; i++) picked[to++] = block[at + columns[i]];
    }
    return picked;
  }
}

/** Stands for rows that are not there; a closure would keep all numbers of the table alive. */
function notKept(): never {
  throw new TypeError("Cannot give the rows of the table as they were not kept: keep is false");
}

/** Names made clean and unlike each other; columns without one are called by their number. */
export function uniqueNames(names: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return Array.from({ length: width }, (_, i) => {
    const name = clean(names[i] ?? "") || `column ${i + 1}`;
    let unique = name;
    for (let n = next.get(name) ?? 2; taken.has(unique); n++) {
      unique = `${name} (${n})`;
      next.set(name, n + 1);
    }
    taken.add(unique);
    return unique;
  });
}
