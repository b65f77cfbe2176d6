import type { Box } from "./geometry.ts";

/** A range of values, both finite. */
export type Range = readonly [low: number, high: number];

/**
 * Ranges below this are so narrow that halves of their values are rounded, and those of up to twice
 * the least number to nothing.
 */
const NARROW = 2 ** -1000;

/** One axis of a view: which values it shows, and where. */
export class Axis {
  /** What values are multiplied by before they are subtracted: a power of two, which rounds none. */
  readonly #scale: number;

  /**
   * Maps values to pixels.
   *
   * @param range The values at the two ends.
   * @param from The pixel of the low end.
   * @param to The pixel of the high end.
   */
  constructor(readonly range: Range, readonly from: number, readonly to: number) {
    // Halves keep the width of the range from overflowing.
    this.#scale = widthOf(range) < NARROW ? 1 / NARROW : 0.5;
  }

  /** The pixel of a value. */
  pixel(value: number): number {
    const scale = this.#scale;
    const [low, high] = [this.range[0] * scale, this.range[1] * scale];
    return this.from + (value * scale - low) / (high - low) * (this.to - this.from);
  }

  /** The value at a pixel. */
  value(pixel: number): number {
    const scale = this.#scale;
    const [low, high] = [this.range[0] * scale, this.range[1] * scale];
    return (low + (pixel - this.from) / (this.to - this.from) * (high - low)) / scale;
  }
}

/** A rectangle of the picture that shows a rectangle of the plane. */
export class View {
  /** The horizontal axis, from left to right. */
  readonly x: Axis;
  /** The vertical axis, from the bottom up. */
  readonly y: Axis;

  /**
   * Maps a rectangle of the plane to one of the picture.
   *
   * @param box The rectangle of the picture, in pixels.
   * @param ranges The values at its edges; y grows upwards.
   */
  constructor(readonly box: Box, ranges: readonly [x: Range, y: Range]) {
    this.x = new Axis(ranges[0], box[0], box[2]);
    this.y = new Axis(ranges[1], box[3], box[1]);
  }

  /** Places of the plane, x and y alternating, as pixels. */
  pixels(places: Float64Array): Float64Array {
    return places.map((value, i) => (i & 1 ? this.y : this.x).pixel(value));
  }
}

/** How wide a range is; `Infinity` where no number is that large. */
export function widthOf([low, high]: Range): number {
  return high - low;
}

/** The range of the x values of places, at offset 0, or of their y values, at offset 1. */
export function rangeOf(places: Iterable<Float64Array>, offset: 0 | 1): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const values of places) {
    for (let i = offset; i < values.length; i += 2) {
      if (values[i] < low) low = values[i];
      if (values[i] > high) high = values[i];
    }
  }
  return [low, high];
}

/**
 * A range with a margin at both ends, each a share of its width. A range of a single value gets a
 * thousandth of that value, so that it is never empty; all stays finite.
 */
export function padded([low, high]: Range, share: number): Range {
  const wide = widthOf([low, high]);
  const half = wide > 0
    ? Math.max(wide * share, Number.MIN_VALUE)
    : Math.max(Math.abs(low) * 1e-3, 1e-307);
  const limit = (value: number) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
  return [limit(low - half), limit(high + half)];
}

/** How often a view is fitted anew, as its box depends on its ranges: by then it changes no more. */
const FITS = 4;

/**
 * The view that shows some ranges, wider where it must be for a unit of y to be drawn `aspect` times
 * as long as one of x.
 *
 * @param fit Makes a view of ranges, with room around it for what stands beside them.
 * @param aspect The proportion; `undefined` where the ranges fill the picture.
 */
export function inProportion(
  fit: (ranges: readonly [x: Range, y: Range]) => View,
  ranges: readonly [x: Range, y: Range],
  aspect: number | undefined,
): View {
  let view = fit(ranges);
  if (aspect === undefined) return view;
  for (let i = 0; i < FITS; i++) view = fit(widened(ranges, view.box, aspect));
  return new View(view.box, widened(ranges, view.box, aspect));
}

function widened(
  [x, y]: readonly [x: Range, y: Range],
  [left, top, right, bottom]: Box,
  aspect: number,
): readonly [x: Range, y: Range] {
  const unit = Math.min((right - left) / widthOf(x), (bottom - top) / widthOf(y) / aspect);
  const wide = ([low, high]: Range, width: number): Range => {
    const more = (width - (high - low)) / 2;
    return more > 0 ? [low - more, high + more] : [low, high];
  };
  const wider = [wide(x, (right - left) / unit), wide(y, (bottom - top) / unit / aspect)] as const;
  // Of values as large as numbers can be there is nothing wider.
  return wider.every((range) => Number.isFinite(widthOf(range))) ? wider : [x, y];
}
