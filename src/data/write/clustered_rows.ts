import { type Table, type TextLines, uniqueNames } from "../read/table.ts";
import type { NamedRows, NumberTexts, WrittenLines } from "./rows.ts";

/** What is needed of a table. */
type Kept = "cells" | "columns" | "lines" | "named" | "parquet" | "records" | "typed";

/** The rows that points were made of. */
export interface PointRows extends Pick<Table, Kept>, Partial<Pick<Table, "numbers">> {
  /** The row of each point, counted from 0, ascending. Default: every row is a point. */
  readonly rows?: Uint32Array;
  /** The names of the features. Default: none. */
  readonly features?: readonly string[];
}

/** New columns by their names, with a value for each point. */
export type KnownColumns = Readonly<Record<string, ArrayLike<number>>>;

/**
 * The rows of a table as they came, every column, with what is known of their points: the cluster of
 * each, say. Rows that are no point have nothing there.
 *
 * @param known The new columns: their names, and a value for each point.
 */
export function clusteredRows(table: PointRows, known: KnownColumns): NamedRows {
  const { columns, named, typed, parquet, records, rows, lines } = table;
  const titles = table.cells ?? columns.map(({ title }) => title);
  // Names as they came, unless there are none or one stands twice.
  const names = named && new Set(titles).size === titles.length
    ? titles
    : uniqueNames(titles, titles.length);
  const values = Object.values(known);
  const added = withNames(names, known).slice(names.length);
  return {
    names: [...names, ...added],
    rows: again(() => withValues(names.length, records(), rows, values)),
    ...(!typed && { texts: textsOf(table) }),
    ...(parquet && { parquet, added: again(() => withValues(0, records(), rows, values)) }),
    ...(lines && { text: linesWith(lines, added, rows, values) }),
  };
}

/** The columns of an untyped table that hold numbers, as texts. */
function textsOf({ columns, numbers, features = [] }: PointRows): Map<number, NumberTexts> {
  return new Map(columns.flatMap((column, i): [number, NumberTexts][] => {
    if (!numbers || column.numbers === 0 || column.others > 0) return [];
    const isFeature = features.includes(column.name);
    return [[column.cell, { isFeature, values: () => numbers([i]) }]];
  }));
}

/** What can be gone through any number of times. */
function again<T>(start: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: start };
}

/** Points as rows, with their cluster. */
export function clusteredPoints(
  names: readonly string[],
  points: Iterable<readonly number[]>,
  clusters: ArrayLike<number>,
): NamedRows {
  return {
    names: withNames(names, { cluster: clusters }),
    rows: again(() => withValues(names.length, points, undefined, [clusters])),
  };
}

function withNames(names: readonly string[], known: KnownColumns): string[] {
  const all = [...names];
  for (const name of Object.keys(known)) all.push(unlike(name, all));
  return all;
}

function* withValues(
  width: number,
  records: Iterable<readonly unknown[]>,
  rows: Uint32Array | undefined,
  values: readonly ArrayLike<number>[],
): Generator<readonly unknown[]> {
  for (const [cells, added] of withAdded(records, rows, values)) {
    yield [...Array.from({ length: width }, (_, i) => cells[i]), ...added];
  }
}

/** Rows, each with what is known of its point; of a row that is none, nothing is. */
function* withAdded<T>(
  all: Iterable<T>,
  rows: Uint32Array | undefined,
  values: readonly ArrayLike<number>[],
): Generator<readonly [T, readonly (number | null)[]]> {
  let row = 0;
  let point = 0;
  for (const one of all) {
    const isPoint = !rows || rows[point] === row;
    yield [one, values.map((own) => isPoint ? own[point] : null)];
    if (isPoint) point++;
    row++;
  }
}

function linesWith(
  { rows: all, ...dialect }: TextLines,
  added: readonly string[],
  rows: Uint32Array | undefined,
  values: readonly ArrayLike<number>[],
): WrittenLines {
  return { ...dialect, added, rows: withAdded(all(), rows, values) };
}

/** A name, numbered where others are called so. */
export function unlike(name: string, names: readonly string[]): string {
  let unique = name;
  for (let n = 2; names.includes(unique); n++) unique = `${name} (${n})`;
  return unique;
}
