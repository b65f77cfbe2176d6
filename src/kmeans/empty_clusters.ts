import { isNearer, liesOn } from "./distance.ts";
import type { Matrix } from "./matrix.ts";

/**
 * Puts each empty cluster's centroid, in place, on the point that lies farthest from its own
 * centroid (of equally far ones the lowest index), one point each; leaves it where no point lies
 * off its centroid.
 *
 * @returns Whether any was moved.
 */
export function reseedFarthest(
  points: Matrix,
  centroids: Matrix,
  labels: Uint32Array,
  counts: Uint32Array,
): boolean {
  const n = points.columns;
  const taken = new Uint8Array(points.rows);
  let moved = false;
  for (let k = 0; k < centroids.rows; k++) {
    if (counts[k] > 0) continue;
    const farthest = farthestPoint(points, centroids, labels, taken);
    if (farthest === undefined) break;
    centroids.data.set(points.data.subarray(farthest * n, (farthest + 1) * n), k * n);
    taken[farthest] = 1;
    moved = true;
  }
  return moved;
}

/** The point farthest from its centroid that is not taken; none where all lie on theirs. */
function farthestPoint(
  points: Matrix,
  centroids: Matrix,
  labels: Uint32Array,
  taken: Uint8Array,
): number | undefined {
  let farthest: number | undefined;
  for (let i = 0; i < points.rows; i++) {
    if (taken[i] || liesOn(points, i, centroids, labels[i])) continue;
    const isFarther = farthest === undefined ||
      isNearer(points, centroids, [farthest, labels[farthest]], [i, labels[i]]);
    if (isFarther) farthest = i;
  }
  return farthest;
}
