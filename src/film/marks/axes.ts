import { type Box, Segments } from "../scene/geometry.ts";
import type { Stage } from "../run/stage.ts";
import type { MovingMark } from "../scene/mark.ts";
import { capHeight, fitText, textOutline, textWidth } from "../scene/text.ts";
import { ticksOf, tickTexts } from "./ticks.ts";
import { type Axis, type Range, View } from "../scene/view.ts";

/** The size of tick labels, as a share of that of other text. */
const TICK_TEXT = 0.8;
/** The length of a tick. This and what follows are shares of the size of tick labels. */
const TICK = 0.35;
/** The gap between a tick of the y axis and its label. */
const LABEL_GAP = 0.4;
/** From the end of a tick of the x axis down to the baseline of its label. */
const X_LABEL_DROP = 1.1;
/** From the upper end of the y axis up to the baseline of its name. */
const Y_NAME_RISE = 0.7;
/** The room above the view, for the name of the y axis, and below it, for labels and a name. */
const ROOM_ABOVE_AND_BELOW = 2.2;
/** The room to the left of the view, beside the widest label. */
const ROOM_LEFT = 1.4;
/** The height that each tick of the y axis is given at least. */
const Y_TICK_HEIGHT = 3;
/** The gap between the labels of the x axis at least. */
const X_LABEL_GAP = 2;
/** At most this many intervals divide an axis: more would be hard to read. */
const MOST_BINS = 9;
/**
 * How wide labels of the x axis are depends on the ticks, how many ticks there is room for on how
 * wide labels are. Their width is judged from ticks for this number of intervals.
 */
const TRIAL_BINS = 3;

/**
 * A view that leaves room for axes around it: labels of ticks below and to the left, the names of
 * the features at the ends of the axes.
 *
 * @param box The room for the view and its axes, in pixels.
 * @param ranges The values at the edges of the view.
 * @param size The size of text, in pixels.
 * @param counts Whether y counts points, so that its ticks are whole numbers.
 */
export function viewWithAxes(
  [left, top, right, bottom]: Box,
  ranges: readonly [Range, Range],
  size: number,
  counts = false,
): View {
  const small = size * TICK_TEXT;
  const room = small * ROOM_ABOVE_AND_BELOW;
  const [above, below] = [top + room, bottom - room];
  const ticks = yTicks(ranges[1], below - above, small, counts);
  const widest = Math.max(0, ...tickTexts(ticks).map((text) => textWidth(text, small)));
  return new View([left + widest + small * ROOM_LEFT, above, right - small, below], ranges);
}

/** The axes around a view: lines, ticks and their labels, and the names of the features. */
export function axisMarks(
  { plane: { names, counts = false }, view, text: size }: Stage,
): MovingMark[] {
  const [left, top, right, bottom] = view.box;
  const small = size * TICK_TEXT;
  const tick = small * TICK;
  const x = ticksOf(view.x.range, xBins(view.x, small));
  const y = yTicks(view.y.range, bottom - top, small, counts);
  const ends = [
    ...x.flatMap((value) => [view.x.pixel(value), bottom, view.x.pixel(value), bottom + tick]),
    ...y.flatMap((value) => [left - tick, view.y.pixel(value), left, view.y.pixel(value)]),
    ...[left, bottom, right, bottom, left, top, left, bottom],
  ];
  const [xName, yName] = names.map((name) => fitText(name, small, (right - left) / 2));
  const nameLeft = right - textWidth(xName ?? "", small);
  const baseline = bottom + tick + small * X_LABEL_DROP;
  // A label that would touch the name of the axis is left out.
  const xTexts = tickTexts(x).flatMap((text, i) => {
    const middle = view.x.pixel(x[i]);
    const isClear = middle + textWidth(text, small) / 2 < nameLeft - small / 2;
    return isClear ? [textOutline(text, middle, baseline, small, "middle")] : [];
  });
  const yTexts = tickTexts(y).map((text, i) =>
    textOutline(
      text,
      left - tick - small * LABEL_GAP,
      view.y.pixel(y[i]) + capHeight(small) / 2,
      small,
      "end",
    )
  );
  return [
    {
      name: "axes",
      geometry: new Segments(Float64Array.from(ends)),
      stroke: "soft",
      width: Math.max(1.1, size * 0.07),
      cap: "butt",
    },
    ...[...xTexts, ...yTexts].map((geometry): MovingMark => ({
      name: "tick",
      geometry,
      fill: "soft",
    })),
    ...[
      xName && textOutline(xName, right, baseline, small, "end"),
      yName && textOutline(yName, left, top - small * Y_NAME_RISE, small),
    ].flatMap((geometry): MovingMark[] =>
      geometry ? [{ name: "axis-name", geometry, fill: "ink" }] : []
    ),
  ];
}

/** How many intervals the x axis has room for. */
function xBins(axis: Axis, small: number): number {
  const widest = Math.max(
    small,
    ...tickTexts(ticksOf(axis.range, TRIAL_BINS)).map((text) => textWidth(text, small)),
  );
  return binsIn((axis.to - axis.from) / (widest + small * X_LABEL_GAP));
}

function yTicks(range: Range, height: number, small: number, counts: boolean): number[] {
  const ticks = ticksOf(range, binsIn(height / (small * Y_TICK_HEIGHT)));
  return counts ? ticks.filter(Number.isInteger) : ticks;
}

/** How many intervals divide an axis that has room for some. */
function binsIn(room: number): number {
  return Math.max(1, Math.min(MOST_BINS, Math.floor(room)));
}
