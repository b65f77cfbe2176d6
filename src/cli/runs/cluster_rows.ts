import { unscale } from "../../data/features/scaling.ts";
import { unlike } from "../../data/write/clustered_rows.ts";
import type { NamedRows } from "../../data/write/rows.ts";
import { squaredDistance } from "../../kmeans/distance.ts";
import { type Matrix, toMatrix, toRows } from "../../kmeans/matrix.ts";
import { finalClusters } from "../../trace/final_clusters.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Data } from "../input/data.ts";

/**
 * The clusters of a run, one a row: how many points each has, their share, their inertia, and where
 * its centroid lies. All are in the units of the data, also where those were scaled for the run.
 */
export function clusterRows({ features, scaling }: Data, trace: Trace): NamedRows {
  const { centroids, clusters } = trace.steps[trace.steps.length - 1];
  const own: Matrix = toMatrix(unscale(centroids, scaling), "centroids");
  const { names } = features;
  // Rows that were divided by their lengths have no way back.
  const points = scaling.kind === "unit" ? trace.points : features.points;
  const rowOf = new Map([...clusters].map((cluster, row) => [cluster, row]));
  const sizes = new Float64Array(own.rows);
  const inertias = new Float64Array(own.rows);
  finalClusters(trace).forEach((cluster, i) => {
    const row = rowOf.get(cluster)!;
    sizes[row]++;
    inertias[row] += squaredDistance(points, i, own, row);
  });
  const columns = ["cluster", "size", "share", "inertia"].map((name) => unlike(name, names));
  return {
    names: [...columns, ...names],
    rows: toRows(own).map((centroid, row) => [
      clusters[row],
      sizes[row],
      sizes[row] / points.rows,
      inertias[row],
      ...centroid,
    ]),
  };
}

/** How many digits of a number people are told. */
const DIGITS = 4;

/** The clusters as a table in Markdown. */
export function clusterTable({ names, rows }: NamedRows): string {
  const line = (cells: readonly unknown[]) => `| ${cells.map(cell).join(" | ")} |\n`;
  const rule = `|${" ---: |".repeat(names.length)}\n`;
  return line(names) + rule + [...rows].map(line).join("");
}

/** The clusters, each in a line of its own for people. */
export function clusterLines({ names, rows }: NamedRows): string[] {
  return [...rows].map(([cluster, size, share, inertia, ...centroid]) => {
    const places = centroid.slice(0, 8).map((value, j) => `${names[j + 4]} ${cell(value)}`);
    const more = centroid.length > 8 ? `, and ${centroid.length - 8} more` : "";
    const percent = `${Math.round((share as number) * 1000) / 10} %`;
    return `cluster ${cluster}: ${size} point${size === 1 ? "" : "s"} (${percent}), inertia ${
      cell(inertia)
    }; ` +
      `centroid ${places.join(", ")}${more}`;
  });
}

function cell(value: unknown): string {
  if (typeof value === "number") {
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(DIGITS)));
  }
  return String(value).replace(/[\\|]/g, "\\$&").replace(/\s+/g, " ");
}
