import { Day, Decimal, exactly, hexadecimal, Moment, TimeOfDay } from "../cells.ts";
import { broken } from "./broken.ts";
import type { Values } from "./plain.ts";
import type { Leaf } from "./schema.ts";

/** Converted types, by the numbers of the format. */
const UTF8 = 0;
const ENUM = 4;
const DECIMAL = 5;
const DATE = 6;
const TIME_MILLIS = 7;
const TIME_MICROS = 8;
const TIMESTAMP_MILLIS = 9;
const TIMESTAMP_MICROS = 10;
const UINT_32 = 13;
const UINT_64 = 14;
const JSON_TEXT = 19;
const INTERVAL = 21;

/** Logical types: their fields in the union of all. */
const LOGICAL = {
  text: 1,
  enum: 4,
  decimal: 5,
  date: 6,
  time: 7,
  timestamp: 8,
  integer: 10,
  json: 12,
  uuid: 14,
  float16: 15,
} as const;

/** The most bytes of a decimal, and its most digits. */
const [WIDEST_DECIMAL, MOST_DIGITS] = [32, 76];

/** The values as they are meant: decimals, moments, texts. */
export function meant(values: Values, leaf: Leaf): Values {
  const { type, converted } = leaf;
  const is = (kind: keyof typeof LOGICAL) => leaf.logical?.has(LOGICAL[kind]) ?? false;
  const each = <T>(change: (value: T) => unknown) => Array.from(values as ArrayLike<T>, change);
  const isDecimal = converted === DECIMAL || is("decimal");
  if (isDecimal && !(leaf.scale >= 0 && leaf.scale <= MOST_DIGITS)) {
    broken(`it has decimals with ${leaf.scale} digits behind the point`);
  }
  const decimal = (unscaled: bigint) => new Decimal(unscaled, leaf.scale);
  switch (type) {
    case "int32":
      if (isDecimal) return each((value: number) => decimal(BigInt(value)));
      if (converted === DATE || is("date")) return each((days: number) => new Day(days));
      if (converted === TIME_MILLIS || is("time")) {
        return each((value: number) => new TimeOfDay(BigInt(value), 3));
      }
      return isUnsigned(leaf, UINT_32) ? Uint32Array.from(values as Int32Array) : values;
    case "int64": {
      if (isDecimal) return each(decimal);
      const time = digitsOf(leaf, "time", NaN, TIME_MICROS);
      if (time) return each((value: bigint) => new TimeOfDay(value, time));
      const digits = digitsOf(leaf, "timestamp", TIMESTAMP_MILLIS, TIMESTAMP_MICROS);
      // What older writers say has no other kind than that of the world's clock.
      const isUtc = leaf.logical?.inner(LOGICAL.timestamp)?.truth(1, true) ?? true;
      if (digits === 3 && isUtc) return each((value: bigint) => new Date(Number(value)));
      if (digits) return each((value: bigint) => new Moment(value, digits, isUtc));
      return isUnsigned(leaf, UINT_64) ? BigUint64Array.from(values as BigInt64Array) : values;
    }
    case "int96":
      return each(momentOf);
    case "bytes":
      if (isDecimal) return each((bytes: Uint8Array) => decimal(wholeOf(bytes)));
      if (converted === JSON_TEXT || is("json")) return each(jsonOf);
      return [UTF8, ENUM].includes(converted) || is("text") || is("enum") ? each(textOf) : values;
    case "fixed":
      if (isDecimal) return each((bytes: Uint8Array) => decimal(wholeOf(bytes)));
      if (is("uuid")) return each(uuidOf);
      if (converted === INTERVAL && leaf.length === 12) return each(intervalOf);
      return is("float16") && leaf.length === 2 ? each(halfOf) : values;
    default:
      return values;
  }
}

function isUnsigned({ converted, logical }: Leaf, wanted: number): boolean {
  return converted === wanted || logical?.inner(LOGICAL.integer)?.truth(2, true) === false;
}

/** The decimals of the seconds of times or moments of 64 bits; `undefined` where they are none. */
function digitsOf(
  { converted, logical }: Leaf,
  kind: "time" | "timestamp",
  millis: number,
  micros: number,
): 3 | 6 | 9 | undefined {
  const unit = logical?.inner(LOGICAL[kind])?.inner(2);
  if (converted === millis || unit?.has(1)) return 3;
  if (converted === micros || unit?.has(2)) return 6;
  return unit?.has(3) ? 9 : undefined;
}

/** A moment of 12 bytes: the nanoseconds of a day, then the day, counted as astronomers do. */
function momentOf(bytes: Uint8Array): Moment {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const days = BigInt(view.getInt32(8, true) - 2_440_588);
  return new Moment(days * 86_400_000_000_000n + view.getBigInt64(0, true), 9, false);
}

/** A whole number with a sign, the highest byte first. */
function wholeOf(bytes: Uint8Array): bigint {
  if (bytes.length > WIDEST_DECIMAL) broken(`it has a decimal of ${bytes.length} bytes`);
  let value = 0n;
  for (const byte of bytes) value = value << 8n | BigInt(byte);
  return BigInt.asIntN(8 * bytes.length, value);
}

const utf8 = new TextDecoder();

function textOf(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

function jsonOf(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  try {
    return JSON.parse(text, exactly);
  } catch {
    return text;
  }
}

function uuidOf(bytes: Uint8Array): string {
  return hexadecimal(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Months, days and milliseconds, as ISO 8601 writes a duration. */
function intervalOf(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [months, days, ms] = [0, 4, 8].map((at) => view.getUint32(at, true));
  return `P${months}M${days}DT${ms / 1000}S`;
}

/** A number of 16 bits: a sign, 5 bits of exponent, 10 of fraction (IEEE 754, binary16). */
function halfOf([low, high]: Uint8Array): number {
  const sign = high & 128 ? -1 : 1;
  const exponent = high >> 2 & 31;
  const fraction = ((high & 3) << 8 | low) / 1024;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction) : 2 ** -14 * fraction);
}
