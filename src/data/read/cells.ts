/**
 * A number as it was written, where no double holds it. As JSON it is the same digits again.
 */
export class Literal {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** A decimal number of any length: `unscaled / 10 ** scale`. */
export class Decimal {
  constructor(readonly unscaled: bigint, readonly scale: number) {}

  toString(): string {
    const { unscaled, scale } = this;
    if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
    const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
    const at = digits.length - scale;
    return `${unscaled < 0n ? "-" : ""}${digits.slice(0, at)}.${digits.slice(at)}`;
  }
}

/** A moment: how many seconds after 1970, in units of `10 ** -digits` seconds. */
export class Moment {
  /**
   * @param value How many units.
   * @param digits The decimals of the seconds: 3, 6 or 9.
   * @param isUtc Whether it is a moment of the world's clock, and not of a clock of no known place.
   */
  constructor(readonly value: bigint, readonly digits: number, readonly isUtc: boolean) {}

  toString(): string {
    const unit = 10n ** BigInt(this.digits);
    const part = ((this.value % unit) + unit) % unit;
    const date = new Date(Number((this.value - part) / unit) * 1000);
    // What no calendar has is told as the number that it is.
    if (Number.isNaN(date.getTime())) return String(this.value);
    const decimals = String(part).padStart(this.digits, "0");
    return `${date.toISOString().slice(0, -5)}.${decimals}${this.isUtc ? "Z" : ""}`;
  }
}

/** A day: how many days after 1970. */
export class Day {
  constructor(readonly days: number) {}

  toString(): string {
    const date = new Date(this.days * 86_400_000);
    return Number.isNaN(date.getTime()) ? String(this.days) : date.toISOString().slice(0, -14);
  }
}

/** A time of day, in units of `10 ** -digits` seconds after midnight. */
export class TimeOfDay {
  constructor(readonly value: bigint, readonly digits: number) {}

  toString(): string {
    const unit = 10n ** BigInt(this.digits);
    const [seconds, part] = [Number(this.value / unit), this.value % unit];
    if (this.value < 0n || seconds > 86_400) return String(this.value);
    const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
    const clock = `${two(seconds / 3600)}:${two(seconds / 60 % 60)}:${two(seconds % 60)}`;
    return `${clock}.${String(part).padStart(this.digits, "0")}`;
  }
}

/** Bytes of no stated meaning in hexadecimal. */
export function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether a double holds all digits of a decimal number, of a whole one to the last. */
export function isHeld(text: string): boolean {
  const value = Number(text);
  if (text.length > 400 || !Number.isFinite(value)) return false;
  const [mantissa, exponent] = text.replace(/^[+-]/, "").toLowerCase().split("e");
  const [whole, decimals] = mantissa.split(".");
  if (decimals === undefined && exponent === undefined) return Number.isSafeInteger(value);
  const digits = (whole + (decimals ?? "")).replace(/^0+/, "").replace(/0+$/, "");
  if (digits.length <= 15) return value !== 0 || digits === "";
  const held = Math.abs(value).toExponential(Math.min(100, digits.length - 1));
  return held.slice(0, held.indexOf("e")).replace(".", "") === digits;
}

/** Whether a cell is a number, of whatever kind. */
export function isNumeric(cell: unknown): cell is number | bigint | Literal | Decimal {
  return typeof cell === "number" || typeof cell === "bigint" || cell instanceof Literal ||
    cell instanceof Decimal;
}

/** Whether a cell has parts with names: an object of JSON, a structure, a map. */
export function isRecord(cell: unknown): cell is Readonly<Record<string, unknown>> {
  if (typeof cell !== "object" || cell === null) return false;
  const prototype = Object.getPrototypeOf(cell);
  return prototype === Object.prototype || prototype === null;
}

/** What a cell is as text; a list or an object has its text from JSON instead. */
export function textOfCell(cell: unknown): string {
  if (cell instanceof Uint8Array) return hexadecimal(cell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString();
  return String(cell);
}

/** What gives numbers that a double does not hold as they are written, for `JSON.parse`. */
export function exactly(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  return typeof value === "number" && source !== undefined && !isHeld(source)
    ? new Literal(source)
    : value;
}
