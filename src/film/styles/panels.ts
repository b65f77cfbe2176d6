import type { MovingMark, Point } from "../scene/mark.ts";
import { capHeight, fitText, textOutline } from "../scene/text.ts";
import { Track } from "../scene/track.ts";

/** Panels of one size, side by side and one below another. */
export interface Grid {
  /** How many panels are side by side. */
  readonly columns: number;
  /** The width and height of a panel, in pixels. */
  readonly panel: readonly [width: number, height: number];
  /** The size of text that suits a panel, in pixels. */
  readonly size: number;
}

/** The room for a heading above the panels, in pixels. */
export const HEADING = 28;
/** How many times as wide as high panels are to be. */
const ASPECT = 1.2;

/**
 * The grid that fills a picture with panels a little wider than high.
 *
 * @param count How many panels there are.
 * @param width The width of the picture, in pixels.
 * @param height The height of the picture, in pixels.
 * @param top Where the panels begin, in pixels from the top.
 */
export function gridOf(count: number, width: number, height: number, top: number): Grid {
  const columns = Math.max(
    1,
    Math.min(count, Math.round(Math.sqrt(count * width / height / ASPECT))),
  );
  const rows = Math.ceil(count / columns);
  return {
    columns,
    panel: [Math.floor(width / columns), Math.floor((height - top) / rows)],
    // Text of 14 pixels suits a panel of 480 by 360; less than 9 is hard to read.
    size: Math.max(9, 14 * Math.min(width / columns / 480, height / rows / 360)),
  };
}

/** Marks at another place, moving as before; those that shared a track share the moved one. */
export function movedBy(marks: readonly MovingMark[], dx: number, dy: number): MovingMark[] {
  const tracks = new Map<Track<Point>, Track<Point>>();
  const moved = ([x, y]: Point): Point => [x + dx, y + dy];
  return marks.map((mark) => {
    const { translate = [0, 0] } = mark;
    if (!(translate instanceof Track)) return { ...mark, translate: moved(translate as Point) };
    const track = tracks.get(translate) ??
      new Track(translate.keys.map((key) => ({ ...key, value: moved(key.value) })));
    tracks.set(translate, track);
    return { ...mark, translate: track };
  });
}

/** A line of text at the left of a panel, cut to its width, with its middle at a height. */
export function labelMark(
  text: string,
  left: number,
  middle: number,
  size: number,
  width: number,
): MovingMark {
  const fitted = fitText(text, size, width - 2 * size);
  return {
    name: "label",
    geometry: textOutline(fitted, left + size, middle + capHeight(size) / 2, size),
    fill: "ink",
  };
}
