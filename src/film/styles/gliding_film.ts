import type { Trace } from "../../trace/trace.ts";
import { unlikeNeighbors } from "../colors/neighbors.ts";
import { clusterColors } from "../colors/palette.ts";
import { axisMarks, viewWithAxes } from "../marks/axes.ts";
import { cellMark } from "../marks/cells.ts";
import { centroidMarks } from "../marks/centroids.ts";
import { footerMarks } from "../marks/footer.ts";
import { pointsWhilePicking } from "../marks/points_while_picking.ts";
import { cloudMark, pointMarks } from "../marks/points.ts";
import { titleMark } from "../marks/title.ts";
import { trailMarks } from "../marks/trails.ts";
import { describe } from "../run/description.ts";
import type { CentroidPath } from "../run/centroid_paths.ts";
import { type Plane, planeOf } from "../run/plane.ts";
import { Stage } from "../run/stage.ts";
import { startTime } from "../run/start_times.ts";
import { Story } from "../run/story.ts";
import { beatsOf } from "../scene/beats.ts";
import type { DrawnFilm } from "../scene/film.ts";
import type { Paint } from "../scene/mark.ts";
import { inProportion, padded, type Range, rangeOf, View } from "../scene/view.ts";
import type { FilmOptions } from "./film_options.ts";

/** The share of the range of values that is left free at each edge of the picture. */
const MARGIN = 0.06;
/** The height of the lines above and below the picture, in sizes of text. */
const LINE = 2.4;
/** How many such lines a picture must be high and wide for text to have room in it. */
const ROOMY = 4;
/**
 * The share of the picture that the squares around all points cover, if points do not get too
 * large; the points themselves cover π/4 of it, 7%.
 */
const COVERED = 0.09;
/** The diameter of a point at most, as a share of the square root of the area of the picture. */
const LARGEST_DOT = 0.011;
/** From this number of clusters on, centroids get smaller. */
const MANY_CLUSTERS = 24;

/**
 * The default film: points are recoloured, then centroids glide to their means. All sizes are those
 * of a picture of 640 by 480 pixels, and grow and shrink with it.
 *
 * @param trace The run.
 * @param options How it looks and how long it lasts.
 * @param start How long its start lasts, in milliseconds. Default: as its centroids were chosen.
 */
export function glidingFilm(trace: Trace, options: FilmOptions, start?: number): DrawnFilm {
  const { width = 640, height = 480, cells = true, trails = true, shapes = false } = options;
  const unit = Math.min(width / 640, height / 480);
  const text = Math.max(9, 14 * unit);
  const line = text * LINE;
  const isRoomy = Math.min(width, height) >= ROOMY * line;
  const hasChart = isRoomy && (options.chart ?? true);
  const hasCaption = isRoomy && (options.caption ?? true);
  const title = isRoomy ? options.title : undefined;

  const story = new Story(trace);
  const plane = planeOf(trace);
  const ranges = rangesOf(trace, plane);
  const bottom = hasCaption || hasChart ? height - line : height;
  const box = [0, title ? line : 0, width, bottom] as const;
  const hasAxes = isRoomy && (options.axes ?? plane.names.length > 0);
  const fit = (ranges: readonly [x: Range, y: Range]) =>
    hasAxes ? viewWithAxes(box, ranges, text, plane.counts) : new View(box, ranges);
  const view = inProportion(fit, ranges, plane.aspect);
  const sizes = {
    dot: dotSize(trace.points.rows, width * height),
    centroid: centroidSize(story.k, unit),
    hairline: Math.max(0.6, 0.6 * unit),
    trail: Math.max(1.2, 2 * unit),
    text,
  };
  const stage = new Stage(trace, plane, view, colorsOf, sizes, shapes);
  const activity = activityOf(stage.paths, trace.steps.length);
  const beats = beatsOf(activity, { ...options, start: start ?? startTime(story) });
  const footer = { box: [0, height - line, width, height], hasCaption, hasChart } as const;

  return {
    width,
    height,
    duration: beats[beats.length - 1].end,
    beats,
    figures: story.figures,
    view,
    marks: [
      ...(cells && plane.euclidean ? [cellMark(story, stage, beats, options.signal)] : []),
      ...(trails ? trailMarks(story, stage, beats) : []),
      ...(story.isCrowd ? [cloudMark(story, stage, beats)] : [
        ...(story.isPickedByDistance ? pointsWhilePicking(story, stage, beats) : []),
        ...pointMarks(story, stage, beats),
      ]),
      ...centroidMarks(story, stage, beats),
      ...(hasAxes ? axisMarks(stage) : []),
      ...(title ? [titleMark(title, width, line, text)] : []),
      ...footerMarks(story, stage, beats, footer),
    ],
    theme: "auto",
    ...describe(trace),
    ...(options.title && { title: options.title }),
  };
}

/** The ranges of values that are seen: those of all points and centroids, with a margin. */
function rangesOf({ steps }: Trace, plane: Plane): readonly [x: Range, y: Range] {
  const places = [plane.points, ...steps.map(({ centroids }) => plane.centroids(centroids))];
  return [padded(rangeOf(places, 0), MARGIN), padded(rangeOf(places, 1), MARGIN)];
}

/** A colour for each cluster, unlike those of the clusters that are its neighbours at the end. */
function colorsOf(paths: readonly CentroidPath[]): readonly Paint[] {
  const ends = paths.flatMap((path) => [...path.slice(-2)]);
  return unlikeNeighbors(clusterColors(paths.length), ends) as readonly Paint[];
}

/**
 * How much happens in each iteration, from 0 to 1: how far a centroid moves at most, beside the
 * iteration in which it moves farthest. The first iteration counts 1, as it colours all points. The
 * power, chosen by eye, leaves time for small moves.
 */
function activityOf(paths: readonly CentroidPath[], steps: number): number[] {
  const moves = Array.from(
    { length: steps - 1 },
    (_, i) =>
      paths.reduce((most, path) =>
        2 * i + 2 < path.length
          ? Math.max(
            most,
            Math.hypot(path[2 * i + 2] - path[2 * i], path[2 * i + 3] - path[2 * i + 1]),
          )
          : most, 0),
  );
  const farthest = moves.reduce((a, b) => Math.max(a, b), 0);
  return moves.map((move, i) => i === 0 || farthest === 0 ? 1 : (move / farthest) ** 0.7);
}

/** The diameter of a point in pixels, at least 1: smaller as there are more points. */
function dotSize(points: number, area: number): number {
  const diameter = Math.sqrt(COVERED * area / points);
  return Math.max(1, Math.min(diameter, LARGEST_DOT * Math.sqrt(area)));
}

/** The diameter of a centroid in pixels, at least 7: smaller where many would hide the points. */
function centroidSize(k: number, unit: number): number {
  return Math.max(7, 15 * unit * Math.min(1, Math.sqrt(MANY_CLUSTERS / k)));
}
