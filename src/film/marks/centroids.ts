import type { Beat } from "../scene/beats.ts";
import { Stamps } from "../scene/geometry.ts";
import type { MovingMark, Paint, Point } from "../scene/mark.ts";
import type { Stage } from "../run/stage.ts";
import { pickTimes } from "../run/start.ts";
import type { Story } from "../run/story.ts";
import { dotOf, shapeOf } from "./mark_shapes.ts";
import { type Animated, Timeline } from "../scene/track.ts";

const ORIGIN = new Stamps(new Float64Array(2));

/**
 * The centroids: they appear one after another during the start, glide to their means in each
 * update, and vanish where the run drops them. Each is a disc in its cluster's colour with a ring
 * around it, on a halo that keeps it apart from the points; without points the ring is empty.
 */
export function centroidMarks(
  story: Story,
  { paths, colors, centroid: diameter, hasShapes }: Stage,
  beats: readonly Beat[],
): MovingMark[] {
  const appears = pickTimes(story, beats[0]);
  const assigns = beats.filter(({ kind }) => kind === "assign");
  const updates = beats.filter(({ kind }) => kind === "update");
  return paths.flatMap((path, i) => {
    const translate = new Timeline<Point>([path[0], path[1]]);
    updates.forEach(({ iteration, start, end }) => {
      const at = 2 * iteration;
      if (at < path.length) translate.move(start, end, [path[at], path[at + 1]]);
    });
    const vanishes = updates[path.length / 2 - 1];
    const seen = new Timeline(0).jump(appears[i], 1);
    if (vanishes) seen.jump(vanishes.start, 0);
    const together = { geometry: ORIGIN, translate: translate.done(), opacity: seen.done() };
    const disc = (name: string, stroke: Paint, width: Animated<number>): MovingMark => ({
      name,
      ...together,
      stroke,
      width,
    });
    const { stamp, reach, pen } = hasShapes ? shapeOf(i, diameter * 0.5) : dotOf(diameter * 0.82);
    const filling = new Timeline(pen);
    assigns.forEach(({ iteration, start, end }) => {
      if (2 * iteration >= path.length) return;
      filling.move(start, end, story.hasPoints(i, iteration) ? pen : 0);
    });
    return [
      disc("halo", "paper", diameter * 1.55),
      disc("centroid", "ink", diameter * 1.25),
      disc("centroid", "paper", diameter * 1.02),
      {
        ...disc("centroid", colors[i], filling.done()),
        geometry: new Stamps(new Float64Array(2), stamp, reach),
      },
    ];
  });
}
