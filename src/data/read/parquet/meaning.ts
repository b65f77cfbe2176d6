import { broken } from "./broken.ts";
import type { Values } from "./plain.ts";
import type { Leaf } from "./schema.ts";

/** Converted types, by the numbers of the format. */
const UTF8 = 0;
const ENUM = 4;
const DECIMAL = 5;
const DATE = 6;
const TIMESTAMP_MILLIS = 9;
const TIMESTAMP_MICROS = 10;
const UINT_32 = 13;
const UINT_64 = 14;
const JSON_TEXT = 19;

/** Logical types: their fields in the union of all. */
const LOGICAL = {
  text: 1,
  enum: 4,
  decimal: 5,
  date: 6,
  timestamp: 8,
  integer: 10,
  json: 12,
  uuid: 14,
  float16: 15,
} as const;

/** The most bytes of a decimal: of 76 digits. */
const WIDEST_DECIMAL = 32;

/** The values as they are meant: decimals, moments, texts. */
export function meant(values: Values, leaf: Leaf): Values {
  const { type, converted } = leaf;
  const is = (kind: keyof typeof LOGICAL) => leaf.logical?.has(LOGICAL[kind]) ?? false;
  const each = <T>(change: (value: T) => unknown) => Array.from(values as ArrayLike<T>, change);
  const isDecimal = converted === DECIMAL || is("decimal");
  const factor = 10 ** -leaf.scale;
  switch (type) {
    case "int32":
      if (isDecimal) return each((value: number) => value * factor);
      if (converted === DATE || is("date")) {
        return each((days: number) => new Date(days * 86_400_000));
      }
      return isUnsigned(leaf, UINT_32) ? Uint32Array.from(values as Int32Array) : values;
    case "int64": {
      if (isDecimal) return each((value: bigint) => Number(value) * factor);
      const unit = unitOf(leaf);
      if (unit) return each((value: bigint) => new Date(Number(value / unit)));
      return isUnsigned(leaf, UINT_64) ? BigUint64Array.from(values as BigInt64Array) : values;
    }
    case "int96":
      return each(momentOf);
    case "bytes":
      if (isDecimal) return each((bytes: Uint8Array) => Number(wholeOf(bytes)) * factor);
      if (converted === JSON_TEXT || is("json")) return each(jsonOf);
      return each(
        [UTF8, ENUM].includes(converted) || is("text") || is("enum") ? textOf : textOrDigits,
      );
    case "fixed":
      if (isDecimal) return each((bytes: Uint8Array) => Number(wholeOf(bytes)) * factor);
      if (is("uuid")) return each(uuidOf);
      return is("float16") && leaf.length === 2 ? each(halfOf) : values;
    default:
      return values;
  }
}

function isUnsigned({ converted, logical }: Leaf, wanted: number): boolean {
  return converted === wanted || logical?.inner(LOGICAL.integer)?.truth(2, true) === false;
}

/** By what a moment is divided to be in milliseconds; `undefined` where it is none. */
function unitOf({ converted, logical }: Leaf): bigint | undefined {
  const unit = logical?.inner(LOGICAL.timestamp)?.inner(2);
  if (converted === TIMESTAMP_MILLIS || unit?.has(1)) return 1n;
  if (converted === TIMESTAMP_MICROS || unit?.has(2)) return 1000n;
  return unit?.has(3) ? 1_000_000n : undefined;
}

/** A moment of 12 bytes: the nanoseconds of a day, then the day, counted as astronomers do. */
function momentOf(bytes: Uint8Array): Date {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const days = view.getInt32(8, true) - 2_440_588;
  return new Date(days * 86_400_000 + Number(view.getBigInt64(0, true) / 1_000_000n));
}

/** A whole number with a sign, the highest byte first. */
function wholeOf(bytes: Uint8Array): bigint {
  if (bytes.length > WIDEST_DECIMAL) broken(`it has a decimal of ${bytes.length} bytes`);
  let value = 0n;
  for (const byte of bytes) value = value << 8n | BigInt(byte);
  return BigInt.asIntN(8 * bytes.length, value);
}

const utf8 = new TextDecoder();
const strict = new TextDecoder("utf-8", { fatal: true });

function textOf(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/** Bytes of no stated meaning: as text where they are one, otherwise in hexadecimal. */
function textOrDigits(bytes: Uint8Array): string {
  try {
    const text = strict.decode(bytes);
    // deno-lint-ignore no-control-regex
    if (!/[\0-\x08\x0e-\x1f]/.test(text)) return text;
  } catch {
    // It is no text.
  }
  return hexadecimal(bytes);
}

function jsonOf(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function uuidOf(bytes: Uint8Array): string {
  return hexadecimal(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A number of 16 bits: a sign, 5 bits of exponent, 10 of fraction (IEEE 754, binary16). */
function halfOf([low, high]: Uint8Array): number {
  const sign = high & 128 ? -1 : 1;
  const exponent = high >> 2 & 31;
  const fraction = ((high & 3) << 8 | low) / 1024;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction) : 2 ** -14 * fraction);
}
