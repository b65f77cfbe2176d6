import type { Clusterings } from "../../trace/course.ts";
import { lightOf, toRgb } from "../colors/color.ts";

/**
 * The light of a channel at its brightest. Light is counted in whole numbers, so that adding points
 * and taking them away again is exact; 16 bits tell all 256 values of a channel apart.
 */
export const FULL = 65_535;

/**
 * The light of all points, summed for each pixel in which they are centred, from step to step.
 *
 * @param assignments The cluster of each point, in every step.
 * @param centers The pixel in which each point is centred.
 * @param colors The colour of each cluster.
 * @param light Three sums for each pixel: red, green and blue, of which a point gives up to
 * {@link FULL} each. All are 0 at first, then kept up to date.
 * @returns For each step the pixels with a point that takes another colour, valid until the next.
 */
export function* lightByPixel(
  { first, changes }: Clusterings,
  centers: Uint32Array,
  colors: readonly string[],
  light: Float64Array,
): Generator<Uint32Array> {
  const rgb = Int32Array.from(
    colors.flatMap((color) => toRgb(color).map((value) => Math.round(FULL * lightOf(value)))),
  );
  const labels = first.slice();
  const isListed = new Uint8Array(light.length / 3);
  const changed = new Uint32Array(Math.min(isListed.length, centers.length));
  let count = 0;

  for (let point = 0; point < labels.length; point++) {
    add(centers[point], labels[point], 1);
    list(centers[point]);
  }
  yield listed();
  for (const { points, clusters } of changes) {
    for (let i = 0; i < points.length; i++) {
      const point = points[i];
      const pixel = centers[point];
      add(pixel, labels[point], -1);
      add(pixel, labels[point] = clusters[i], 1);
      list(pixel);
    }
    yield listed();
  }

  /** Adds the light of a point of a cluster to a pixel, or takes it away. */
  function add(pixel: number, cluster: number, times: 1 | -1): void {
    light[3 * pixel] += times * rgb[3 * cluster];
    light[3 * pixel + 1] += times * rgb[3 * cluster + 1];
    light[3 * pixel + 2] += times * rgb[3 * cluster + 2];
  }

  /** Lists a pixel as changed, once a step. */
  function list(pixel: number): void {
    if (isListed[pixel]) return;
    isListed[pixel] = 1;
    changed[count++] = pixel;
  }

  /** The pixels listed in this step; the list begins anew. */
  function listed(): Uint32Array {
    const pixels = changed.subarray(0, count);
    for (const pixel of pixels) isListed[pixel] = 0;
    count = 0;
    return pixels;
  }
}
