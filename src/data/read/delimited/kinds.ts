import { isMissing } from "../number_text.ts";
import { isWrittenNumber } from "../notation.ts";
import { truthOf } from "./evidence.ts";

const MONTHS = "[A-Za-zäéû]{3,9}\\.?";
const TIME =
  "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp]\\.?[Mm]\\.?)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?";
const DAY = "\\d{4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?|\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d\\d)|" +
  `\\d{1,2}\\.? ?-?${MONTHS}[ -]?,? ?(?:\\d{4}|\\d\\d)|${MONTHS} \\d{1,2}, ?\\d{4}`;
const DATE = new RegExp(`^(?:(?:${DAY})(?:[T ,]+(?:${TIME}))?|${TIME})$`);

/** The longest text of which it is asked what kind it is. */
const LONGEST = 200;

/** Whether a text is a date or a time of day. */
export function isDate(text: string): boolean {
  return text.length < 40 && /^\w/.test(text) && DATE.test(text);
}

/** Whether a cell is no text: a number in any notation, a date, true or false, or missing. */
export function isValue(cell: string): boolean {
  return isMissing(cell) || isWrittenNumber(cell) || isDate(cell) || !Number.isNaN(truthOf(cell));
}

/**
 * How well a cell is known, from 0 to 1. A text that holds what could be a delimiter, or part of a
 * quotation, looks as if it was cut in the wrong place.
 *
 * @param cell The cell.
 * @param quoted Whether quotation marks are around it: then it is a text, whatever is in it.
 * @param delimiter What stands between cells.
 */
export function knownAs(cell: string, quoted: boolean, delimiter: string): number {
  const text = cell.slice(0, LONGEST);
  if (isValue(text)) return /^[-+]?0\d+$/.test(text) ? TEXT : 1;
  if (quoted) return TEXT;
  // Part of a quotation, or of numbers: digits with a comma or a blank between that are no number.
  if (isTorn(text) || /\d,|,\d|^[-+]?\d[\d.]* [-+\d.]+$/.test(text)) return 0;
  for (const other of "\t;|") {
    if (other === delimiter || !text.includes(other)) continue;
    // Between words it may belong there.
    return other !== "\t" && !/\d ?[;|]|[;|] ?\d/.test(text) ? TEXT / 2 : 0;
  }
  return /^[-+]?\d+ | [-+]?\d+$/.test(text) ? TEXT - 0.1 : TEXT;
}

/** Whether a cell looks like part of a quotation: its marks are not in pairs, or it begins with one. */
export function isTorn(cell: string): boolean {
  return /^["']/.test(cell) || cell.split('"').length % 2 === 0 ||
    cell.endsWith("'") && cell.split("'").length % 2 === 0;
}

/** Whether a line can be prose: it says more in words than in numbers, and no mark joins its words. */
export function isWords(cells: readonly string[]): boolean {
  if (cells.some((cell) => /[^\s,;|][\t,;|][^\s,;|]/.test(cell))) return false;
  const words = cells.flatMap((cell) => cell.split(/\s+/)).filter((word) => word !== "");
  return words.filter((word) => /^[-+]?[\d.,]+$/.test(word)).length * 2 <= words.length;
}

/** A text fits a little worse than a value: of two ways to cut, the one with more values is right. */
const TEXT = 0.9;
