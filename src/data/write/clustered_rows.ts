import type { Table } from "../read/table.ts";
import type { NamedRows } from "./rows.ts";

/** The rows that points were made of. */
export interface PointRows extends Pick<Table, "columns" | "named" | "records"> {
  /** The row of each point, counted from 0, ascending. Default: every row is a point. */
  readonly rows?: Uint32Array;
}

/** The rows of a table as they came, every column, with their cluster; rows that are no point have none. */
export function clusteredRows(
  { columns, named, records, rows }: PointRows,
  clusters: ArrayLike<number>,
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
    names: [...names, unlike("cluster", names)],
    rows: withClusters(names.length, records(), rows, clusters),
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
    names: [...names, unlike("cluster", names)],
    rows: withClusters(names.length, points, undefined, clusters),
  };
}

function* withClusters(
  width: number,
  records: Iterable<readonly unknown[]>,
  rows: Uint32Array | undefined,
  clusters: ArrayLike<number>,
): Generator<readonly unknown[]> {
  let row = 0;
  let point = 0;
  for (const cells of records) {
    const isPoint = !rows || rows[point] === row;
    const all = Array.from({ length: width }, (_, i) => cells[i]);
    yield [...all, isPoint ? clusters[point++] : null];
    row++;
  }
}

/** A name, numbered where others are called so. */
export function unlike(name: string, names: readonly string[]): string {
  let unique = name;
  for (let n = 2; names.includes(unique); n++) unique = `${name} (${n})`;
  return unique;
}
