import type { Clusterings } from "../../trace/course.ts";
import { FULL, lightByPixel } from "./pixel_light.ts";
import { Cloud, type Recoloring } from "./cloud.ts";
import { coverageOf } from "./coverage.ts";
import type { Footprint } from "./footprint.ts";
import type { Box } from "../scene/geometry.ts";
import type { Paint } from "../scene/mark.ts";
import { Mixtures } from "./mixtures.ts";
import { UNASSIGNED } from "../colors/palette.ts";
import { levelsOf } from "./density_levels.ts";
import type { View } from "../scene/view.ts";

/** Up to this number of points, a cloud looks as if they were drawn one by one. */
const DRAWN_ALONE = 10_000;
/**
 * From this many times as many points on, opacity only tells how densely they lie, see
 * {@link levelsOf}. In between, the one picture passes into the other, so that no count of points
 * looks quite unlike the next.
 */
const CROWDED = 4;

/**
 * The points of a run as one picture: grey at first, then recoloured by each step, so that step `i`
 * is shown after `i + 1` changes. A pixel of several clusters has a mixture of their colours.
 *
 * @param assignments The cluster of each point, in every step.
 * @param places Where the points are in the plane, x and y alternating.
 * @param view Which part of the plane is seen, and where.
 * @param colors A colour for each cluster.
 * @param footprint What a point covers.
 */
export function pointCloud(
  assignments: Clusterings,
  places: Float64Array,
  view: View,
  colors: readonly Paint[],
  footprint: Footprint,
): Cloud {
  const box = boxAround(view, 2 * footprint.reach);
  const width = box[2] - box[0];
  const centers = centersOf(places, view, box);
  const offsets = Int32Array.from(footprint.pixels, ([right, down]) => down * width + right);
  const shares = Int32Array.from(footprint.pixels, ([, , share]) => share);
  const covered = coverageOf(centers, width * (box[3] - box[1]), offsets, shares);
  const crowding = Math.log2(centers.length / DRAWN_ALONE) / Math.log2(CROWDED);
  const levels = levelsOf(covered, Math.max(0, Math.min(1, crowding)));
  const mixtures = new Mixtures(UNASSIGNED, colors);

  const shown = new Uint8Array(levels.length);
  const light = new Float64Array(3 * levels.length);
  const lastChange = new Uint32Array(levels.length);
  const recolored = new Uint32Array(levels.length);
  const becomes = new Uint8Array(levels.length);
  let count = 0;
  const changes: Recoloring[] = [];
  for (const changed of lightByPixel(assignments, centers, colors, light)) {
    count = 0;
    for (let i = 0; i < changed.length; i++) recolorAround(changed[i], changes.length + 1);
    changes.push({ pixels: recolored.slice(0, count), colors: becomes.slice(0, count) });
  }
  return new Cloud(box, levels, mixtures.colors, changes);

  /** Recolours the pixels that points centred in one cover, each once a change. */
  function recolorAround(center: number, change: number): void {
    for (let i = 0; i < offsets.length; i++) {
      const pixel = center + offsets[i];
      if (lastChange[pixel] === change || levels[pixel] === 0) continue;
      lastChange[pixel] = change;
      const color = colorAt(pixel);
      if (color === shown[pixel]) continue;
      shown[pixel] = color;
      becomes[count] = color;
      recolored[count++] = pixel;
    }
  }

  /**
   * The colour of a pixel: the mean light of the points on it, weighted by how much each covers.
   */
  function colorAt(pixel: number): number {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let i = 0; i < offsets.length; i++) {
      const center = 3 * (pixel - offsets[i]);
      red += shares[i] * light[center];
      green += shares[i] * light[center + 1];
      blue += shares[i] * light[center + 2];
    }
    const full = FULL * covered.shares[pixel];
    return mixtures.nearest(red / full, green / full, blue / full);
  }
}

/** The whole pixels of a view, and a margin around them for markers that reach beyond its edge. */
function boxAround({ box: [left, top, right, bottom] }: View, margin: number): Box {
  return [
    Math.floor(left) - margin,
    Math.floor(top) - margin,
    Math.ceil(right) + margin,
    Math.ceil(bottom) + margin,
  ];
}

/** The pixel in which each point is centred, as an index of those in a box. */
function centersOf(places: Float64Array, view: View, [left, top, right]: Box): Uint32Array {
  const centers = new Uint32Array(places.length / 2);
  for (let i = 0; i < centers.length; i++) {
    const column = pixelWithin(view.x.pixel(places[2 * i]), view.box[0], view.box[2]) - left;
    const row = pixelWithin(view.y.pixel(places[2 * i + 1]), view.box[1], view.box[3]) - top;
    centers[i] = row * (right - left) + column;
  }
  return centers;
}

/**
 * The whole pixel of a place from `low` to `high`; a place at `high` is in the last pixel before.
 */
function pixelWithin(place: number, low: number, high: number): number {
  return Math.floor(Math.max(low, Math.min(high - 1e-6, place)));
}
