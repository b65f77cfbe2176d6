import { squaredDistance } from "../../kmeans/distance.ts";
import type { Trace } from "../../trace/trace.ts";
import { UNASSIGNED } from "../colors/palette.ts";
import type { Stage } from "../run/stage.ts";
import { pickTimes } from "../run/start_times.ts";
import type { Story } from "../run/story.ts";
import type { Beat } from "../scene/beats.ts";
import { Stamps } from "../scene/geometry.ts";
import type { MovingMark } from "../scene/mark.ts";
import { Timeline } from "../scene/track.ts";
import { gather } from "./points.ts";

/** The size of a point by its distance from the nearest centroid picked, beside its usual one. */
const SIZES = [0.45, 0.85, 1.25, 1.65];

/**
 * The points while centroids are picked by distance: after each pick the larger the farther they
 * are from the nearest centroid picked, as the next pick is the likelier to be one of them.
 */
export function pointsWhilePicking(
  story: Story,
  { points, dot }: Stage,
  [start]: readonly Beat[],
): MovingMark[] {
  const times = pickTimes(story, start);
  const groups = Map.groupBy(
    levelsOf(story.trace).map((level, i) => [level, i] as const),
    ([level]) => level,
  );
  return [...groups].map(([level, members]) => {
    const width = new Timeline(dot);
    times.forEach((time, pick) => {
      const next = times[pick + 1] ?? start.end - 50;
      const size = pick + 1 < times.length ? SIZES[Number(level[pick])] : 1;
      width.move(time, Math.min(next, time + 250), dot * size);
    });
    width.jump(start.end, 0);
    return {
      name: "points",
      geometry: new Stamps(gather(points, Uint32Array.from(members, ([, i]) => i))),
      stroke: UNASSIGNED,
      width: width.done(),
    };
  });
}

/** For each point a figure a pick: how far the nearest centroid is then, as an index of the sizes. */
function levelsOf({ points, steps }: Trace): string[] {
  const { centroids } = steps[0];
  const levels = new Array<string>(points.rows).fill("");
  const nearest = new Float64Array(points.rows).fill(Infinity);
  for (let pick = 0; pick + 1 < centroids.rows; pick++) {
    let farthest = 0;
    for (let i = 0; i < points.rows; i++) {
      nearest[i] = Math.min(nearest[i], squaredDistance(points, i, centroids, pick));
      farthest = Math.max(farthest, nearest[i]);
    }
    for (let i = 0; i < points.rows; i++) {
      const share = farthest > 0 ? Math.sqrt(nearest[i] / farthest) : 0;
      levels[i] += Math.min(SIZES.length - 1, Math.floor(share * SIZES.length)) || 0;
    }
  }
  return levels;
}
