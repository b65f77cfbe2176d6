import { unscale } from "../../data/features/scaling.ts";
import type { NamedRows } from "../../data/write/rows.ts";
import { toRows } from "../../kmeans/matrix.ts";
import { finalClusters } from "../../trace/final_clusters.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Data } from "../input/data.ts";

/** The rows as they came, every column, with their cluster; rows that are no point have none. */
export function clusteredRows({ table, features }: Data, trace: Trace): NamedRows {
  const clusters = finalClusters(trace);
  const titles = table?.columns.map(({ title }) => title);
  // Names as they came, unless they are none or one stands twice.
  const names = table?.named && new Set(titles).size === titles!.length
    ? titles!
    : table?.columns.map(({ name }) => name) ?? features.names;
  const numbers = new Set(
    table?.columns.flatMap(({ numbers, others }, i) => numbers > 0 && others === 0 ? [i] : []),
  );
  return { names: [...names, unlike("cluster", names)], rows: rows(), numbers };

  function* rows(): Generator<readonly unknown[]> {
    let row = 0;
    let point = 0;
    for (const cells of table?.records() ?? toRows(features.points)) {
      const isPoint = !features.rows || features.rows[point] === row;
      const all = Array.from(names, (_, i) => cells[i]);
      yield [...all, isPoint ? clusters[point++] : null];
      row++;
    }
  }
}

/** The final centroids in the units of the data, with their cluster and how many points it has. */
export function centroidRows({ features, scaling }: Data, trace: Trace): NamedRows {
  const { centroids, clusters } = trace.steps[trace.steps.length - 1];
  const sizes = new Map<number, number>();
  for (const cluster of finalClusters(trace)) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const own = toRows(unscale(centroids, scaling));
  return {
    names: [
      unlike("cluster", features.names),
      ...features.names,
      unlike("points", features.names),
    ],
    rows: own.map((row, i) => [clusters[i], ...row, sizes.get(clusters[i]) ?? 0]),
  };
}

/** The class that the label column gives each point. */
export function trueClasses({ table, features }: Data): unknown[] | undefined {
  const { label, rows } = features;
  if (!table || label === undefined) return undefined;
  const classes: unknown[] = [];
  let row = 0;
  for (const cells of table.records()) {
    if (!rows || rows[classes.length] === row) classes.push(cells[label]);
    row++;
  }
  return classes;
}

function unlike(name: string, names: readonly string[]): string {
  let unique = name;
  for (let n = 2; names.includes(unique); n++) unique = `${name} (${n})`;
  return unique;
}
