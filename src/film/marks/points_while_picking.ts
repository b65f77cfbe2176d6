import { safeScaleOf, squaredDistance, times } from "../../kmeans/distance.ts";
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

/**
 * The sizes of points while centroids are picked, as shares of their usual size: the distance to
 * the nearest centroid picked is divided evenly into as many ranges, up to the farthest point's.
 */
const SIZES = [0.45, 0.85, 1.25, 1.65];
/** How long points take to their new sizes after a pick, in milliseconds. */
const RESIZING = 250;
/** How long before the start is over all points have their usual size again, in milliseconds. */
const REST = 50;

/**
 * The points while centroids are picked by distance. After each pick they are the larger, the
 * farther they are from the nearest centroid picked: the likelier they are to be picked next.
 */
export function pointsWhilePicking(
  story: Story,
  { points, dot }: Stage,
  [start]: readonly Beat[],
): MovingMark[] {
  const times = pickTimes(story, start);
  const groups = Map.groupBy(
    sizesOf(story.trace).map((sizes, i) => [sizes, i] as const),
    ([sizes]) => sizes,
  );
  return [...groups].map(([sizes, members]) => {
    const width = new Timeline(dot);
    times.forEach((time, pick) => {
      const next = times[pick + 1] ?? start.end - REST;
      const size = pick + 1 < times.length ? SIZES[Number(sizes[pick])] : 1;
      width.move(time, Math.min(next, time + RESIZING), dot * size);
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

/**
 * For each point a digit for each pick but the last: the index of its size after that pick. Points
 * with the same digits change size together, and are one mark.
 */
function sizesOf({ points: own, steps }: Trace): string[] {
  const scale = safeScaleOf(own);
  const [points, centroids] = [own, steps[0].centroids].map((matrix) => times(matrix, scale));
  const sizes = new Array<string>(points.rows).fill("");
  const nearest = new Float64Array(points.rows).fill(Infinity);
  for (let pick = 0; pick + 1 < centroids.rows; pick++) {
    let farthest = 0;
    for (let i = 0; i < points.rows; i++) {
      nearest[i] = Math.min(nearest[i], squaredDistance(points, i, centroids, pick));
      farthest = Math.max(farthest, nearest[i]);
    }
    for (let i = 0; i < points.rows; i++) {
      const share = farthest > 0 ? Math.sqrt(nearest[i] / farthest) : 0;
      sizes[i] += Math.min(SIZES.length - 1, Math.floor(share * SIZES.length)) || 0;
    }
  }
  return sizes;
}
