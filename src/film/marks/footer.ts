import type { Trace } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";
import { captionMarks, captionOf, captionWidth } from "./caption.ts";
import { chartMarks } from "./chart.ts";
import type { Figures } from "../scene/film.ts";
import type { MovingMark } from "../scene/mark.ts";
import { notesOf } from "../run/notes.ts";
import type { Owners } from "../run/owners.ts";
import { areByDistance } from "./picks.ts";
import { capHeight, textWidth } from "../scene/text.ts";

/** The line below the picture. */
export interface Footer {
  /** The width and height of the whole film, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The height of the line, in pixels. */
  readonly line: number;
  /** The size of text, in pixels. */
  readonly size: number;
  readonly caption: boolean;
  readonly chart: boolean;
}

/** The caption on the left and the chart on the right, each where there is room for it. */
export function footerMarks(
  trace: Trace,
  figures: readonly Figures[],
  owns: Owners,
  beats: readonly Beat[],
  footer: Footer,
): MovingMark[] {
  const { width, height, line, size } = footer;
  const margin = size;
  const baseline = height - line / 2 + capHeight(size) / 2;
  const start = areByDistance(trace) ? String(trace.recipe.init) : "start";
  const caption = footer.caption
    ? [notesOf(trace, figures, owns), () => []]
      .map((notes) => captionOf(beats, trace.converged, start, notes))
      .find((caption) => captionWidth(caption, size) <= width - 2 * margin)
    : undefined;
  const taken = caption ? captionWidth(caption, size) + margin : 0;
  const room = width - taken - textWidth("inertia", size) - 3 * margin;
  const chartWidth = Math.min(width * 0.22, room);
  const box = [
    width - margin - chartWidth,
    height - line * 0.78,
    width - margin,
    baseline,
  ] as const;
  return [
    ...(caption ? captionMarks(beats, caption, margin, baseline, size) : []),
    ...(footer.chart && chartWidth > size * 3
      ? chartMarks(figures.map(({ inertia }) => inertia), beats, box, size)
      : []),
  ];
}
