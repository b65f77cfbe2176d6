import type { Trace } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";
import { describe } from "../run/description.ts";
import type { DrawnFilm } from "../scene/film.ts";
import { crossPrint } from "../cloud/footprint.ts";
import { Outline, Polyline, round, Segments, Stamps } from "../scene/geometry.ts";
import type { FilmOptions } from "./film_options.ts";
import type { MovingMark, Paint, Point } from "../scene/mark.ts";
import { classicColors } from "../colors/palette.ts";
import { Stage } from "../run/stage.ts";
import { Story } from "../run/story.ts";
import { planeOf } from "../run/plane.ts";
import { pointCloud } from "../cloud/point_cloud.ts";
import { gather } from "../marks/points.ts";
import { textOutline } from "../scene/text.ts";
import { ticksOf, tickTexts } from "../marks/ticks.ts";
import { type Animated, Timeline } from "../scene/track.ts";
import { padded, rangeOf, View } from "../scene/view.ts";

/** Pixels a typographic point, at matplotlib's 100 dots an inch. */
const PT = 100 / 72;
const TEXT = 10 * PT;
const LINE = 0.8 * PT;
const TICK = 3.5 * PT;
const MARKER = 6 * PT;
const EDGE = 1 * PT;
/** matplotlib's margins, as shares of the figure. */
const [LEFT, RIGHT, TOP, BOTTOM] = [0.125, 0.9, 0.12, 0.89];

/** The tutorial's film: a frame a step, crosses for points, ringed discs for centroids. */
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
  const view = new View([LEFT * width, TOP * height, RIGHT * width, BOTTOM * height], [
    padded(rangeOf([plane.points], 0), 0.05),
    padded(rangeOf([plane.points], 1), 0.05),
  ]);
  const sizes = { dot: MARKER, centroid: MARKER, hairline: LINE, trail: LINE, text: TEXT };
  const stage = new Stage(trace, plane, view, () => classicColors(story.k) as Paint[], sizes);
  const { colors, paths } = stage;
  const over = <T>(value: (i: number) => T): Animated<T> => {
    const timeline = new Timeline(value(0));
    beats.forEach(({ start }, i) => timeline.jump(start, value(i)));
    return timeline.done();
  };

  const arm = round(MARKER / 2);
  const points = story.isCrowd ? [aggregated()] : scattered();

  const centroids = paths.flatMap((path, k): MovingMark[] => {
    const translate = over<Point>((i) => {
      const at = Math.min(2 * i, path.length - 2);
      return [path[at], path[at + 1]];
    });
    const width = (size: number) => over((i) => 2 * i < path.length ? size : 0);
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
    opacity: over((j) => i === j ? 1 : 0),
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

  /** The points, each on its own. */
  function scattered(): MovingMark[] {
    const cross = `m-${arm}-${arm}l${2 * arm} ${2 * arm}m0-${2 * arm}l-${2 * arm} ${2 * arm}`;
    return story.histories.map(({ points, clusters }): MovingMark => ({
      name: "points",
      geometry: new Stamps(gather(stage.points, points), cross, arm),
      stroke: over((i) => colors[clusters[i]]),
      width: EDGE,
      cap: "butt",
    }));
  }

  /** The points as one cloud. */
  function aggregated(): MovingMark {
    const cloud = pointCloud(story.course, plane.points, view, colors, crossPrint(arm, EDGE));
    return { name: "points", geometry: over((i) => cloud.after(i + 1)) };
  }
}

/** The frame, its ticks and their texts. */
function axes(view: View): MovingMark[] {
  const [left, top, right, bottom] = view.box;
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
