import { isMissing } from "../number_text.ts";
import { isWrittenNumber } from "../notation.ts";
import { isDate } from "./kinds.ts";

/** How many rows under a header are looked at. */
const ENOUGH = 100;

/**
 * Whether the first row names the columns: it is text above most columns of numbers or, where there
 * are none, text throughout. Years above measurements are names too.
 */
export function hasHeader([first, ...rows]: readonly (readonly string[])[]): boolean {
  const rest = rows.slice(0, ENOUGH);
  if (rest.length === 0) return !first.some((cell) => isWrittenNumber(cell) || isMissing(cell));
  const shift = Math.max(0, rest[0].length - first.length);
  let numeric = 0;
  let text = 0;
  const years: string[] = [];
  for (let j = 0; j < first.length; j++) {
    const below = rest.map((row) => row[j + shift] ?? "").filter((cell) => !isMissing(cell));
    const values = below.filter((cell) => isWrittenNumber(cell) || isDate(cell)).length;
    if (below.length === 0 || values * 2 <= below.length) continue;
    numeric++;
    if (isYear(first[j]) && !below.some(isYear)) years.push(first[j]);
    else if (!isWrittenNumber(first[j]) && !isDate(first[j]) && !isMissing(first[j])) text++;
  }
  if (years.length > 1 && isSequence(years.map(Number))) text += years.length;
  return numeric > 0
    ? 2 * text > numeric
    : first.every((cell) => !isWrittenNumber(cell)) && new Set(first).size === first.length;
}

function isYear(cell: string): boolean {
  return /^(1[89]|20)\d\d$/.test(cell);
}

/** Whether numbers rise, or fall, by the same. */
function isSequence(numbers: readonly number[]): boolean {
  const step = numbers[1] - numbers[0];
  return step !== 0 && numbers.every((value, i) => i === 0 || value - numbers[i - 1] === step);
}
