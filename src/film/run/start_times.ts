import { type Init, INITS } from "../../kmeans/starts/inits.ts";
import type { Recipe } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";

/** How the centroids of a run were chosen, as far as the start of a film shows it. */
export interface Start {
  /** Whether the centroids were picked one after another, by their distances. */
  readonly isPickedByDistance: boolean;
  /** How many centroids there are. */
  readonly k: number;
}

/** How long the start lasts unless centroids are picked by distance, in milliseconds. */
const SHORT_START = 1000;
/** When the first centroid appears in it, in milliseconds. */
const FIRST = 100;
/** The share of it in which all centroids appear, one after another. */
const APPEARING = 0.6;
/** How long all picks by distance take together at most, in milliseconds. */
const ALL_PICKS = 3000;
/** How long each pick by distance takes at most, in milliseconds. */
const SLOWEST_PICK = 500;
/**
 * How long nothing happens before the first pick by distance and after the last, in milliseconds.
 */
const REST = 500;
/** Centroids appear at multiples of this many milliseconds, where most frame rates have a frame. */
const GRID = 50;

/** Whether a run began with centroids that were picked one after another, by their distances. */
export function isPickedByDistance({ init }: Recipe): boolean {
  const name = String(init);
  return Object.hasOwn(INITS, name) && INITS[name as Init].byDistance;
}

/** How long the start of a film lasts, in milliseconds. */
export function startTime(story: Start): number {
  return story.isPickedByDistance ? 2 * REST + pickTime(story) * story.k : SHORT_START;
}

/**
 * When each centroid appears, in milliseconds. A start of another length is told faster or slower.
 */
export function pickTimes(
  story: Start,
  { start, end }: Beat,
): number[] {
  const [first, every] = story.isPickedByDistance
    ? [
      start + (end - start) * REST / startTime(story),
      (end - start) * pickTime(story) / startTime(story),
    ]
    : [start + FIRST, (end - start) * APPEARING / story.k];
  return Array.from({ length: story.k }, (_, i) => Math.round((first + every * i) / GRID) * GRID);
}

/** How long one pick by distance takes, in milliseconds. */
function pickTime({ k }: Pick<Start, "k">): number {
  return Math.min(SLOWEST_PICK, ALL_PICKS / k);
}
