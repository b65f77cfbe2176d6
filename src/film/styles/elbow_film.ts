import { type Choice, requireChoices } from "../../kmeans/measures/choices.ts";
import { kneeOf } from "../../kmeans/measures/elbow.ts";
import type { Beat } from "../scene/beats.ts";
import type { DrawnFilm, Film } from "../scene/film.ts";
import { type Box, Polyline, Segments, Stamps } from "../scene/geometry.ts";
import type { MovingMark, Paint, Point } from "../scene/mark.ts";
import { clusterColors } from "../colors/palette.ts";
import { capHeight, fitText, textOutline, textWidth } from "../scene/text.ts";
import { ticksOf, tickTexts } from "../marks/ticks.ts";
import { requireOptions } from "../../checks.ts";
import { FILM_RULES } from "./film_options.ts";
import { Timeline } from "../scene/track.ts";
import { drawnAlong, lengthsAlong } from "../marks/drawn_line.ts";
import { padded, type Range, View } from "../scene/view.ts";

/** How a film of the choice of k looks and how long it lasts. */
export interface ElbowFilmOptions {
  /** The width of the picture, in pixels. Default 640. */
  width?: number;
  /** The height of the picture, in pixels. Default 480. */
  height?: number;
  /** How long each number of clusters takes, in milliseconds. Default 200. */
  interval?: number;
  /** How many times as fast the curves are drawn. Default 1. */
  speed?: number;
  /** How long the end is held, in milliseconds. Default 4,000. */
  hold?: number;
  /** A heading. Default: `How many clusters?`. */
  title?: string;
}

/** How long nothing but the first value is seen, in milliseconds. */
const START = 400;
/** When the first value appears, in milliseconds. */
const FIRST_DOT = 200;

/**
 * Makes the film of a choice of k: the curves of inertia and mean silhouette are drawn from one
 * number of clusters to the next; then the knee of the first and the peak of the second are marked.
 *
 * @param choices Inertia and silhouette of each number of clusters, ascending, as `elbow` gives
 * them.
 * @param options How it looks and how long it lasts.
 * @returns The film.
 * @throws {TypeError} If a choice or an option is of a wrong type.
 * @throws {RangeError} If there are no choices, their numbers of clusters do not follow one another,
 * or an option is out of range.
 *
 * @example Its end tells the knee
 * ```ts
 * import { elbow, elbowFilm } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = elbowFilm([...elbow([[0], [1], [2], [100], [101], [102]], { to: 5 })]);
 * assert.match(film.description, /knee at k = 2/);
 * ```
 */
export function elbowFilm(choices: readonly Choice[], options: ElbowFilmOptions = {}): Film {
  requireOptions("draw the choice of k", options, FILM_RULES);
  requireChoices("draw the choice of k", choices);
  if (choices.length === 0) {
    throw new RangeError(
      "Cannot draw the choice of k as there must be one of 'choices' at the least: 0",
    );
  }
  const gap = choices.findIndex(({ k }, i) => k !== choices[0].k + i);
  if (gap >= 0) {
    throw new RangeError(
      `Cannot draw the choice of k as 'choices' must be of one number after another: ${
        choices[gap].k
      } after ${choices[gap - 1].k}`,
    );
  }
  const { width = 640, height = 480, hold = 4000, speed = 1 } = options;
  const interval = Math.max(20, Math.round((options.interval ?? 200) / speed / 10) * 10);
  const { title = "How many clusters?" } = options;
  const size = Math.max(9, 14 * Math.min(width / 640, height / 480));
  const beats: Beat[] = [{ kind: "start", iteration: 0, start: 0, end: START }];
  for (let i = 1; i < choices.length; i++) {
    const start = START + (i - 1) * interval;
    beats.push({ kind: "update", iteration: i, start, end: start + interval });
  }
  const drawn = START + (choices.length - 1) * interval;
  const duration = drawn + hold;
  beats.push({ kind: "hold", iteration: choices.length - 1, start: drawn, end: duration });

  const knee = kneeOf(choices);
  const scored = choices.filter((choice) => !Number.isNaN(choice.silhouette));
  const peak = scored.reduce<Choice | undefined>(
    (best, choice) => !best || choice.silhouette > best.silhouette ? choice : best,
    undefined,
  );
  const left = size * 4.5;
  const top = size * 4.4;
  const bottom = height - size * 3.2;
  const middle = top + (bottom - top) * 0.55;
  const [first, last] = [choices[0].k, choices[choices.length - 1].k];
  const ks = padded([first, last], 0.04);
  const colors = clusterColors(2) as Paint[];
  const curve = (
    box: Box,
    range: Range,
    values: readonly (readonly [k: number, value: number])[],
  ) => ({ view: new View(box, [ks, range]), values });
  const inertias = choices.map(({ k, inertia }) =>
    [k, Math.min(inertia, Number.MAX_VALUE)] as const
  );
  const highest = inertias.reduce((most, [, inertia]) => Math.max(most, inertia), 0);
  const upper = curve(
    [left, top, width - size * 1.5, middle - size * 1.6],
    [0, highest || 1],
    inertias,
  );
  const silhouettes = scored.map(({ k, silhouette }) => [k, silhouette] as const);
  const lowest = silhouettes.reduce((least, [, value]) => Math.min(least, value), 0);
  const lower = curve(
    [left, middle + size * 1.6, width - size * 1.5, bottom],
    [lowest, 1],
    silhouettes,
  );

  const film: DrawnFilm = {
    width,
    height,
    duration,
    beats,
    marks: [
      {
        name: "title",
        geometry: textOutline(
          fitText(title, size * 1.15, width - 2 * size),
          size,
          size * 1.2 + capHeight(size) / 2,
          size * 1.15,
        ),
        fill: "ink",
      },
      ...panel("inertia", upper.view, size),
      ...drawnCurve(upper, beats, first, colors[0], size),
      ...(knee
        ? callout(
          `knee at k = ${knee.k}`,
          [knee.k, Math.min(knee.inertia, Number.MAX_VALUE)],
          upper.view,
          drawn,
          size,
        )
        : []),
      ...panel("mean silhouette", lower.view, size),
      ...drawnCurve(lower, beats, first, colors[1], size),
      ...(peak
        ? callout(`highest at k = ${peak.k}`, [peak.k, peak.silhouette], lower.view, drawn, size)
        : []),
      ...kTexts(lower.view, first, last, size),
    ],
    theme: "auto",
    title,
    description: [
      `Inertia and mean silhouette of K-means for k from ${first} to ${last}`,
      ...(knee ? [`the inertia has its knee at k = ${knee.k}`] : []),
      ...(peak ? [`the silhouette is highest at k = ${peak.k}`] : []),
    ].join("; ") + ".",
  };
  return film;
}

