import type { Beat } from "../scene/beats.ts";
import { Polyline } from "../scene/geometry.ts";
import type { MovingMark } from "../scene/mark.ts";
import type { Stage } from "../run/stage.ts";
import type { Story } from "../run/story.ts";
import { drawnAlong, lengthsAlong } from "./drawn_line.ts";

/** How far a trail may stay behind its centroid, in pixels: as much as a centroid surely hides. */
const HIDDEN = 3;
/** Trails shorter than this many pixels are not drawn. */
const SHORTEST = 0.5;

/** The trails of the centroids, which grow as they move. */
export function trailMarks(
  _story: Story,
  { paths, colors, trail }: Stage,
  beats: readonly Beat[],
): MovingMark[] {
  const updates = beats.filter(({ kind }) => kind === "update");
  return paths.flatMap((path, i) => {
    const lengths = lengthsAlong(path);
    const total = lengths[lengths.length - 1];
    if (total < SHORTEST) return [];
    return [{
      name: "trail",
      geometry: new Polyline(path),
      stroke: colors[i],
      width: trail,
      ...drawnAlong(inLongSteps(lengths), updates),
    }];
  });
}

/**
 * Lengths that stay as they are until they have grown by more than {@link HIDDEN}: fewer values to
 * animate, and nobody sees it. The last is exact.
 */
function inLongSteps(lengths: readonly number[]): number[] {
  let shown = 0;
  return lengths.map((length, i) => {
    if (length - shown > HIDDEN || i === lengths.length - 1) shown = length;
    return shown;
  });
}
