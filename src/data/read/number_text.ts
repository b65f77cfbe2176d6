import { isWrittenNumber, NUMBER, twoReadings } from "./notation.ts";

/** What stands for a value that is missing, in lower case; errors of spreadsheets among it. */
const MISSING = new Set([
  ...["", "na", "n/a", "n.a.", "nan", "-nan", "<na>", "null", "nil", "none", "nat", "missing"],
  ...[
    "?",
    "-",
    "–",
    "—",
    "--",
    "---",
    ".",
    "..",
    "...",
    "…",
    ":",
    "\\n",
    "k.a.",
    "1.#qnan",
    "-1.#ind",
  ],
  ...["#n/a", "#n/a n/a", "#na", "#div/0!", "#name?", "#null!", "#num!", "#ref!", "#value!"],
  ...["#nv", "#wert!", "#bezug!", "#zahl!", "#nom?", "#valeur!"],
]);
const LONGEST_MISSING = 8;
/** The same as {@link asciiOf} gives them, and the bytes that they begin with. */
const MISSING_BYTES = new Set(
  [...MISSING].map((text) => {
    const bytes = new TextEncoder().encode(text);
    return asciiOf(bytes, 0, bytes.length).toLowerCase();
  }),
);
const BEGINS_MISSING = new Uint8Array(256);
for (const text of MISSING_BYTES) {
  for (const byte of [text, text.toUpperCase()]) BEGINS_MISSING[byte.charCodeAt(0)] = 1;
}
/** Up to this integer, and with a power of ten up to 22, one operation rounds as it should. */
const EXACT = 2 ** 53;
/** No number has more characters than this. */
const LONGEST = 2000;
const POWERS = Float64Array.from({ length: 23 }, (_, i) => 10 ** i);

/**
 * The decimal number that stands in some bytes; `NaN` where they hold anything else, `0x10` or
 * digits of another script too.
 *
 * @param point The byte before the decimals.
 */
export function numberIn(bytes: Uint8Array, start: number, end: number, point = 46): number {
  let i = start;
  const sign = bytes[i];
  if (sign === 43 || sign === 45) i++;
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  let byte = 0;
  for (; i < end && (byte = bytes[i] - 48) >= 0 && byte <= 9; i++, digits++) {
    mantissa = mantissa * 10 + byte;
  }
  if (i < end && bytes[i] === point) {
    for (i++; i < end && (byte = bytes[i] - 48) >= 0 && byte <= 9; i++, digits++, decimals++) {
      mantissa = mantissa * 10 + byte;
    }
  }
  if (digits === 0) return NaN;
  if (i === end && mantissa < EXACT && decimals <= 22) {
    const value = mantissa / POWERS[decimals];
    return sign === 45 ? -value : value;
  }
  if (end - start > LONGEST || i !== end && !isExponent(bytes, i, end)) return NaN;
  return Number(asciiOf(bytes, start, end).replace(",", "."));
}

/** Whether some bytes are an exponent, such as `e-5`. */
function isExponent(bytes: Uint8Array, start: number, end: number): boolean {
  if ((bytes[start] | 32) !== 101) return false;
  let i = start + 1;
  if (bytes[i] === 43 || bytes[i] === 45) i++;
  if (i >= end) return false;
  while (i < end && bytes[i] >= 48 && bytes[i] <= 57) i++;
  return i === end;
}

/** The decimal number that a text is; `NaN` for anything else. */
export function numberOf(text: string): number {
  return NUMBER.test(text) ? Number(text) : NaN;
}

/** Whether a text stands for a value that is missing. */
export function isMissing(text: string): boolean {
  return text.length <= LONGEST_MISSING && MISSING.has(text.toLowerCase());
}

/** {@link isMissing} for text in bytes of UTF-8. */
export function isMissingIn(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  return end - start <= LONGEST_MISSING && BEGINS_MISSING[bytes[start]] === 1 &&
    MISSING_BYTES.has(asciiOf(bytes, start, end).toLowerCase());
}

/** Why a text is not a number, and how to mend it. */
export function notANumber(text: string, shown: string): string {
  if (NUMBER.test(text) && !Number.isFinite(Number(text))) {
    return `'${shown}' is beyond the largest number`;
  }
  const readings = twoReadings(text);
  if (readings) {
    return `'${shown}' can be ${readings[0]} or ${
      readings[1]
    }: say which, with --decimal . or --decimal ,`;
  }
  const hint = isWrittenNumber(text)
    ? " as others are written: mend it, or say what stands before decimals with --decimal"
    : "";
  return `'${shown}' is not a number${hint}`;
}

/** Bytes as text, a character each: much quicker than decoding where there are but a few. */
function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]);
  return text;
}
