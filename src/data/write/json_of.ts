import { Decimal, hexadecimal, isHeld, isRecord, Literal, textOfCell } from "../read/cells.ts";

/** What `JSON.stringify` writes as it stands; where the runtime has no such thing, its value. */
export const rawJson: (json: string) => unknown =
  (JSON as unknown as { rawJSON?: (json: string) => unknown }).rawJSON ?? JSON.parse;

/**
 * A value as JSON: numbers that a double does not hold are texts, unless they were JSON before; what
 * is nested too deep is left out.
 */
export function jsonOf(value: unknown): string {
  if (value instanceof Literal) return value.text;
  try {
    return JSON.stringify(value, (_, inner) => plain(inner)) ?? "null";
  } catch {
    return "null";
  }
}

/** A value of JSON for one of ours. */
function plain(value: unknown): unknown {
  switch (typeof value) {
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case "object":
      if (value === null || Array.isArray(value)) return value;
      if (value instanceof Literal) return rawJson(value.text);
      if (value instanceof Decimal) {
        return isHeld(String(value)) ? rawJson(String(value)) : String(value);
      }
      if (value instanceof Uint8Array) return hexadecimal(value);
      if (value instanceof Map) {
        return Object.fromEntries([...value].map(([key, inner]) => [textOfCell(key), inner]));
      }
      return isRecord(value) ? value : textOfCell(value);
    default:
      return value;
  }
}
