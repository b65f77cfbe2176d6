import { unscale } from "../../data/features/scaling.ts";
import { textOfCell } from "../../data/read/cells.ts";
import { clusteredPoints, clusteredRows, unlike } from "../../data/write/clustered_rows.ts";
import type { NamedRows } from "../../data/write/rows.ts";
import { toMatrix, toRows } from "../../kmeans/matrix.ts";
import { finalClusters } from "../../trace/final_clusters.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Data } from "../input/data.ts";

/** The rows as they were read, or the points if they were generated, each with its cluster. */
export function rowsWithClusters({ table, features }: Data, trace: Trace): NamedRows {
  const clusters = finalClusters(trace);
  return table
    ? clusteredRows({ ...table, rows: features.rows, features: features.names }, {
      cluster: clusters,
    })
    : clusteredPoints(features.names, toRows(features.points), clusters);
}

/** The final centroids in the units of the data, with their cluster and how many points it has. */
export function centroidRows({ features, scaling }: Data, trace: Trace): NamedRows {
  const { centroids, clusters } = trace.steps[trace.steps.length - 1];
  const sizes = new Map<number, number>();
  for (const cluster of finalClusters(trace)) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  // What is not a finite number is refused rather than written.
  const own = toRows(toMatrix(unscale(centroids, scaling), "centroids"));
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
  const { cell } = table.columns[label];
  const classes: unknown[] = [];
  let row = 0;
  for (const cells of table.records()) {
    if (!rows || rows[classes.length] === row) {
      classes.push(
        typeof cells[cell] === "object" && cells[cell] !== null
          ? textOfCell(cells[cell])
          : cells[cell],
      );
    }
    row++;
  }
  return classes;
}
