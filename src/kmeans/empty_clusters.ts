import { isNearer, liesOn } from "./distance.ts";
import type { Labelling } from "./labelling.ts";
import type { Matrix } from "./matrix.ts";

/** A point that was given to an empty cluster, and the cluster that it comes from. */
export interface Taken {
  readonly point: number;
  readonly from: number;
}

/**
 * Gives each empty cluster, the lowest first, the point farthest from its own centroid; where
 * several are equally far, the one with the lowest index. The distances are those before any is
 * given. No point is given twice, and the last of a cluster stays. Where every point left lies on
 * its centroid, the empty clusters left stay empty.
 *
 * @param centroids The means of the points by their labels.
 * @param labelling Whose points they are: it is changed.
 * @returns The points that were given.
 */
export function fillEmpty(points: Matrix, centroids: Matrix, labelling: Labelling): Taken[] {
  const { counts } = labelling;
  const labels = labelling.labels.slice();
  const taken: Taken[] = [];
  const isTaken = new Uint8Array(points.rows);
  for (let k = 0; k < centroids.rows; k++) {
    if (counts[k] > 0) continue;
    const canGo = (i: number) => isTaken[i] === 0 && counts[labels[i]] > 1;
    const point = farthestPoint(points, centroids, labels, canGo);
    if (point === undefined) break;
    labelling.give(point, k);
    isTaken[point] = 1;
    taken.push({ point, from: labels[point] });
  }
  return taken;
}

/** The point farthest from its centroid among those that can go; `undefined` where all lie on theirs. */
function farthestPoint(
  points: Matrix,
  centroids: Matrix,
  labels: Uint32Array,
  canGo: (point: number) => boolean,
): number | undefined {
  let farthest: number | undefined;
  for (let i = 0; i < points.rows; i++) {
    if (!canGo(i) || liesOn(points, i, centroids, labels[i])) continue;
    const isFarther = farthest === undefined ||
      isNearer(points, centroids, [farthest, labels[farthest]], [i, labels[i]]);
    if (isFarther) farthest = i;
  }
  return farthest;
}
