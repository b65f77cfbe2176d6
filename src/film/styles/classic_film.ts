import type { Trace } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";
import { describe } from "../run/description.ts";
import type { DrawnFilm } from "../scene/film.ts";
import { crossPrint } from "../cloud/footprint.ts";
import { Outline, Polyline, round, Segments, Stamps } from "../scene/geometry.ts";
import type { FilmOptions } from "./film_options.ts";
import type { MovingMark, Paint, Point } from "../scene/mark.ts";
import { classicColors } from "../colors/palette.ts";
import { historiesOf } from "../run/histories.ts";
import { Stage } from "../run/stage.ts";
import { Story } from "../run/story.ts";
import { planeOf } from "../run/plane.ts";
import { pointCloud } from "../cloud/point_cloud.ts";
import { gather } from "../marks/points.ts";
import { textOutline } from "../scene/text.ts";
import { ticksOf, tickTexts } from "../marks/ticks.ts";
import { type Animated, Timeline } from "../scene/track.ts";
import { inProportion, padded, rangeOf, View } from "../scene/view.ts";

// Sizes are the defaults of matplotlib, in typographic points.
/** How many pixels a typographic point is, at 100 dots an inch. */
const PT = 100 / 72;
/** The size of text, `font.size`. */
const TEXT = 10 * PT;
/** The width of lines, `axes.linewidth`. */
const LINE = 0.8 * PT;
/** The length of ticks, `xtick.major.size`. */
const TICK = 3.5 * PT;
/** The size of markers, `lines.markersize`. */
const MARKER = 6 * PT;
/** The width of the edges of markers, `lines.markeredgewidth`. */
const EDGE = 1 * PT;
/** The edges of the axes, `figure.subplot`, as shares of the figure from its top left corner. */
const [LEFT, RIGHT, TOP, BOTTOM] = [0.125, 0.9, 0.12, 0.89];
/** The share of the range of values that is left free at each edge, `axes.xmargin`. */
const MARGIN = 0.05;

/** The film of the tutorial: a frame a step, crosses for points, ringed discs for centroids. */
export function classicFilm(trace: Trace, options: FilmOptions): DrawnFilm {
  const { width = 640, height = 480, speed = 1 } = options;
  const interval = Math.max(20, Math.round((options.interval ?? 500) / speed / 10) * 10);
  const { hold = interval } = options;
  const { steps } = trace;
  const beats = steps.map(({ iteration }, i): Beat => ({
    kind: i === 0 ? "start" : i === steps.length - 1 ? "hold" : "update",
    iteration,
    start: i * interval,
    end: i * interval + (i === steps.length - 1 ? hold : interval),
  }));
  const story = new Story(trace);
  const plane = planeOf(trace);
  const box = [LEFT * width, TOP * height, RIGHT * width, BOTTOM * height] as const;
  const ranges = [
    padded(rangeOf([plane.points], 0), MARGIN),
    padded(rangeOf([plane.points], 1), MARGIN),
  ] as const;
  const view = inProportion((ranges) => new View(box, ranges), ranges, plane.aspect);
  const sizes = { dot: MARKER, centroid: MARKER, hairline: LINE, trail: LINE, text: TEXT };
  const stage = new Stage(trace, plane, view, () => classicColors(story.k) as Paint[], sizes);
  const { colors, paths } = stage;
  /** What has a value in each step, as it changes from step to step. */
  const byStep = <T>(value: (i: number) => T): Animated<T> => {
    const timeline = new Timeline(value(0));
    beats.forEach(({ start }, i) => timeline.jump(start, value(i)));
    return timeline.done();
  };

  const arm = round(MARKER / 2);
  const points = story.isCrowd ? [cloud()] : crosses();

  const centroids = paths.flatMap((path, k): MovingMark[] => {
    const translate = byStep<Point>((i) => {
      const at = Math.min(2 * i, path.length - 2);
      return [path[at], path[at + 1]];
    });
    const width = (size: number) => byStep((i) => 2 * i < path.length ? size : 0);
    const geometry = new Stamps(new Float64Array(2));
    return [
      { name: "centroid", geometry, stroke: "ink", width: width(MARKER + EDGE), translate },
      { name: "centroid", geometry, stroke: colors[k], width: width(MARKER - EDGE), translate },
    ];
  });

  const notes = steps.map(({ iteration }, i): MovingMark => ({
    name: "note",
    geometry: textOutline(
      `i = ${iteration}`,
      view.box[0] + 0.01 * (view.box[2] - view.box[0]),
      view.box[3] - 0.01 * (view.box[3] - view.box[1]),
      TEXT,
    ),
    fill: "ink",
    opacity: byStep((j) => i === j ? 1 : 0),
  }));

  return {
    width,
    height,
    duration: beats[beats.length - 1].end,
    beats,
    figures: story.figures,
    view,
    marks: [...points, ...centroids, ...axes(view), ...notes],
    theme: "classic",
    ...describe(trace),
  };

  /** The points, one by one. */
  function crosses(): MovingMark[] {
    const cross = `m-${arm}-${arm}l${2 * arm} ${2 * arm}m0-${2 * arm}l-${2 * arm} ${2 * arm}`;
    return historiesOf(story.assignments, story.k).map(({ points, clusters }): MovingMark => ({
      name: "points",
      geometry: new Stamps(gather(stage.points, points), cross, arm),
      stroke: byStep((i) => colors[clusters[i]]),
      width: EDGE,
      cap: "butt",
    }));
  }

  /** The points as one cloud. */
  function cloud(): MovingMark {
    const points = pointCloud(story.assignments, plane.points, view, colors, crossPrint(arm, EDGE));
    return { name: "points", geometry: byStep((i) => points.after(i + 1)) };
  }
}

/** The frame around the axes, its ticks and their labels. */
function axes(view: View): MovingMark[] {
  const [left, top, right, bottom] = view.box;
  /** How many intervals an axis has room for, if each label takes some letters. */
  const bins = (length: number, letters: number) =>
    Math.max(1, Math.min(9, Math.floor(length / (TEXT * letters))));
  const x = ticksOf(view.x.range, bins(right - left, 3));
  const y = ticksOf(view.y.range, bins(bottom - top, 2));
  const ends = [
    ...x.flatMap((value) => [view.x.pixel(value), bottom, view.x.pixel(value), bottom + TICK]),
    ...y.flatMap((value) => [left - TICK, view.y.pixel(value), left, view.y.pixel(value)]),
  ];
  const away = 2 * TICK;
  const texts = [
    ...tickTexts(x).map((text, i) =>
      textOutline(text, view.x.pixel(x[i]), bottom + away + TEXT * 0.76, TEXT, "middle")
    ),
    ...tickTexts(y).map((text, i) =>
      textOutline(text, left - away, view.y.pixel(y[i]) + TEXT * 0.36, TEXT, "end")
    ),
  ];
  const frame = new Polyline([left, top, right, top, right, bottom, left, bottom]);
  return [
    {
      name: "ticks",
      geometry: new Segments(Float64Array.from(ends)),
      stroke: "ink",
      width: LINE,
      cap: "butt",
    },
    {
      name: "frame",
      geometry: new Outline(frame.box(), `${frame.path()}z`),
      stroke: "ink",
      width: LINE,
    },
    ...texts.map((geometry): MovingMark => ({ name: "tick-text", geometry, fill: "ink" })),
  ];
}
