import type { Table, TextLines } from "../read/table.ts";
import type { NamedRows, WrittenLines } from "./rows.ts";

/** The rows that points were made of. */
export interface PointRows extends Pick<Table, "columns" | "named" | "records" | "lines"> {
  /** The row of each point, counted from 0, ascending. Default: every row is a point. */
  readonly rows?: Uint32Array;
}

/** New columns by their names, with a value for each point. */
export type KnownColumns = Readonly<Record<string, ArrayLike<number>>>;

/**
 * The rows of a table as they came, every column, with what is known of their points: the cluster of
 * each, say. Rows that are no point have nothing there.
 *
 * @param known The new columns: their names, and a value for each point.
 */
export function clusteredRows(
  { columns, named, records, rows, lines }: PointRows,
  known: KnownColumns,
): NamedRows {
  const titles = columns.map(({ title }) => title);
  // Names as they came, unless there are none or one stands twice.
  const names = named && new Set(titles).size === titles.length
    ? titles
    : columns.map(({ name }) => name);
  const numbers = columns.flatMap(({ numbers, others }, i) =>
    numbers > 0 && others === 0 ? [i] : []
  );
  const all = withNames(names, known);
  return {
    names: all,
    rows: withValues(names.length, records(), rows, Object.values(known)),
    numbers: new Set(numbers),
    ...(lines && { text: linesWith(lines, all.slice(names.length), rows, Object.values(known)) }),
  };
}

/** Points as rows, with their cluster. */
export function clusteredPoints(
  names: readonly string[],
  points: Iterable<readonly number[]>,
  clusters: ArrayLike<number>,
): NamedRows {
  return {
    names: withNames(names, { cluster: clusters }),
    rows: withValues(names.length, points, undefined, [clusters]),
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
