import type { MovingMark } from "../scene/mark.ts";
import { capHeight, fitText, textOutline } from "../scene/text.ts";

/**
 * The heading above the picture.
 *
 * @param title What it says; cut where it is too long.
 * @param width Of the picture, in pixels.
 * @param line The height of its line, in pixels.
 * @param size Of the text, in pixels.
 */
export function titleMark(title: string, width: number, line: number, size: number): MovingMark {
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
