import type { Step } from "../kmeans/kmeans.ts";
import { lightOf, toRgb } from "./color.ts";

/** Light is counted in whole numbers, so that sums are exact: a full channel is so much. */
export const FULL = 65_535;

/**
 * The light of all points by the cell in which they lie, from step to step. Nothing else goes
 * through the labels of that many points.
 *
 * @param steps The steps of the run.
 * @param cells The cell of each point.
 * @param colors The colour of each cluster.
 * @param light The sums of red, green and blue of each cell, in {@link FULL}: dark at first, then
 * kept up to date.
 * @returns For each step the cells in which a point takes another colour, valid until the next.
 */
export function* lightByCell(
  steps: readonly Step[],
  cells: Uint32Array,
  colors: readonly string[],
  light: Float64Array,
): Generator<Uint32Array> {
  const full = ["#000000", ...colors].map((color) =>
    toRgb(color).map((value) => Math.round(FULL * lightOf(value)))
  );
  const rgb = Int32Array.from(full.flat());
  /** The cluster of each point, counted from 1; 0 for none, which gives no light. */
  const own = new Uint32Array(cells.length);
  const seen = new Uint8Array(light.length / 3);
  const changed = new Uint32Array(Math.min(seen.length, cells.length));
  for (const { labels, clusters } of steps) {
    const count = recolor(clusters.map((cluster) => cluster + 1), labels);
    yield changed.subarray(0, count);
  }

  /** Gives each point its colour of a step; tells in how many cells one has changed. */
  function recolor(colorOf: Uint32Array, labels: Uint32Array): number {
    let count = 0;
    for (let point = 0; point < labels.length; point++) {
      const before = own[point];
      const now = colorOf[labels[point]];
      if (now === before) continue;
      own[point] = now;
      const cell = cells[point];
      light[3 * cell] += rgb[3 * now] - rgb[3 * before];
      light[3 * cell + 1] += rgb[3 * now + 1] - rgb[3 * before + 1];
      light[3 * cell + 2] += rgb[3 * now + 2] - rgb[3 * before + 2];
      if (seen[cell]) continue;
      seen[cell] = 1;
      changed[count++] = cell;
    }
    for (let i = 0; i < count; i++) seen[changed[i]] = 0;
    return count;
  }
}
