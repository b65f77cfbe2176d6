import type { Stage } from "../run/stage.ts";
import type { Story } from "../run/story.ts";
import type { Beat } from "../scene/beats.ts";
import type { Box } from "../scene/geometry.ts";
import type { MovingMark } from "../scene/mark.ts";
import { capHeight, textWidth } from "../scene/text.ts";
import { captionMarks, captionOf, captionWidth } from "./caption.ts";
import { chartMarks } from "./chart.ts";

/** The line below the picture: where it is, and what it is asked to hold. */
export interface Footer {
  /** In pixels. */
  readonly box: Box;
  readonly hasCaption: boolean;
  readonly hasChart: boolean;
}

/** The caption on the left and the chart on the right, each where there is room for it. */
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
  const chartWidth = Math.min(width * 0.22, room);
  const box = [
    right - margin - chartWidth,
    bottom - line * 0.78,
    right - margin,
    baseline,
  ] as const;
  return [
    ...(caption ? captionMarks(beats, caption, margin, baseline, size) : []),
    ...(hasChart && chartWidth > size * 3 ? chartMarks(story, beats, box, size) : []),
  ];
}
