import type { Metric } from "../../trace/projection.ts";
import type { Beat } from "../scene/beats.ts";
import { MovingLines, type MovingMark, type Point } from "../scene/mark.ts";
import type { CentroidPath } from "../run/centroid_paths.ts";
import type { Stage } from "../run/stage.ts";
import type { Story } from "../run/story.ts";
import { cellLines } from "./cell_lines.ts";
import { cellMoments } from "./cell_moments.ts";
import { lineTrack, moveOf } from "./line_track.ts";
import { Timeline } from "../scene/track.ts";
import { type View, widthOf } from "../scene/view.ts";

/** Into how many units of time a film is divided: those that the times of an SVG are given in. */
const UNITS = 1e4;

/**
 * The largest ratio of the scales of the two axes that is told apart. Beyond it all lines look
 * level or upright anyway, and the triangulation would lose its precision.
 */
const MOST_STRETCH = 1e9;

/**
 * The lines between the Voronoi cells of the centroids, which move with them. They appear with the
 * first assignment. What moves are the corners, in which three cells meet: lines follow them, and
 * so stay together.
 *
 * @throws The signal's reason, if it aborts; it is asked at every moment of a move.
 */
export function cellMark(
  _story: Story,
  { paths, view, plane: { metric = [1, 1] }, hairline }: Stage,
  beats: readonly Beat[],
  signal?: AbortSignal,
): MovingMark {
  const stretch = Math.max(1 / MOST_STRETCH, Math.min(MOST_STRETCH, stretchOf(view, metric)));
  const unit = beats[beats.length - 1].end / UNITS;
  const appears = beats.find(({ kind }) => kind === "assign")?.start ?? 0;
  const atFirst = cellLines(paths.map((path) => [path[0], path[1]]), view.box, stretch);
  const moves = [moveOf([{ time: appears, share: 0, ...atFirst }])];
  beats.filter(({ kind }) => kind === "update").forEach(({ start, end }, i) => {
    const isMoved = paths.some((path) =>
      path[2 * i + 2] !== path[2 * i] || path[2 * i + 3] !== path[2 * i + 1]
    );
    if (!isMoved) return;
    const linesAt = (share: number) => cellLines(placesAt(paths, i, share), view.box, stretch);
    moves.push(moveOf(cellMoments({ start, end, unit }, paths.length, linesAt, signal)));
  });
  const pairs = new Set(moves.flatMap(({ pairs }) => [...pairs]));
  return {
    name: "cells",
    geometry: new MovingLines([...pairs].map((pair) => lineTrack(pair, moves))),
    stroke: "faint",
    width: hairline,
    opacity: new Timeline(0).jump(appears, 1).done(),
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
): (Point | undefined)[] {
  const at = 2 * i;
  return paths.map((path) => {
    if (at + 2 >= path.length) return undefined;
    const between = (j: number) => path[j] + (path[j + 2] - path[j]) * share;
    return [between(at), between(at + 1)];
  });
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
