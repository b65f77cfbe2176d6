import { DataError, quotable } from "../data_error.ts";
import type { Column } from "../read/table.ts";

type Named = Pick<Column, "name" | "part">;

/**
 * Finds a column by its name or, where none is called so, by its number from 1.
 *
 * @returns Its index.
 * @throws {DataError} If there is none; the message tells the nearest name.
 */
export async function findColumn(columns: readonly Named[], wanted: string): Promise<number> {
  const named = columns.findIndex(({ name }) => name === wanted);
  if (named >= 0) return named;
  if (/^\d+$/.test(wanted)) {
    const number = Number(wanted);
    if (number >= 1 && number <= columns.length) return number - 1;
    throw new DataError(`there is no column ${quotable(wanted)}: there are ${columns.length}`);
  }
  if (columns.length === 0) throw new DataError("there are no columns");
  const { default: { closest } } = await import("npm:fastest-levenshtein@1.0.16");
  const lower = wanted.toLowerCase();
  const names = columns.slice(0, 1000).map(({ name }) => name);
  const nearest = names.find((name) => name.toLowerCase() === lower) ??
    closest(wanted.slice(0, 100), names);
  throw new DataError(
    `there is no column '${quotable(wanted)}': did you mean '${quotable(nearest)}'?`,
  );
}

/**
 * Finds columns by a list such as `a,b`: names, in double quotes where a comma is in one, or
 * numbers.
 *
 * @returns Their indices, in the order of the list.
 * @throws {DataError} If one does not exist, or is named twice.
 */
export async function findColumns(columns: readonly Named[], list: string): Promise<number[]> {
  const whole = columns.findIndex(({ name }) => name === list);
  if (whole >= 0) return [whole];
  const found: number[] = [];
  for (
    const [, quoted, plain] of list.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g)
  ) {
    for (
      const index of await findOneOrParts(columns, quoted?.replaceAll('""', '"') ?? plain.trim())
    ) {
      if (found.includes(index)) {
        throw new DataError(`column '${quotable(columns[index].name)}' is chosen twice`);
      }
      found.push(index);
    }
  }
  return found;
}

/** The column of a name, or all elements of the list or members of the object of that name. */
async function findOneOrParts(columns: readonly Named[], wanted: string): Promise<number[]> {
  if (columns.some(({ name }) => name === wanted)) return [await findColumn(columns, wanted)];
  const parts = [...columns.keys()].filter((i) => columns[i].part === wanted);
  return parts.length > 0 ? parts : [await findColumn(columns, wanted)];
}
