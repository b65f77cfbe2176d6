import { isMissing, numberOf } from "../number_text.ts";
import {
  type Decimal,
  isMonth,
  type Notation,
  numberAs,
  twoReadings,
  writtenNumber,
} from "../notation.ts";

/** Words for true and false, in the languages of spreadsheets. */
const TRUTHS: ReadonlyMap<string, number> = new Map([
  ["true", 1],
  ["false", 0],
  ["wahr", 1],
  ["falsch", 0],
  ["vrai", 1],
  ["faux", 0],
  ["verdadero", 1],
  ["falso", 0],
]);

/** What a word for true or false is as a number; `NaN` for any other. */
export function truthOf(text: string): number {
  return text.length > 9 ? NaN : TRUTHS.get(text.toLowerCase()) ?? NaN;
}

/** How the cells of a column are to be read. */
export type Meaning =
  /** Numbers, and how surely it is known what stands before their decimals. */
  | { readonly kind: "numbers"; readonly notation: Notation; readonly by: Certainty }
  /** Numbers of which some can be read in two ways, and nothing tells which. */
  | { readonly kind: "unclear" }
  /** Words for true and false. */
  | { readonly kind: "truths" }
  /** Text, whose cells are numbers only where they are plain. */
  | { readonly kind: "text" }
  /** Dates, of which some look like numbers. */
  | { readonly kind: "dates" };

/** Whether a cell has told what stands before decimals, or custom, or nothing yet as all are whole. */
export type Certainty = "cell" | "custom" | "nothing";

/** What the cells of one column tell about how its numbers are written. */
export class Evidence {
  /** Numbers that are such only with a point before their decimals. */
  points = 0;
  /** Numbers that are such only with a comma there. */
  commas = 0;
  /** Numbers with a point, that may keep thousands apart or stand before decimals. */
  eitherPoint = 0;
  /** Numbers with such a comma. */
  eitherComma = 0;
  /** Whole numbers of at most three digits, which have no thousands. */
  short = 0;
  /** Longer ones without anything between their thousands. */
  long = 0;
  /** A number that is not written plainly. */
  example = "";
  /** A number that can be read in two ways. */
  either = "";
  #truths = 0;
  #months = 0;
  #missing = 0;
  #others = 0;
  #whole = 0;
  readonly #affixes = new Map<string, number>();

  /** Takes a cell. */
  add(text: string): void {
    if (isMissing(text)) {
      this.#missing++;
      return;
    }
    const plain = numberOf(text);
    if (!Number.isNaN(plain) && !text.includes(".")) {
      this.#whole++;
      if (/^[+-]?\d{1,3}$/.test(text)) this.short++;
      else this.long++;
      return;
    }
    if (isMonth(text)) this.#months++;
    if (!Number.isNaN(plain) && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) {
      this.points++;
      return;
    }
    const [point, comma] = [writtenNumber(text, "."), writtenNumber(text, ",")];
    const found = point ?? comma;
    if (!found) {
      if (Number.isNaN(truthOf(text))) this.#others++;
      else this.#truths++;
      return;
    }
    this.#affixes.set(found.affix, (this.#affixes.get(found.affix) ?? 0) + 1);
    if (!comma) this.points++;
    else if (!point) this.commas++;
    else if (twoReadings(text)) {
      if (text.includes(".")) this.eitherPoint++;
      else this.eitherComma++;
      this.either ||= text;
    } else this.#whole++;
    if (Number.isNaN(plain) && text.length > this.example.length) this.example = text;
  }

  /** Takes a cell that is too long for a number. */
  addText(): void {
    this.#others++;
  }

  /** How many cells are numbers. */
  get numbers(): number {
    return this.#whole + this.points + this.commas + this.eitherPoint + this.eitherComma;
  }

  /** How the column is to be read, with what stands before decimals. */
  meaning(decimal: Decimal, by: Certainty): Meaning {
    const { numbers } = this;
    if (this.#truths > 0 && numbers + this.#others === 0) return { kind: "truths" };
    if (this.#months > 1 && this.#months === numbers && this.#others === 0) {
      return { kind: "dates" };
    }
    if (this.#others + this.#truths > numbers) return { kind: "text" };
    let affix = "";
    for (const [name, count] of this.#affixes) {
      if (name !== "" && count > (this.#affixes.get(affix) ?? 0) || affix === "") affix = name;
    }
    return { kind: "numbers", notation: { decimal, affix }, by };
  }

  /** What stands before decimals, if a cell tells. */
  get decimal(): Decimal | undefined {
    if (this.points === this.commas) return undefined;
    return this.points > this.commas ? "." : ",";
  }

  /** Whether there are numbers that can be read in two ways, and none that tells which. */
  get isOpen(): boolean {
    return this.points + this.commas === 0 && this.eitherPoint + this.eitherComma > 0;
  }
}

const [COMMA, SEMICOLON] = [44, 59];

/**
 * How the columns of a table are read. Where no cell of a column tells what stands before decimals,
 * the other columns do; where none does, what is customary with the delimiter.
 *
 * @param found What each column tells.
 * @param delimiter The byte between cells.
 * @param given What stands before decimals, if it is known.
 */
export function meaningsOf(
  found: readonly Evidence[],
  delimiter: number,
  given?: Decimal,
): Meaning[] {
  const told = new Set(found.flatMap(({ decimal }) => decimal ?? []));
  const [only] = told.size === 1 ? told : [];
  return found.map((column) => {
    const sure = given ?? column.decimal;
    if (sure) return column.meaning(sure, "cell");
    if (!column.isOpen) return column.meaning(only ?? ".", only ? "custom" : "nothing");
    const custom = only ?? customary(column, delimiter);
    return custom ? column.meaning(custom, "custom") : { kind: "unclear" };
  });
}

/** What stands before decimals where nothing tells, as `1.419` can be either. */
function customary(
  { eitherPoint, eitherComma, short, long }: Evidence,
  delimiter: number,
): Decimal | undefined {
  // Whoever writes 20000 keeps no thousands apart.
  if (long > 0) return eitherPoint >= eitherComma ? "." : ",";
  if (eitherComma > eitherPoint) return delimiter === SEMICOLON ? "," : ".";
  // Decimals are of any length, or all numbers have as many: 12 beside 1.419 looks like thousands.
  return delimiter === COMMA || short === 0 ? "." : undefined;
}

/**
 * A number as it is written in a column, and what it is, where that is not plain: it is told what was
 * understood.
 */
export function exampleOf(column: Evidence, meaning: Meaning): [string, number] | undefined {
  if (meaning.kind !== "numbers") return undefined;
  const text = column.example || (meaning.by === "custom" ? column.either : "");
  const value = numberAs(text, meaning.notation);
  return Number.isNaN(value) ? undefined : [text, value];
}
