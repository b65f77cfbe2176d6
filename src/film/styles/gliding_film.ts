import type { Trace } from "../../trace/trace.ts";
import { axisMarks, viewWithAxes } from "../marks/axes.ts";
import { beatsOf } from "../scene/beats.ts";
import { cellMark } from "../marks/cells.ts";
import { centroidMarks } from "../marks/centroids.ts";
import { describe } from "../run/description.ts";
import { figuresOf } from "../run/figures.ts";
import type { DrawnFilm } from "../scene/film.ts";
import { footerMarks } from "../marks/footer.ts";
import { dotPrint } from "../cloud/footprint.ts";
import { historiesOf } from "../run/histories.ts";
import type { FilmOptions } from "./film_options.ts";
import type { MovingMark, Paint } from "../scene/mark.ts";
import { unlikeNeighbors } from "../colors/neighbors.ts";
import { ownersOf } from "../run/owners.ts";
import { clusterColors } from "../colors/palette.ts";
import { type CentroidPath, centroidPaths } from "../run/paths.ts";
import { areByDistance, pickTimes, startTime, weightMarks } from "../marks/picks.ts";
import { planeOf } from "../run/plane.ts";
import { isCloud, pointCloud } from "../cloud/point_cloud.ts";
import { cloudMark, pointMarks } from "../marks/points.ts";
import { capHeight, fitText, textOutline } from "../scene/text.ts";
import { trailMarks } from "../marks/trails.ts";
import { padded, rangeOf, View } from "../scene/view.ts";

/**
 * The default film: points are recoloured, then centroids glide to their means.
 *
 * @param trace The run.
 * @param options How it looks and how long it lasts.
 * @param start How long its start lasts, in milliseconds.
 */
export function glidingFilm(
  trace: Trace,
  options: FilmOptions,
  start: number = startTime(trace),
): DrawnFilm {
  const { width = 640, height = 480, cells = true, trails = true, shapes = false } = options;
  const { steps } = trace;
  const unit = Math.min(width / 640, height / 480);
  const size = Math.max(9, 14 * unit);
  const line = size * 2.4;
  const isRoomy = Math.min(width, height) >= 4 * line;
  const chart = isRoomy && (options.chart ?? true);
  const caption = isRoomy && (options.caption ?? true);
  const title = isRoomy ? options.title : undefined;

  const plane = planeOf(trace);
  const places = [plane.points, ...steps.map(({ centroids }) => plane.centroids(centroids))];
  const ranges = [
    padded(rangeOf(places, 0), 0.06),
    padded(rangeOf(places, 1), 0.06),
  ] as const;
  const box = [0, title ? line : 0, width, caption || chart ? height - line : height] as const;
  const hasAxes = isRoomy && (options.axes ?? plane.names.length > 0);
  const view = hasAxes ? viewWithAxes(box, ranges, size, plane.counts) : new View(box, ranges);
  const figures = figuresOf(trace);
  const owns = ownersOf(trace);
  const paths = centroidPaths(trace, plane, view);
  const colors = unlikeNeighbors(
    clusterColors(paths.length),
    paths.flatMap((path) => [...path.slice(-2)]),
  ) as readonly Paint[];
  const beats = beatsOf(activityOf(paths, steps.length), { ...options, start });
  const appears = pickTimes(trace, beats[0]);
  const byDistance = areByDistance(trace);
  const dot = dotSize(trace.points.rows, width * height);
  const assigns = beats.filter(({ kind }) => kind === "assign");
  const updates = beats.filter(({ kind }) => kind === "update");
  const points = isCloud(trace)
    ? [cloudMark(pointCloud(trace, plane.points, view, colors, dotPrint(dot)), assigns)]
    : scattered();

  return {
    width,
    height,
    duration: beats[beats.length - 1].end,
    beats,
    figures,
    view,
    marks: [
      ...(cells && plane.euclidean
        ? [cellMark(paths, view, assigns, updates, Math.max(0.6, 0.6 * unit), plane.metric)]
        : []),
      ...(trails ? trailMarks(paths, updates, colors, Math.max(1.2, 2 * unit)) : []),
      ...points,
      ...centroidMarks(
        paths,
        owns,
        beats,
        appears,
        colors,
        centroidSize(paths.length, unit),
        shapes,
      ),
      ...(hasAxes ? axisMarks(view, plane.names, size, plane.counts) : []),
      ...(title ? [titleMark(title, width, line, size)] : []),
      ...footerMarks(trace, figures, owns, beats, { width, height, line, size, caption, chart }),
    ],
    theme: "auto",
    ...describe(trace),
    ...(options.title && { title: options.title }),
  };

  /** The points, each on its own. */
  function scattered(): MovingMark[] {
    const pixels = view.pixels(plane.points);
    const appear = byDistance ? beats[0].end : 0;
    return [
      ...(byDistance ? weightMarks(trace, pixels, beats[0], appears, dot) : []),
      ...pointMarks(historiesOf(trace), pixels, appear, assigns, colors, dot, shapes),
    ];
  }
}

/** How far the centroids go in each iteration, as a share of the farthest; the first counts full. */
function activityOf(paths: readonly CentroidPath[], steps: number): number[] {
  const moves = Array.from(
    { length: steps - 1 },
    (_, i) =>
      Math.max(
        ...paths.map((path) =>
          2 * i + 2 < path.length
            ? Math.hypot(path[2 * i + 2] - path[2 * i], path[2 * i + 3] - path[2 * i + 1])
            : 0
        ),
      ),
  );
  const farthest = Math.max(...moves);
  return moves.map((move, i) => i === 0 || farthest === 0 ? 1 : (move / farthest) ** 0.7);
}

/** The diameter of a point, such that all of them cover about a tenth of the picture. */
function dotSize(points: number, area: number): number {
  const diameter = Math.sqrt(0.09 * area / points);
  return Math.max(1, Math.min(diameter, 0.011 * Math.sqrt(area)));
}

/** The diameter of a centroid: smaller where there are so many that they would hide their points. */
function centroidSize(k: number, unit: number): number {
  return Math.max(7, 15 * unit * Math.min(1, Math.sqrt(24 / k)));
}

function titleMark(title: string, width: number, line: number, size: number): MovingMark {
  return {
    name: "title",
    geometry: textOutline(
      fitText(title, size, width - 2 * size),
      size,
      line / 2 + capHeight(size) / 2,
      size,
    ),
    fill: "ink",
  };
}
