import type { Course } from "../../trace/course.ts";
import { lightOf, toRgb } from "../colors/color.ts";

/** Light is counted in whole numbers, so that sums are exact: a full channel is so much. */
export const FULL = 65_535;

/**
 * The light of all points by the cell in which they lie, from step to step.
 *
 * @param course The clusters of the points.
 * @param cells The cell of each point.
 * @param colors The colour of each cluster.
 * @param light The sums of red, green and blue of each cell, in {@link FULL}: dark at first, then
 * kept up to date.
 * @returns For each step the cells in which a point takes another colour, valid until the next.
 */
export function* lightByCell(
  { first, changes }: Course,
  cells: Uint32Array,
  colors: readonly string[],
  light: Float64Array,
): Generator<Uint32Array> {
  const rgb = Int32Array.from(
    colors.flatMap((color) => toRgb(color).map((value) => Math.round(FULL * lightOf(value)))),
  );
  const now = first.slice();
  const seen = new Uint8Array(light.length / 3);
  const changed = new Uint32Array(Math.min(seen.length, cells.length));
  let count = 0;

  for (let point = 0; point < now.length; point++) {
    add(cells[point], now[point], 1);
    note(cells[point]);
  }
  yield noted();
  for (const { points, clusters } of changes) {
    for (let i = 0; i < points.length; i++) {
      const point = points[i];
      const cell = cells[point];
      add(cell, now[point], -1);
      add(cell, now[point] = clusters[i], 1);
      note(cell);
    }
    yield noted();
  }

  /** Adds the light of a point of a cluster to a cell, or takes it away. */
  function add(cell: number, cluster: number, times: 1 | -1): void {
    light[3 * cell] += times * rgb[3 * cluster];
    light[3 * cell + 1] += times * rgb[3 * cluster + 1];
    light[3 * cell + 2] += times * rgb[3 * cluster + 2];
  }

  function note(cell: number): void {
    if (seen[cell]) return;
    seen[cell] = 1;
    changed[count++] = cell;
  }

  /** The cells noted since this was last asked for. */
  function noted(): Uint32Array {
    const cells = changed.subarray(0, count);
    for (const cell of cells) seen[cell] = 0;
    count = 0;
    return cells;
  }
}
