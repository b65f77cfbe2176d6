import { type Init, INITS } from "../../kmeans/starts/inits.ts";
import type { Recipe } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";

/** What is to be known of how a run began. */
export interface Start {
  /** Whether the centroids were picked one after another, by their distances. */
  readonly isPickedByDistance: boolean;
  /** How many there are. */
  readonly k: number;
}

/** How long a start lasts in which all centroids are drawn at once, in milliseconds. */
const AT_ONCE = 1000;
/** How long all picks by distance may take together, and each of them at the most. */
const ALL_PICKS = 3000;
const SLOWEST_PICK = 500;
/** What passes before the first pick by distance and after the last one. */
const REST = 500;

/** Whether a run began with centroids that were picked one after another, by their distances. */
export function isPickedByDistance({ init }: Recipe): boolean {
  const name = String(init);
  return Object.hasOwn(INITS, name) && INITS[name as Init].byDistance;
}

/** How long the start of a film lasts, in milliseconds. */
export function startTime(story: Start): number {
  return story.isPickedByDistance ? 2 * REST + pause(story) * story.k : AT_ONCE;
}

/** When each centroid appears in the first beat, in milliseconds. */
export function pickTimes(
  story: Start,
  { start, end }: Beat,
): number[] {
  const [first, every] = story.isPickedByDistance
    ? [
      start + (end - start) * REST / startTime(story),
      (end - start) * pause(story) / startTime(story),
    ]
    : [start + 100, (end - start) * 0.6 / story.k];
  return Array.from({ length: story.k }, (_, i) => Math.round((first + every * i) / 50) * 50);
}

function pause({ k }: Pick<Start, "k">): number {
  return Math.min(SLOWEST_PICK, ALL_PICKS / k);
}
