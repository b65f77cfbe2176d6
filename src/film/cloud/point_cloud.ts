import type { Course } from "../../trace/course.ts";
import { FULL, lightByCell } from "./cell_light.ts";
import { Cloud, type Recoloring } from "./cloud.ts";
import { coverageOf } from "./coverage.ts";
import type { Footprint } from "./footprint.ts";
import type { Box } from "../scene/geometry.ts";
import type { Paint } from "../scene/mark.ts";
import { Mixtures } from "./mixtures.ts";
import { UNASSIGNED } from "../colors/palette.ts";
import { levelsOf } from "./density_levels.ts";
import type { View } from "../scene/view.ts";

/** Up to so many points, a cloud looks as if each was drawn on its own. */
const FEW = 10_000;
/** From so many times as many on, it is shaded by how many points lie upon each other. */
const DENSE = 4;

/**
 * The points of a run as one picture: grey at first, then coloured anew by each step, so that step
 * `i` is shown after `i + 1` changes. A pixel of several clusters has a mixture of their colours.
 *
 * @param course The clusters of the points in the course of the run.
 * @param places Where the points are, x and y by turns.
 * @param view What shows them.
 * @param colors A colour for each cluster.
 * @param footprint What a point covers.
 */
export function pointCloud(
  course: Course,
  places: Float64Array,
  view: View,
  colors: readonly Paint[],
  footprint: Footprint,
): Cloud {
  const box = boxAround(view, 2 * footprint.reach);
  const width = box[2] - box[0];
  const cells = cellsOf(places, view, box);
  const ways = Int32Array.from(footprint.pixels, ([right, down]) => down * width + right);
  const shares = Int32Array.from(footprint.pixels, ([, , share]) => share);
  const covered = coverageOf(cells, width * (box[3] - box[1]), ways, shares);
  const density = Math.log2(cells.length / FEW) / Math.log2(DENSE);
  const levels = levelsOf(covered, Math.max(0, Math.min(1, density)));
  const mixtures = new Mixtures(UNASSIGNED, colors);

  const shown = new Uint8Array(levels.length);
  const light = new Float64Array(3 * levels.length);
  const seen = new Uint32Array(levels.length);
  const found = new Uint32Array(levels.length);
  const becomes = new Uint8Array(levels.length);
  let count = 0;
  const changes: Recoloring[] = [];
  for (const changed of lightByCell(course, cells, colors, light)) {
    count = 0;
    for (let i = 0; i < changed.length; i++) recolorAround(changed[i], changes.length + 1);
    changes.push({ pixels: found.slice(0, count), colors: becomes.slice(0, count) });
  }
  return new Cloud(box, levels, mixtures.colors, changes);

  /** Notes which pixels around a cell take another colour, each once a change. */
  function recolorAround(cell: number, change: number): void {
    for (let i = 0; i < ways.length; i++) {
      const pixel = cell + ways[i];
      if (seen[pixel] === change || levels[pixel] === 0) continue;
      seen[pixel] = change;
      const color = colorAt(pixel);
      if (color === shown[pixel]) continue;
      shown[pixel] = color;
      becomes[count] = color;
      found[count++] = pixel;
    }
  }

  /** The colour of the light that the points around a pixel give it, each as much as it covers of it. */
  function colorAt(pixel: number): number {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let i = 0; i < ways.length; i++) {
      const from = 3 * (pixel - ways[i]);
      red += shares[i] * light[from];
      green += shares[i] * light[from + 1];
      blue += shares[i] * light[from + 2];
    }
    const all = FULL * covered.shares[pixel];
    return mixtures.nearest(red / all, green / all, blue / all);
  }
}

/** The whole pixels of a view, and some around them. */
function boxAround({ box: [left, top, right, bottom] }: View, margin: number): Box {
  return [
    Math.floor(left) - margin,
    Math.floor(top) - margin,
    Math.ceil(right) + margin,
    Math.ceil(bottom) + margin,
  ];
}

/** The pixel in which each point lies, as an index of those in a box. */
function cellsOf(places: Float64Array, view: View, [left, top, right]: Box): Uint32Array {
  const cells = new Uint32Array(places.length / 2);
  for (let i = 0; i < cells.length; i++) {
    const column = inside(view.x.pixel(places[2 * i]), view.box[0], view.box[2]) - left;
    const row = inside(view.y.pixel(places[2 * i + 1]), view.box[1], view.box[3]) - top;
    cells[i] = row * (right - left) + column;
  }
  return cells;
}

/** The pixel of a place, which is within an edge and another. */
function inside(place: number, low: number, high: number): number {
  return Math.floor(Math.max(low, Math.min(high - 1e-6, place)));
}
