import { type Init, INITS } from "../../kmeans/starts/inits.ts";
import { squaredDistance } from "../../kmeans/distance.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";
import { Stamps } from "../scene/geometry.ts";
import type { MovingMark } from "../scene/mark.ts";
import { UNASSIGNED } from "../colors/palette.ts";
import { gather } from "./points.ts";
import { Timeline } from "../scene/track.ts";

/** How long a start lasts that picks at once, in milliseconds. */
const AT_ONCE = 1000;
/** How long all picks by distance may take together, and one of them. */
const ALL = 3000;
const SLOWEST = 500;
/** What passes before the first pick and after the last one. */
const REST = 500;
/** The size of a point by its distance from the nearest centroid picked, beside its usual one. */
const SIZES = [0.45, 0.85, 1.25, 1.65];

/** Whether centroids are picked one after another, by distance. */
export function areByDistance({ recipe }: Trace): boolean {
  const init = String(recipe.init);
  return Object.hasOwn(INITS, init) && INITS[init as Init].byDistance;
}

/** How long the start of a film lasts, in milliseconds. */
export function startTime(trace: Trace): number {
  return areByDistance(trace) ? 2 * REST + pause(trace) * trace.steps[0].centroids.rows : AT_ONCE;
}

/** When each centroid appears. */
export function pickTimes(trace: Trace, { start, end }: Beat): number[] {
  const k = trace.steps[0].centroids.rows;
  const [first, every] = areByDistance(trace)
    ? [
      start + (end - start) * REST / startTime(trace),
      (end - start) * pause(trace) / startTime(trace),
    ]
    : [start + 100, (end - start) * 0.6 / k];
  return Array.from({ length: k }, (_, i) => Math.round((first + every * i) / 50) * 50);
}

function pause({ steps }: Trace): number {
  return Math.min(SLOWEST, ALL / steps[0].centroids.rows);
}

/**
 * The points while centroids are picked by distance: after each pick the larger the farther they
 * are from the nearest centroid picked, as the next pick is the likelier to be one of them.
 *
 * @param trace The run.
 * @param pixels Where the points are.
 * @param start The beat in which it happens.
 * @param times When each centroid is picked.
 * @param diameter The usual size of a point.
 */
export function weightMarks(
  trace: Trace,
  pixels: Float64Array,
  start: Beat,
  times: readonly number[],
  diameter: number,
): MovingMark[] {
  const groups = new Map<string, number[]>();
  const levels = levelsOf(trace);
  levels.forEach((level, i) => {
    const group = groups.get(level);
    if (group) group.push(i);
    else groups.set(level, [i]);
  });
  return [...groups].map(([level, members]) => {
    const width = new Timeline(diameter);
    times.forEach((time, pick) => {
      const next = times[pick + 1] ?? start.end - 50;
      const size = pick + 1 < times.length ? SIZES[Number(level[pick])] : 1;
      width.move(time, Math.min(next, time + 250), diameter * size);
    });
    width.jump(start.end, 0);
    return {
      name: "points",
      geometry: new Stamps(gather(pixels, Uint32Array.from(members))),
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
