import { DataError, quotable } from "../data_error.ts";
import { isRecord } from "./cells.ts";
import { areColumns } from "./json_tables.ts";

/** A place in JSON, and what is there. */
export interface Place {
  /** The keys that lead to it, with points between them. */
  readonly path: string;
  readonly value: unknown;
}

/** How deep objects are gone into, and how many of them. */
const [DEEPEST, MOST] = [8, 10_000];

/**
 * The places in an object where rows are: arrays of objects or arrays, or else columns or objects of
 * objects. What lies in an array is one of its rows, and not gone into.
 *
 * @returns Those with the most rows first.
 */
export function placesOfRows(value: unknown): Place[] {
  const [rows, columns, dictionaries]: Place[][] = [[], [], []];
  let seen = 0;
  const visit = (value: unknown, path: string, depth: number) => {
    if (seen++ > MOST) return;
    const [first] = Array.isArray(value) ? value : [];
    if (Array.isArray(first) || isRecord(first)) rows.push({ path, value });
    if (!isRecord(value) || depth > DEEPEST) return;
    if (path !== "" && areColumns(value)) columns.push({ path, value });
    else if (path !== "" && Object.values(value).every(isRecord)) {
      dictionaries.push({ path, value });
    }
    for (const [key, inner] of Object.entries(value)) {
      visit(inner, path === "" ? key : `${path}.${key}`, depth + 1);
    }
  };
  visit(value, "", 0);
  const size = ({ value }: Place) => Array.isArray(value) ? value.length : 0;
  rows.sort((a, b) => size(b) - size(a));
  return [rows, columns, dictionaries].find(({ length }) => length > 0) ?? [];
}

/** Some places in a message. */
export function listedPlaces(places: readonly Place[], before = ""): string {
  const some = places.slice(0, 4).map(({ path }) => `'${quotable(before + path)}'`).join(", ");
  return places.length > 4 ? `${some} and ${places.length - 4} more` : some;
}

/**
 * The value at a place: of keys with points in them the longest that fits is taken, and elements of
 * arrays are counted from 0.
 *
 * @throws {DataError} If there is none.
 */
export function at(value: unknown, path: string): unknown {
  let found = value;
  const keys = path.split(".");
  for (let from = 0; from < keys.length;) {
    let to = keys.length;
    const holder: unknown = found;
    const isThere = (key: string) =>
      (isRecord(holder) || Array.isArray(holder)) && key !== "length" && Object.hasOwn(holder, key);
    while (to > from && !isThere(keys.slice(from, to).join("."))) to--;
    if (to === from) {
      const there = isRecord(holder) ? Object.keys(holder) : [];
      const some = there.slice(0, 8).map((key) => `'${quotable(key)}'`).join(", ");
      throw new DataError(
        `there is no '${quotable(keys[from])}' for --json-path ${quotable(path)}` +
          (some === "" ? "" : `: there are ${some}${there.length > 8 ? ", …" : ""}`),
      );
    }
    found = (holder as Record<string, unknown>)[keys.slice(from, to).join(".")];
    from = to;
  }
  return found;
}
