import { type Box, Segments } from "../scene/geometry.ts";
import type { Stage } from "../run/stage.ts";
import type { MovingMark } from "../scene/mark.ts";
import { capHeight, fitText, textOutline, textWidth } from "../scene/text.ts";
import { ticksOf, tickTexts } from "./ticks.ts";
import { type Axis, type Range, View } from "../scene/view.ts";

/** The size of tick texts beside that of other text. */
const SMALL = 0.8;
/** How many tick texts of the usual width an axis has room for, for one that stands there. */
const SPARSE = 3;

/**
 * A view with room for axes around it: the values below and to the left, the names of the features
 * at the ends of the axes.
 *
 * @param box The room there is.
 * @param ranges What it shows.
 * @param size The size of text.
 * @param counts Whether y counts, in whole numbers.
 */
export function viewWithAxes(
  [left, top, right, bottom]: Box,
  ranges: readonly [Range, Range],
  size: number,
  counts = false,
): View {
  const small = size * SMALL;
  const [above, below] = [top + small * 2.2, bottom - small * 2.2];
  const rows = yTicks(ranges[1], below - above, small, counts);
  const widest = Math.max(0, ...tickTexts(rows).map((text) => textWidth(text, small)));
  return new View([left + widest + small * 1.4, above, right - small, below], ranges);
}

/** The ticks, their values and the names of the features, around a view. */
export function axisMarks(
  { plane: { names, counts = false }, view, text: size }: Stage,
): MovingMark[] {
  const [left, top, right, bottom] = view.box;
  const small = size * SMALL;
  const tick = small * 0.35;
  const x = ticksOf(view.x.range, xBins(view.x, small));
  const y = yTicks(view.y.range, bottom - top, small, counts);
  const ends = [
    ...x.flatMap((value) => [view.x.pixel(value), bottom, view.x.pixel(value), bottom + tick]),
    ...y.flatMap((value) => [left - tick, view.y.pixel(value), left, view.y.pixel(value)]),
    ...[left, bottom, right, bottom, left, top, left, bottom],
  ];
  const [xName, yName] = names.map((name) => fitText(name, small, (right - left) / 2));
  const nameLeft = right - textWidth(xName ?? "", small);
  const baseline = bottom + tick + small * 1.1;
  const xTexts = tickTexts(x).flatMap((text, i) => {
    const middle = view.x.pixel(x[i]);
    const isClear = middle + textWidth(text, small) / 2 < nameLeft - small / 2;
    return isClear ? [textOutline(text, middle, baseline, small, "middle")] : [];
  });
  const yTexts = tickTexts(y).map((text, i) =>
    textOutline(
      text,
      left - tick - small * 0.4,
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
      yName && textOutline(yName, left, top - small * 0.7, small),
    ].flatMap((geometry): MovingMark[] =>
      geometry ? [{ name: "axis-name", geometry, fill: "ink" }] : []
    ),
  ];
}

function xBins(axis: Axis, small: number): number {
  const widest = Math.max(
    small,
    ...tickTexts(ticksOf(axis.range, SPARSE)).map((text) => textWidth(text, small)),
  );
  return bins((axis.to - axis.from) / (widest + small * 2));
}

function yTicks(range: Range, height: number, small: number, counts: boolean): number[] {
  const ticks = ticksOf(range, bins(height / (small * 3)));
  return counts ? ticks.filter(Number.isInteger) : ticks;
}

function bins(room: number): number {
  return Math.max(1, Math.min(9, Math.floor(room)));
}
