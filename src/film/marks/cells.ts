// @ts-types="npm:@types/d3-delaunay@6.0.4"
import { Delaunay } from "npm:d3-delaunay@6.0.6";
import type { Metric } from "../../trace/projection.ts";
import type { Beat } from "../scene/beats.ts";
import { type Line, MovingLines, type MovingMark } from "../scene/mark.ts";
import type { CentroidPath } from "../run/paths.ts";
import type { Stage } from "../run/stage.ts";
import type { Story } from "../run/story.ts";
import { simplified } from "./simplify.ts";
import { glide, Timeline } from "../scene/track.ts";
import type { View } from "../scene/view.ts";

/** How often the cells are found anew while centroids glide, in milliseconds. */
const STEP = 50;

/** The most that one axis is stretched against the other: beyond it lines are level or upright. */
const EXTREME = 1e9;

/** The cells at a time: each line by the two centroids it lies between. */
interface Cells {
  readonly time: number;
  readonly lines: ReadonlyMap<string, Line>;
}

/**
 * The lines between the cells of the centroids, which move with them. The first assignment draws
 * them.
 */
export function cellMark(
  _story: Story,
  { paths, view, plane: { metric = [1, 1] }, hairline }: Stage,
  beats: readonly Beat[],
): MovingMark {
  const assigns = beats.filter(({ kind }) => kind === "assign");
  const updates = beats.filter(({ kind }) => kind === "update");
  const over: Cells[] = [];
  const find = (time: number, i: number, share: number) =>
    over.push({ time, lines: cellLines(placesAt(paths, i, share), view, metric) });
  if (assigns.length > 0) find(assigns[0].start, 0, 0);
  updates.forEach(({ start, end }, i) => {
    const moves = paths.some((path) =>
      path[2 * i + 2] !== path[2 * i] || path[2 * i + 3] !== path[2 * i + 1]
    );
    if (!moves) return;
    if (start > over[over.length - 1].time) {
      over.push({ time: start, lines: over[over.length - 1].lines });
    }
    for (let time = start; time < end;) {
      time = Math.min(time + STEP, end);
      find(time, i, glide((time - start) / (end - start)));
    }
  });
  const pairs = new Set(over.flatMap(({ lines }) => [...lines.keys()]));
  const lines = [...pairs].map((pair) =>
    simplified(over.map(({ time, lines }) => ({ time, line: lines.get(pair) })))
  );
  return {
    name: "cells",
    geometry: new MovingLines(lines, 0),
    stroke: "faint",
    width: hairline,
    opacity: new Timeline(0).jump(over[0]?.time ?? 0, 1).done(),
    cap: "butt",
  };
}

/** Where the centroids are a share of the way from step `i` to the next; dropped ones are gone. */
function placesAt(
  paths: readonly CentroidPath[],
  i: number,
  share: number,
): (readonly [number, number] | undefined)[] {
  const at = 2 * i;
  return paths.map((path) => {
    if (share === 0) return [path[at], path[at + 1]];
    if (at + 2 >= path.length) return undefined;
    const between = (j: number) => path[j] + (path[j + 2] - path[j]) * share;
    return [between(at), between(at + 1)];
  });
}

/**
 * The lines on which two centroids are the nearest and equally near, in the measure of the clustering:
 * pixels are stretched to squares first, since the axes may have different scales.
 */
function cellLines(
  places: readonly (readonly [number, number] | undefined)[],
  { box: [left, top, right, bottom], x, y }: View,
  metric: Metric,
): Map<string, Line> {
  const ratio = metric[1] / metric[0] * Math.abs(
    ((y.range[1] / 2 - y.range[0] / 2) / (y.to - y.from)) /
      ((x.range[1] / 2 - x.range[0] / 2) / (x.to - x.from)),
  );
  const stretch = Math.max(1 / EXTREME, Math.min(EXTREME, ratio || 1));
  const present = [...places.keys()].filter((i) => places[i]);
  const square = present.map((i) => [places[i]![0], places[i]![1] * stretch] as const);
  const delaunay = new Delaunay(Float64Array.from(square.flat()));
  const voronoi = delaunay.voronoi([left, top * stretch, right, bottom * stretch]);
  const lines = new Map<string, Line>();
  const away = (i: number, x: number, y: number) => Math.hypot(square[i][0] - x, square[i][1] - y);
  for (let i = 0; i < present.length; i++) {
    const corners = voronoi.cellPolygon(i) as [number, number][] | null;
    const neighbors = [...delaunay.neighbors(i)].filter((j) => j > i);
    for (let c = 1; corners && c < corners.length; c++) {
      const [[x1, y1], [x2, y2]] = [corners[c - 1], corners[c]];
      const own = away(i, (x1 + x2) / 2, (y1 + y2) / 2);
      const neighbor = neighbors.find((j) =>
        Math.abs(away(j, (x1 + x2) / 2, (y1 + y2) / 2) - own) < 1e-6 * (own + 1) &&
        Math.abs(away(j, x1, y1) - away(i, x1, y1)) < 1e-6 * (own + 1)
      );
      if (neighbor === undefined) continue;
      const pair = `${present[i]} ${present[neighbor]}`;
      const line: Line = [x1, y1 / stretch, x2, y2 / stretch];
      const other = lines.get(pair);
      lines.set(pair, other ? joined(other, line) : line);
    }
  }
  return lines;
}

/** Two pieces of one straight line as one: its ends are the two that lie farthest apart. */
function joined(a: Line, b: Line): Line {
  const ends = [[a[0], a[1]], [a[2], a[3]], [b[0], b[1]], [b[2], b[3]]];
  let longest = a;
  for (const [x1, y1] of ends) {
    for (const [x2, y2] of ends) {
      if (lengthOf([x1, y1, x2, y2]) > lengthOf(longest)) longest = [x1, y1, x2, y2];
    }
  }
  return longest;
}

function lengthOf([x1, y1, x2, y2]: Line): number {
  return Math.hypot(x2 - x1, y2 - y1);
}
