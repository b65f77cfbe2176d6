import type { MovingMark, Point } from "../scene/mark.ts";
import { capHeight, fitText, textOutline } from "../scene/text.ts";
import { Track } from "../scene/track.ts";

/** Cells of one size, side by side and one below another. */
export interface Grid {
  readonly columns: number;
  /** The width and height of a cell, in pixels. */
  readonly cell: readonly [width: number, height: number];
  /** The size of text that suits a cell. */
  readonly size: number;
}

/** The grid that fills a picture, below `top`, with cells a little wider than high. */
export function gridOf(count: number, width: number, height: number, top: number): Grid {
  const columns = Math.max(1, Math.min(count, Math.round(Math.sqrt(count * width / height / 1.2))));
  const rows = Math.ceil(count / columns);
  return {
    columns,
    cell: [Math.floor(width / columns), Math.floor((height - top) / rows)],
    size: Math.max(9, 14 * Math.min(width / columns / 480, height / rows / 360)),
  };
}

/** Marks at another place, moving as they did; those that moved together still do. */
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

/** A line of text in a cell, its middle at a height. */
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
