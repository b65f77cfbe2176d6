import { isNearer, liesOn } from "./distance.ts";
import type { Matrix } from "./matrix.ts";

/**
 * Moves the centroid of each empty cluster, in place, to the point farthest from its own centroid;
 * where several are equally far, to the one with the lowest index. No point is used twice. Where
 * every point left lies on its centroid, the empty clusters left stay.
 *
 * @returns Whether any centroid was moved.
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

/** The point farthest from its centroid among those not taken; `undefined` where all lie on theirs. */
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
