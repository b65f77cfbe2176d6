import {
  DECIMALS,
  isWrittenNumber,
  type Notation,
  numberAs,
  twoReadings,
  writtenNumber,
} from "../notation.ts";
import { type Certainty, type Meaning, truthOf } from "./evidence.ts";

/** Says that cells which were looked at have not told how the others are to be read. */
export class Unforeseen extends Error {}

const [POINT, COMMA, DELIMITER] = [46, 44, 44];
/** Stands for a mark that no number has. */
const NO_MARK = 0;

/** Reads the cells of one column. */
export class CellReader {
  /** The byte before decimals in cells that are plain numbers; -1 where those are none. */
  point: number;
  /** Whether cells can be numbers that are not plain. */
  readonly isText: boolean;
  /** A number that is not written plainly, and its value. */
  example: [string, number] | undefined;
  readonly #meaning: Meaning;
  #notation: Notation;
  #by: Certainty;

  /**
   * @param meaning How the column is to be read.
   * @param delimiter The byte between cells.
   * @param example A number that is not written plainly, and its value.
   */
  constructor(meaning: Meaning, delimiter: number, example?: [string, number]) {
    this.#meaning = meaning;
    this.#notation = meaning.kind === "numbers" ? meaning.notation : { decimal: ".", affix: "" };
    this.#by = meaning.kind === "numbers" ? meaning.by : "nothing";
    this.example = example;
    this.isText = meaning.kind === "text" || meaning.kind === "dates";
    this.point = pointOf(meaning, delimiter);
  }

  /**
   * The number that a cell is which is not plain; `NaN` where it is none.
   *
   * @param text The cell.
   * @param canReread Whether the text can be read again from its beginning.
   * @throws {Unforeseen} If it can, and this cell shows that it must be.
   */
  read(text: string, canReread: boolean): number {
    switch (this.#meaning.kind) {
      case "truths":
        return truthOf(text);
      case "numbers":
        return this.#number(text, canReread);
      case "unclear":
        return unclear(text, canReread);
      default:
        return NaN;
    }
  }

  #number(text: string, canReread: boolean): number {
    if (this.#by === "nothing") this.#learn(text, canReread);
    const value = numberAs(text, this.#notation);
    if (!Number.isNaN(value)) {
      return this.#by === "nothing" && twoReadings(text) ? NaN : this.#seen(text, value);
    }
    if (this.#by === "custom" && canReread && isWrittenNumber(text)) throw new Unforeseen();
    return NaN;
  }

  /** Takes the first cell that tells how the column is written. */
  #learn(text: string, canReread: boolean): void {
    if (canReread && twoReadings(text)) throw new Unforeseen();
    const [point, comma] = DECIMALS.map((decimal) => writtenNumber(text, decimal));
    const written = point ?? comma;
    if (!written) return;
    const affix = this.#notation.affix || written.affix;
    if (point && comma) {
      this.#notation = { ...this.#notation, affix };
      return;
    }
    this.#notation = { decimal: point ? "." : ",", affix };
    this.#by = "cell";
    this.point = pointOf({ kind: "numbers", notation: this.#notation, by: "cell" }, DELIMITER);
  }

  #seen(text: string, value: number): number {
    if (!Number.isNaN(value)) this.example ??= [text, value];
    return value;
  }
}

/** The number that a cell is which is the same however it is read, in a column where others are not. */
function unclear(text: string, canReread: boolean): number {
  const [point, comma] = DECIMALS.map((decimal) => writtenNumber(text, decimal)?.value);
  // It tells how the others are to be read.
  if (canReread && (point === undefined) !== (comma === undefined)) throw new Unforeseen();
  return point === comma && point !== undefined ? point : NaN;
}

function pointOf(meaning: Meaning, delimiter: number): number {
  if (meaning.kind === "dates") return -1;
  if (meaning.kind === "unclear") return NO_MARK;
  if (meaning.kind !== "numbers") return POINT;
  const { notation: { decimal, affix }, by } = meaning;
  // A share without its sign may be meant as it stands.
  if (affix === "%" || affix === "‰") return -1;
  // Between commas a comma is no decimal mark; elsewhere the first that is seen must tell.
  if (by === "nothing") return delimiter === DELIMITER ? POINT : NO_MARK;
  return decimal === "," ? COMMA : POINT;
}
