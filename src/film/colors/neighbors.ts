// @ts-types="npm:@types/d3-delaunay@6.0.4"
import { Delaunay } from "npm:d3-delaunay@6.0.6";
import { lightOf, toRgb } from "./color.ts";

/** From more clusters than these on, some colours of the palette are near each other. */
const MANY = 20;
/** How far apart in Oklab colours are that nobody takes for each other. */
const UNLIKE = 0.18;
/** How often all clusters are gone through for exchanges that help. */
const ROUNDS = 3;

/**
 * Deals colours out to clusters so that neighbours get unlike ones. Up to twenty, all are unlike
 * anyway, and each keeps its place.
 *
 * @param colors As many as there are clusters.
 * @param places Where the clusters are: x and y by turns.
 * @returns The same colours, in another order.
 */
export function unlikeNeighbors(
  colors: readonly string[],
  places: ArrayLike<number>,
): readonly string[] {
  if (colors.length <= MANY) return colors;
  const delaunay = new Delaunay(Float64Array.from(places));
  const neighbors = colors.map((_, cluster) =>
    [...delaunay.neighbors(cluster)].filter((other) => other >= 0)
  );
  const looks = colors.map(toOklab);
  const dealt = [...colors.keys()];
  /** How far the color of a cluster is from the likest one beside it. */
  const clear = (cluster: number) =>
    Math.min(
      ...neighbors[cluster].map((other) => apart(looks[dealt[cluster]], looks[dealt[other]])),
    );
  const swap = (i: number, j: number) => [dealt[i], dealt[j]] = [dealt[j], dealt[i]];
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < dealt.length; i++) {
      if (clear(i) >= UNLIKE) continue;
      let best = i;
      let gain = 0;
      for (let j = 0; j < dealt.length; j++) {
        const before = Math.min(clear(i), clear(j));
        swap(i, j);
        const after = Math.min(clear(i), clear(j));
        swap(i, j);
        if (after - before > gain) [best, gain] = [j, after - before];
      }
      swap(i, best);
    }
  }
  return dealt.map((color) => colors[color]);
}

type Oklab = readonly [lightness: number, a: number, b: number];

function apart(a: Oklab, b: Oklab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** B. Ottosson, "A perceptual color space for image processing", 2020. */
function toOklab(hex: string): Oklab {
  const [red, green, blue] = toRgb(hex).map(lightOf);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}
