import type { MovingMark } from "../scene/mark.ts";
import { capHeight, fitText, textOutline } from "../scene/text.ts";

/**
 * The heading above the picture.
 *
 * @param title The text; one that is too long is cut.
 * @param width The width of the picture, in pixels.
 * @param line The height of the line it stands in, in pixels.
 * @param size The size of the text, in pixels.
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
