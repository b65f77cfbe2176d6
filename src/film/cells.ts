// @ts-types="npm:@types/d3-delaunay@6.0.4"
import { Delaunay } from "npm:d3-delaunay@6.0.6";
import type { Beat } from "./beats.ts";
import { type Geometry, Segments, wholePath } from "./geometry.ts";
import type { MovingMark } from "./mark.ts";
import type { CentroidPath } from "./paths.ts";
import { glide, Timeline } from "./track.ts";
import type { View } from "./view.ts";
import type { Metric } from "../trace/projection.ts";

/** How often the cells are drawn anew while centroids glide, in milliseconds. */
const REDRAW = 50;

/**
 * The lines between the cells of the centroids, moving with them. They are hidden until the first
 * assignment, which draws them.
 */
export function cellMark(
  paths: readonly CentroidPath[],
  view: View,
  assigns: readonly Beat[],
  updates: readonly Beat[],
  width: number,
  metric: Metric = [1, 1],
): MovingMark {
  const nothing: Geometry = new Segments(new Float64Array(0));
  const geometry = new Timeline(nothing);
  let drawn = "";
  const draw = (time: number, places: Float64Array) => {
    const lines = cellLines(places, view, metric);
    const path = wholePath(lines);
    if (path !== drawn) geometry.jump(time, lines);
    drawn = path;
  };
  assigns.forEach((assign, i) => {
    const update = updates[i];
    if (i === 0) draw(assign.start, placesAt(paths, i, 0));
    if (update.start === update.end) draw(update.end, placesAt(paths, i, 1));
    for (let time = update.start; time < update.end;) {
      time = Math.min(time + REDRAW, update.end);
      const share = glide((time - update.start) / (update.end - update.start));
      draw(time, placesAt(paths, i, share));
    }
  });
  return { name: "cells", geometry: geometry.done(), stroke: "faint", width };
}

/** Where the centroids are a share of the way from step `i` to the next; dropped ones are gone. */
function placesAt(paths: readonly CentroidPath[], i: number, share: number): Float64Array {
  const at = 2 * i;
  const present = paths.filter((path) => path.length > (share > 0 ? at + 2 : at));
  return Float64Array.from(present.flatMap((path) =>
    [0, 1].map((j) => {
      const from = path[at + j];
      return share > 0 ? from + (path[at + 2 + j] - from) * share : from;
    })
  ));
}

/**
 * The lines on which two centroids are the nearest and equally near, in the measure of the clustering:
 * pixels are stretched to squares first, since the axes may have different scales.
 */
function cellLines(pixels: Float64Array, { box, x, y }: View, metric: Metric): Segments {
  const stretch = metric[1] / metric[0] * Math.abs(
    ((y.range[1] / 2 - y.range[0] / 2) / (y.to - y.from)) /
      ((x.range[1] / 2 - x.range[0] / 2) / (x.to - x.from)),
  );
  const [left, top, right, bottom] = box;
  const square = pixels.map((value, i) => i & 1 ? value * stretch : value);
  const voronoi = new Delaunay(square).voronoi([left, top * stretch, right, bottom * stretch]);
  const ends: number[] = [];
  let from: readonly [number, number] = [0, 0];
  voronoi.render(
    {
      moveTo: (x: number, y: number) => void (from = [x, y]),
      lineTo: (x: number, y: number) =>
        void ends.push(...[from[0], from[1] / stretch, x, y / stretch].map(Math.round)),
    } as unknown as Parameters<typeof voronoi.render>[0],
  );
  return new Segments(Float64Array.from(ends));
}
