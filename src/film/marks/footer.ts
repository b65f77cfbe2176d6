import type { Stage } from "../run/stage.ts";
import type { Story } from "../run/story.ts";
import type { Beat } from "../scene/beats.ts";
import type { Box } from "../scene/geometry.ts";
import type { MovingMark } from "../scene/mark.ts";
import { capHeight, textWidth } from "../scene/text.ts";
import { captionMarks, captionOf, captionWidth } from "./caption.ts";
import { chartMarks } from "./chart.ts";

/** The line below the picture: where it lies, and what it is asked to hold. */
export interface Footer {
  /** Where it lies, in pixels. */
  readonly box: Box;
  readonly hasCaption: boolean;
  readonly hasChart: boolean;
}

/** How wide the chart is at most, as a share of the picture. */
const CHART_WIDTH = 0.22;
/** How high the chart is, as a share of the line, from its bottom up. */
const CHART_TOP = 0.78;
/** How wide the chart must be to be drawn at all, in sizes of the text. */
const LEAST_CHART = 3;

/**
 * The caption on the left and the chart on the right, each where there is room for it. A caption
 * that is too long is told without its notes, then not at all.
 */
export function footerMarks(
  story: Story,
  { text: size }: Stage,
  beats: readonly Beat[],
  { box: [left, top, right, bottom], hasCaption, hasChart }: Footer,
): MovingMark[] {
  const [width, line, margin] = [right - left, bottom - top, size];
  const baseline = bottom - line / 2 + capHeight(size) / 2;
  const caption = hasCaption
    ? [true, false].map((hasNotes) => captionOf(story, beats, hasNotes))
      .find((caption) => captionWidth(caption, size) <= width - 2 * margin)
    : undefined;
  const taken = caption ? captionWidth(caption, size) + margin : 0;
  const room = width - taken - textWidth("inertia", size) - 3 * margin;
  const chartWidth = Math.min(width * CHART_WIDTH, room);
  const box = [
    right - margin - chartWidth,
    bottom - line * CHART_TOP,
    right - margin,
    baseline,
  ] as const;
  return [
    ...(caption ? captionMarks(beats, caption, margin, baseline, size) : []),
    ...(hasChart && chartWidth > size * LEAST_CHART ? chartMarks(story, beats, box, size) : []),
  ];
}
