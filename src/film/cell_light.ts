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
 * @param colors The colour of a point without a cluster, then that of each cluster.
 * @param light The sums of red, green and blue of each cell, in {@link FULL}; kept up to date.
 * @returns For each step the cells in which a point takes another colour, valid until the next.
 */
export function* lightByCell(
  steps: readonly Step[],
  cells: Uint32Array,
  colors: readonly string[],
  light: Float64Array,
): Generator<Uint32Array> {
  const full = colors.map((color) =>
    toRgb(color).map((value) => Math.round(FULL * lightOf(value)))
  );
  const rgb = Int32Array.from(full.flat());
  /** What each point has, as an index of the colours. */
  const own = new Uint32Array(cells.length);
  const seen = new Uint32Array(light.length / 3);
  const changed = new Uint32Array(Math.min(seen.length, cells.length));
  for (let point = 0; point < cells.length; point++) {
    for (let c = 0; c < 3; c++) light[3 * cells[point] + c] += rgb[c];
  }
  for (const [i, { labels, clusters }] of steps.entries()) {
    let count = 0;
    for (let point = 0; point < cells.length; point++) {
      const before = own[point];
      const now = clusters[labels[point]] + 1;
      if (now === before) continue;
      own[point] = now;
      const cell = cells[point];
      for (let c = 0; c < 3; c++) light[3 * cell + c] += rgb[3 * now + c] - rgb[3 * before + c];
      if (seen[cell] === i + 1) continue;
      seen[cell] = i + 1;
      changed[count++] = cell;
    }
    yield changed.subarray(0, count);
  }
}
