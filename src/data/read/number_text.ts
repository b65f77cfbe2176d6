const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MISSING = new Set(["", "na", "n/a", "nan", "null", "none", "?"]);
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

/** Whether a text is a number whose decimals stand behind a comma. */
export function hasDecimalComma(text: string): boolean {
  return /^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(text);
}

/** Whether the comma of a number may keep thousands apart. */
export function hasThousands(text: string): boolean {
  return /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(text);
}

/** Whether a text stands for a value that is missing. */
export function isMissing(text: string): boolean {
  return text.length <= 4 && MISSING.has(text.toLowerCase());
}

/** {@link isMissing} for text in bytes. */
export function isMissingIn(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start <= 4 && isMissing(asciiOf(bytes, start, end));
}

/** Why a text is not a number, and how to mend it. */
export function notANumber(text: string, shown: string): string {
  if (NUMBER.test(text)) return `'${shown}' is beyond the largest number`;
  const hint = hasThousands(text)
    ? ": write it without a comma"
    : hasDecimalComma(text)
    ? `: write it with a point, ${text.replace(",", ".")}`
    : "";
  return `'${shown}' is not a number${hint}`;
}

/** Bytes as text, a character each: much quicker than decoding where there are but a few. */
function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]);
  return text;
}
