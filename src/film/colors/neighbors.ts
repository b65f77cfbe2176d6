// @ts-types="npm:@types/d3-delaunay@6.0.4"
import { Delaunay } from "npm:d3-delaunay@6.0.6";
import { differenceOf, toOklab } from "./oklab.ts";

/** How many clusters have colours that are all clearly distinct, see `clusterColors`. */
const DISTINCT = 20;
/** From this distance in Oklab on, chosen by eye, two colours are not mistaken for each other. */
const UNLIKE = 0.18;
/** How many times all clusters are gone through: further rounds hardly improve anything. */
const ROUNDS = 3;

/**
 * Gives clusters that are neighbours unlike colours. Each cluster that looks like a neighbour swaps
 * colours with that cluster for which both then differ most from their neighbours. Up to twenty
 * colours are all distinct, and each cluster keeps its own.
 *
 * @param colors A colour for each cluster.
 * @param places Where the clusters are: x and y alternating. Neighbours are those that an edge of
 * the Delaunay triangulation joins.
 * @returns The same colours, in another order.
 */
export function unlikeNeighbors(
  colors: readonly string[],
  places: ArrayLike<number>,
): readonly string[] {
  if (colors.length <= DISTINCT) return colors;
  const delaunay = new Delaunay(Float64Array.from(places));
  const neighbors = colors.map((_, cluster) =>
    [...delaunay.neighbors(cluster)].filter((other) => other >= 0)
  );
  const looks = colors.map(toOklab);
  /** The colour of each cluster, as an index. */
  const colorOf = [...colors.keys()];
  /** How much a cluster differs from that neighbour whose colour is most like its own. */
  const contrast = (cluster: number) =>
    neighbors[cluster].reduce(
      (least, other) =>
        Math.min(least, differenceOf(looks[colorOf[cluster]], looks[colorOf[other]])),
      Infinity,
    );
  const swap = (i: number, j: number) => [colorOf[i], colorOf[j]] = [colorOf[j], colorOf[i]];
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < colorOf.length; i++) {
      if (contrast(i) >= UNLIKE) continue;
      let best = i;
      let gain = 0;
      for (let j = 0; j < colorOf.length; j++) {
        const before = Math.min(contrast(i), contrast(j));
        swap(i, j);
        const after = Math.min(contrast(i), contrast(j));
        swap(i, j);
        if (after - before > gain) [best, gain] = [j, after - before];
      }
      swap(i, best);
    }
  }
  return colorOf.map((index) => colors[index]);
}
