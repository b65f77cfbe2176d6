import type { Beat } from "../scene/beats.ts";
import { Stamps } from "../scene/geometry.ts";
import type { MovingMark, Paint, Point } from "../scene/mark.ts";
import type { Stage } from "../run/stage.ts";
import { pickTimes } from "../run/start_times.ts";
import type { Story } from "../run/story.ts";
import { dotOf, shapeOf } from "./mark_shapes.ts";
import { type Animated, Timeline } from "../scene/track.ts";

/** The widths of the discs, the largest at the back, as shares of the diameter of a centroid. */
const [HALO, RING, INSIDE, FILLING] = [1.55, 1.25, 1.02, 0.82];
/** The size of a shape inside the ring, likewise. */
const SHAPE = 0.5;

const ORIGIN = new Stamps(new Float64Array(2));

/**
 * The centroids: they appear one after another during the start, glide to their means in each
 * update, and vanish in the update that drops them. Each is a disc in its cluster's colour with a
 * ring around it, on a halo in the colour of the background that keeps it apart from the points.
 * The ring of a cluster without points is empty.
 */
export function centroidMarks(
  story: Story,
  { paths, colors, centroid: diameter, hasShapes }: Stage,
  beats: readonly Beat[],
): MovingMark[] {
  const appears = pickTimes(story, beats[0]);
  const recolorings = story.recolorings(beats);
  const updates = beats.filter(({ kind }) => kind === "update");
  return paths.flatMap((path, i) => {
    const translate = new Timeline<Point>([path[0], path[1]]);
    updates.forEach(({ iteration, start, end }) => {
      const at = 2 * iteration;
      if (at < path.length) translate.move(start, end, [path[at], path[at + 1]]);
    });
    // A path ends with the last step its centroid is in: the update to the next drops it.
    const vanishes = updates[path.length / 2 - 1];
    const opacity = new Timeline(0).jump(appears[i], 1);
    if (vanishes) opacity.jump(vanishes.start, 0);
    const shared = { geometry: ORIGIN, translate: translate.done(), opacity: opacity.done() };
    const disc = (name: string, stroke: Paint, width: Animated<number>): MovingMark => ({
      name,
      ...shared,
      stroke,
      width,
    });
    const { stamp, reach, pen } = hasShapes
      ? shapeOf(i, diameter * SHAPE)
      : dotOf(diameter * FILLING);
    const filling = new Timeline(pen);
    recolorings.forEach(({ iteration, start, end }) => {
      // A centroid has as many places as steps that it is in; it is labelled by once more.
      if (2 * (iteration - 1) >= path.length) return;
      filling.move(start, end, story.hasPoints(i, iteration) ? pen : 0);
    });
    return [
      disc("halo", "paper", diameter * HALO),
      disc("centroid", "ink", diameter * RING),
      disc("centroid", "paper", diameter * INSIDE),
      {
        ...disc("centroid", colors[i], filling.done()),
        geometry: new Stamps(new Float64Array(2), stamp, reach),
      },
    ];
  });
}
