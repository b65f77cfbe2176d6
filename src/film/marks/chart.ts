import type { Story } from "../run/story.ts";
import type { Beat } from "../scene/beats.ts";
import { type Box, Polyline, Stamps } from "../scene/geometry.ts";
import type { MovingMark, Point } from "../scene/mark.ts";
import { textOutline } from "../scene/text.ts";
import { Timeline } from "../scene/track.ts";
import { drawnAlong, lengthsAlong } from "./drawn_line.ts";

/**
 * The inertia as a curve over the time of the film, from its least at the bottom to its largest at
 * the top. It grows at the end of each update, with a dot at its head; an inertia that never
 * changes, or is too large for a number, is a line at the bottom.
 */
export function chartMarks(
  { figures }: Story,
  beats: readonly Beat[],
  [left, top, right, bottom]: Box,
  size: number,
): MovingMark[] {
  const inertias = figures.map(({ inertia }) => inertia);
  const duration = beats[beats.length - 1].end;
  const updates = beats.filter(({ kind }) => kind === "update");
  const low = inertias.reduce((a, b) => Math.min(a, b));
  const high = inertias.reduce((a, b) => Math.max(a, b));
  const curve = [beats[0], ...updates].flatMap(({ end }, i) => [
    left + (right - left) * end / duration,
    Number.isFinite(high) && high > low
      ? bottom - (bottom - top) * ((inertias[i] - low) / (high - low))
      : bottom,
  ]);
  const head = new Timeline<Point>([curve[0], curve[1]]);
  updates.forEach(({ iteration, end }) =>
    head.jump(end, [curve[2 * iteration], curve[2 * iteration + 1]])
  );
  const appears = beats[0].end;
  return [
    {
      name: "chart-label",
      geometry: textOutline("inertia", left - size * 0.6, bottom, size, "end"),
      fill: "soft",
    },
    {
      name: "chart-axis",
      geometry: new Polyline([left, bottom, right, bottom]),
      stroke: "faint",
      width: 0.6,
    },
    {
      name: "chart-line",
      geometry: new Polyline(curve),
      stroke: "soft",
      width: size * 0.12,
      ...drawnAlong(lengthsAlong(curve), updates.map((beat) => ({ ...beat, start: beat.end }))),
    },
    {
      name: "chart-head",
      geometry: new Stamps(new Float64Array(2)),
      stroke: "ink",
      width: new Timeline(0).jump(appears, size * 0.4).done(),
      translate: head.done(),
    },
  ];
}
