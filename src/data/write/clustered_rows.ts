import type { Table } from "../read/table.ts";
import type { NamedRows } from "./rows.ts";

/** The rows that points were made of. */
export interface PointRows extends Pick<Table, "columns" | "named" | "records"> {
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
  { columns, named, records, rows }: PointRows,
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
  return {
    names: withNames(names, known),
    rows: withValues(names.length, records(), rows, Object.values(known)),
    numbers: new Set(numbers),
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
  let row = 0;
  let point = 0;
  for (const cells of records) {
    const isPoint = !rows || rows[point] === row;
    const all = Array.from({ length: width }, (_, i) => cells[i]);
    yield [...all, ...values.map((own) => isPoint ? own[point] : null)];
    if (isPoint) point++;
    row++;
  }
}

/** A name, numbered where others are called so. */
export function unlike(name: string, names: readonly string[]): string {
  let unique = name;
  for (let n = 2; names.includes(unique); n++) unique = `${name} (${n})`;
  return unique;
}