interface Curve {
  readonly view: View;
  readonly values: readonly (readonly [k: number, value: number])[];
}

/** The name of a panel, its grid lines and their values. */
function panel(
  name: string,
  { box: [left, top, right, bottom], y }: View,
  size: number,
): MovingMark[] {
  const small = size * 0.8;
  const ticks = ticksOf(y.range, Math.max(1, Math.floor((bottom - top) / (small * 3))));
  const lines = ticks.flatMap((value) => [left, y.pixel(value), right, y.pixel(value)]);
  return [
    {
      name: "grid",
      geometry: new Segments(Float64Array.from(lines)),
      stroke: "faint",
      width: 0.5,
      cap: "butt",
    },
    { name: "panel", geometry: textOutline(name, left, top - small * 0.9, small), fill: "soft" },
    ...tickTexts(ticks).map((text, i): MovingMark => ({
      name: "tick",
      geometry: textOutline(
        text,
        left - small * 0.7,
        y.pixel(ticks[i]) + capHeight(small) / 2,
        small,
        "end",
      ),
      fill: "soft",
    })),
  ];
}

/** A curve that is drawn from one k to the next, with a dot at each. */
function drawnCurve(
  { view, values }: Curve,
  beats: readonly Beat[],
  first: number,
  color: Paint,
  size: number,
): MovingMark[] {
  if (values.length === 0) return [];
  const pixels = view.pixels(Float64Array.from(values.flat()));
  // Silhouettes begin at k = 2: with one cluster there is none.
  const skipped = values[0][0] - first;
  const updates = beats.filter(({ kind, iteration }) => kind === "update" && iteration > skipped)
    .map((beat) => ({ ...beat, iteration: beat.iteration - skipped }));
  const dots = values.map(([k], i): MovingMark => {
    const { start, end } = beats[Math.max(0, k - first)];
    return {
      name: "dot",
      geometry: new Stamps(pixels.slice(2 * i, 2 * i + 2)),
      stroke: color,
      width: new Timeline(0).jump(k === first ? start + FIRST_DOT : end, size * 0.5).done(),
    };
  });
  return [
    {
      name: "curve",
      geometry: new Polyline(pixels),
      stroke: color,
      width: size * 0.16,
      ...drawnAlong(lengthsAlong(pixels), updates),
    },
    ...dots,
  ];
}

/** A ring around a value with a text beside it, shown from a time on. */
function callout(
  text: string,
  [k, value]: Point,
  view: View,
  time: number,
  size: number,
): MovingMark[] {
  const x = view.x.pixel(k);
  const y = view.y.pixel(value);
  const [, , right] = view.box;
  const at = new Stamps(Float64Array.of(x, y));
  const room = size * 1.1 + textWidth(text, size);
  const isLeft = x + room > right;
  const shown = (width: number) => new Timeline(0).jump(time, width).done();
  return [
    { name: "mark", geometry: at, stroke: "ink", width: shown(size * 1.15) },
    { name: "mark", geometry: at, stroke: "paper", width: shown(size * 0.9) },
    { name: "mark", geometry: at, stroke: "ink", width: shown(size * 0.5) },
    {
      name: "mark-text",
      geometry: textOutline(
        text,
        isLeft ? x - size * 0.6 : x + size * 0.6,
        y - size * 0.8,
        size,
        isLeft ? "end" : "start",
      ),
      fill: "ink",
      opacity: new Timeline(0).jump(time, 1).done(),
    },
  ];
}

/** The labels of k below the panels: every one, or as many as there is room for. */
function kTexts(
  { box: [, , right, bottom], x }: View,
  first: number,
  last: number,
  size: number,
): MovingMark[] {
  const small = size * 0.8;
  const baseline = bottom + small * 1.7;
  const room = (x.pixel(last) - x.pixel(first)) / (textWidth(String(last), small) + small);
  const every = Math.max(1, Math.ceil((last - first + 1) / room));
  const ks = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((k) => (k - first) % every === 0);
  return [
    ...ks.map((k): MovingMark => ({
      name: "tick",
      geometry: textOutline(String(k), x.pixel(k), baseline, small, "middle"),
      fill: "soft",
    })),
    {
      name: "axis-name",
      geometry: textOutline("number of clusters k", right, baseline + small * 1.5, small, "end"),
      fill: "ink",
    },
  ];
}
