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
  if (isValue(text)) return 1;
  if (quoted) return TEXT;
  if (/^["']|["']$/.test(text) || /\d,|,\d/.test(text)) return 0;
  for (const other of "\t;|") if (other !== delimiter && text.includes(other)) return 0;
  return TEXT;
}

/** A text fits a little worse than a value: of two ways to cut, the one with more values is right. */
const TEXT = 0.9;
