/** What stands before the decimals of a number. */
export type Decimal = "." | ",";

/** What each can be called. */
export const DECIMALS: readonly Decimal[] = [".", ","];

/** A number as programs write it. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** How the numbers of a column are written. */
export interface Notation {
  readonly decimal: Decimal;
  /** The currency or the unit that stands beside them; empty where none does. */
  readonly affix: string;
}

/** A number that is written in some notation. */
interface Written {
  readonly value: number;
  readonly affix: string;
}

/** Blanks that keep thousands apart: plain, no-break, figure, thin and narrow no-break. */
const BLANKS = " \\u00a0\\u2007\\u2009\\u202f";

const MONEY =
  "\\p{Sc}|(?:R|US|CA|C|A|AU|NZ|HK|S|MX)\\$|kr\\.?|Kč|zł|Ft|lei|лв|S?Fr\\.?|Rs\\.?|DM|" +
  "AED|ARS|AUD|BGN|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|EGP|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JPY|KRW|" +
  "MXN|MYR|NOK|NZD|PHP|PLN|RON|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|VND|ZAR";

/** Units that stand behind numbers; letters have a blank before them, as `12A` is no number. */
const UNIT =
  "[kmcµn]?m[²³]?|[kmµ]?g|[kmµn]?s|min|h|[mcd]?l|[kM]?[WVA]h?|[kMG]?Hz|[kMGT]i?B|°|K|t|ha";

const SIGN = "[+\\-−]";

/**
 * A number with all that can stand around it: a sign or the brackets of accountants, a currency, a
 * unit.
 */
const SHAPE = new RegExp(
  `^(\\()?(${SIGN}(?:[${BLANKS}])?)?(?:(${MONEY})[${BLANKS}]?(${SIGN})?)?` +
    `([\\d.,][\\d.,'’${BLANKS}]*?)(e[+-]?\\d+)?` +
    `(?:[${BLANKS}]?(${MONEY}|%|‰|°[CF]?)|[${BLANKS}](${UNIT}))?(${SIGN})?(\\))?$`,
  "u",
);

/** Numbers without anything between their digits but the decimal mark, and those with thousands apart. */
const DIGITS: Readonly<Record<Decimal, readonly [plain: RegExp, grouped: RegExp]>> = {
  ".": [
    /^(?:\d+\.?\d*|\.\d+)$/,
    new RegExp(
      `^(?:[1-9]\\d{0,2}([,'’${BLANKS}])\\d{3}(?:\\1\\d{3})*|[1-9]\\d?(?:,\\d\\d)+,\\d{3})(?:\\.\\d*)?$`,
    ),
  ],
  ",": [
    /^(?:\d+,?\d*|,\d+)$/,
    new RegExp(`^[1-9]\\d{0,2}([.'’${BLANKS}])\\d{3}(?:\\1\\d{3})*(?:,\\d*)?$`),
  ],
};

/** The longest that such a number is. */
const LONGEST = 60;

/**
 * Reads a number as people write it: `1.419,06`, `1 419,06`, `1'419.06`, `12,34,567.5`, `12 %`,
 * `$12.50`, `(1,234.50)` for what is owed, `1.234,50-`. A percentage is the number before its sign.
 *
 * @param text The text.
 * @param decimal What stands before decimals.
 * @returns The number and what stands beside it; `undefined` where it is none in this notation.
 */
export function writtenNumber(text: string, decimal: Decimal): Written | undefined {
  if (text.length > LONGEST) return undefined;
  const match = SHAPE.exec(text.replace(/E(?=[+-]?\d+)/, "e"));
  if (!match) return undefined;
  const [, open, sign = "", before, inner = "", digits, exponent = "", behind, unit, after = ""] =
    match;
  const { length } = [open, sign, inner, after].filter(Boolean);
  const closed = match[10] !== undefined;
  if (length > 1 || (open !== undefined) !== closed || before && (behind || unit)) return undefined;
  const [plain, grouped] = DIGITS[decimal];
  const isGrouped = grouped.test(digits) && exponent === "";
  if (!isGrouped && !plain.test(digits)) return undefined;
  const separators = decimal === "," ? /[^\d,]/g : /[^\d.]/g;
  const size = Number(digits.replace(separators, "").replace(",", ".") + exponent);
  const isNegative = open !== undefined || /[-−]/.test(sign + inner + after);
  return { value: isNegative ? -size : size, affix: before ?? behind ?? unit ?? "" };
}

/** The number that a text is in a notation; `NaN` where it is none. */
export function numberAs(text: string, { decimal, affix }: Notation): number {
  const written = writtenNumber(text, decimal);
  if (!written) return NaN;
  // A price without its currency is one all the same; a share without its sign may be a hundredth.
  const isAlike = written.affix === affix ||
    written.affix === "" && (written.value === 0 || affix !== "%" && affix !== "‰");
  return isAlike ? written.value : NaN;
}

/** Whether a text is a month as `03.2024`, which is no number though it looks so. */
export function isMonth(text: string): boolean {
  return /^(0[1-9]|1[0-2])\.(19|20)\d\d$/.test(text);
}

/** Whether a text is a number in any notation. */
export function isWrittenNumber(text: string): boolean {
  return NUMBER.test(text) ||
    DECIMALS.some((decimal) => writtenNumber(text, decimal) !== undefined);
}

/** What a number would be in either notation, where that is not the same. */
export function twoReadings(text: string): [number, number] | undefined {
  const [point, comma] = DECIMALS.map((decimal) => writtenNumber(text, decimal)?.value);
  return point !== undefined && comma !== undefined && point !== comma ? [point, comma] : undefined;
}
