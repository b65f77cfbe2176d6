// @ts-types="npm:@types/d3-delaunay@6.0.4"
import { Delaunay } from "npm:d3-delaunay@6.0.6";
import type { Metric } from "../../trace/projection.ts";
import type { Beat } from "../scene/beats.ts";
import { type Line, MovingLines, type MovingMark } from "../scene/mark.ts";
import type { CentroidPath } from "../run/centroid_paths.ts";
import type { Stage } from "../run/stage.ts";
import type { Story } from "../run/story.ts";
import { simplified } from "./simplify.ts";
import { glide, Timeline } from "../scene/track.ts";
import { type View, widthOf } from "../scene/view.ts";

/** How often the cells are computed while centroids glide, in milliseconds: 20 times a second. */
const STEP = 50;
/** How often at most in one update: of a glide that lasts longer than 20 s, every step is longer. */
const MOST_STEPS = 400;

/**
 * The largest ratio of the scales of the two axes that is told apart. Beyond it all lines look
 * level or upright anyway, and the triangulation would lose its precision.
 */
const MOST_STRETCH = 1e9;

/** How closely two distances must agree to be called equal, as a share of them. */
const EQUAL = 1e-6;

/** The cells at a time: the lines between them by the two centroids that each lies between. */
interface Cells {
  readonly time: number;
  readonly lines: ReadonlyMap<string, Line>;
}

/**
 * The lines between the Voronoi cells of the centroids, which move with them. They appear with the
 * first assignment.
 *
 * @throws The signal's reason, if it aborts; it is asked at every moment of a move.
 */
export function cellMark(
  _story: Story,
  { paths, view, plane: { metric = [1, 1] }, hairline }: Stage,
  beats: readonly Beat[],
  signal?: AbortSignal,
): MovingMark {
  const assigns = beats.filter(({ kind }) => kind === "assign");
  const updates = beats.filter(({ kind }) => kind === "update");
  const moments: Cells[] = [];
  const addMoment = (time: number, i: number, share: number) =>
    moments.push({ time, lines: cellLines(placesAt(paths, i, share), view, metric) });
  if (assigns.length > 0) addMoment(assigns[0].start, 0, 0);
  updates.forEach(({ start, end }, i) => {
    const moves = paths.some((path) =>
      path[2 * i + 2] !== path[2 * i] || path[2 * i + 3] !== path[2 * i + 1]
    );
    if (!moves) return;
    if (start > moments[moments.length - 1].time) {
      moments.push({ time: start, lines: moments[moments.length - 1].lines });
    }
    const step = Math.max(STEP, (end - start) / MOST_STEPS);
    for (let time = start; time < end;) {
      signal?.throwIfAborted();
      time = Math.min(time + step, end);
      addMoment(time, i, glide((time - start) / (end - start)));
    }
  });
  const pairs = new Set(moments.flatMap(({ lines }) => [...lines.keys()]));
  const lines = [...pairs].map((pair) =>
    simplified(moments.map(({ time, lines }) => ({ time, line: lines.get(pair) })))
  );
  return {
    name: "cells",
    geometry: new MovingLines(lines, 0),
    stroke: "faint",
    width: hairline,
    opacity: new Timeline(0).jump(moments[0]?.time ?? 0, 1).done(),
    cap: "butt",
  };
}

/**
 * Where the centroids are between step `i` and the next, when they have gone a share of their way;
 * none for those that the next step drops.
 */
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
 * The lines on which two centroids are the nearest, both at the same distance as the clustering
 * measures it. The axes may have different scales, so that the picture is stretched first until
 * pixels are square in this distance, and its lines are shrunk again.
 */
function cellLines(
  places: readonly (readonly [number, number] | undefined)[],
  view: View,
  metric: Metric,
): Map<string, Line> {
  const { box: [left, top, right, bottom] } = view;
  const stretch = Math.max(1 / MOST_STRETCH, Math.min(MOST_STRETCH, stretchOf(view, metric)));
  const present = [...places.keys()].filter((i) => places[i]);
  const square = present.map((i) => [places[i]![0], places[i]![1] * stretch] as const);
  const delaunay = new Delaunay(Float64Array.from(square.flat()));
  const voronoi = delaunay.voronoi([left, top * stretch, right, bottom * stretch]);
  const lines = new Map<string, Line>();
  const distance = (i: number, x: number, y: number) =>
    Math.hypot(square[i][0] - x, square[i][1] - y);
  // An edge of a cell is shared with the neighbour that its middle and its end are as far from;
  // edges without one lie on the border of the picture.
  for (let i = 0; i < present.length; i++) {
    const corners = voronoi.cellPolygon(i) as [number, number][] | null;
    const neighbors = [...delaunay.neighbors(i)].filter((j) => j > i);
    for (let c = 1; corners && c < corners.length; c++) {
      const [[x1, y1], [x2, y2]] = [corners[c - 1], corners[c]];
      const own = distance(i, (x1 + x2) / 2, (y1 + y2) / 2);
      const neighbor = neighbors.find((j) =>
        Math.abs(distance(j, (x1 + x2) / 2, (y1 + y2) / 2) - own) < EQUAL * (own + 1) &&
        Math.abs(distance(j, x1, y1) - distance(i, x1, y1)) < EQUAL * (own + 1)
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

/** How many times as long as a pixel to the right one upwards is, as the clustering measures it. */
function stretchOf({ x, y }: View, metric: Metric): number {
  const ratio = metric[1] / metric[0] * Math.abs(
    ((y.range[1] / 2 - y.range[0] / 2) / (y.to - y.from)) /
      ((x.range[1] / 2 - x.range[0] / 2) / (x.to - x.from)),
  );
  if (ratio > 0 && ratio < Infinity) return ratio;
  // A part of it is beyond what numbers can be; their logarithms are not.
  const [wide, high] = [x, y].map(({ range, from, to }, i) =>
    Math.log2(metric[i]) + Math.log2(Math.min(widthOf(range), Number.MAX_VALUE)) -
    Math.log2(Math.abs(to - from))
  );
  return 2 ** (high - wide);
}

/**
 * Two pieces of one straight line as one, between those two of their ends that are farthest apart.
 */
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
