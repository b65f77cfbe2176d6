import { farFeatures } from "../far.ts";
import type { Matrix } from "../matrix.ts";
import type { Random } from "../random.ts";
import { countLabels, means } from "../update.ts";

/**
 * The means of a random partition of the points into K clusters. The points are shuffled; the first
 * K go to one cluster each, so that none is empty, and each of the others to a random one.
 */
export function partitionStart(points: Matrix, k: number, random: Random): Matrix {
  const order = Uint32Array.from({ length: points.rows }, (_, i) => i);
  const labels = new Uint32Array(points.rows);
  for (let i = 0; i < points.rows; i++) {
    const j = i + random.integer(points.rows - i);
    [order[i], order[j]] = [order[j], order[i]];
    labels[order[i]] = i < k ? i : random.integer(k);
  }
  const zero = {
    data: new Float64Array(k * points.columns),
    rows: k,
    columns: points.columns,
  };
  return means(points, labels, zero, countLabels(labels, k), farFeatures(points));
}
