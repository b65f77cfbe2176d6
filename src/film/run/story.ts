import type { Course } from "../../trace/course.ts";
import { courseOf } from "../../trace/kept_steps.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";
import type { Figures } from "../scene/figures.ts";
import { ending } from "./ending.ts";
import { figuresOf } from "./figures.ts";
import { historiesOf, type History } from "./histories.ts";
import { notesOf } from "./caption_notes.ts";
import { type Occupancy, occupancyOf } from "./occupancy.ts";
import { isPickedByDistance } from "./start_times.ts";

/**
 * How many points are drawn one by one at most. More would overlap so much that they could not be
 * told apart, and a file would be large and slow.
 */
const MOST_MARKS = 10_000;

/**
 * What happens in a run, as far as a film tells it; where it is drawn is on the stage. It is made
 * once a film and given to every mark.
 */
export class Story {
  /** The cluster of each point, in every step. */
  readonly assignments: Course;
  /** How many clusters there are in step 0. */
  readonly k: number;
  /** Whether there are so many points that they are drawn as one cloud. */
  readonly isCrowd: boolean;
  /** Whether the first centroids were picked one after another, by their distances. */
  readonly isPickedByDistance: boolean;
  /** The figures of each iteration, 0 first. */
  readonly figures: readonly Figures[];
  /** Tells whether a cluster has points in an iteration. */
  readonly hasPoints: Occupancy;
  /** What a caption notes of a beat, in parts that change on their own. */
  readonly notes: (beat: Beat) => readonly string[];
  #histories: readonly History[] | undefined;

  /** @param trace The run. */
  constructor(readonly trace: Trace) {
    const { points, steps, recipe } = trace;
    this.assignments = courseOf(steps);
    this.k = steps[0].clusters.length;
    this.isCrowd = points.rows > MOST_MARKS;
    this.isPickedByDistance = isPickedByDistance(recipe);
    this.figures = figuresOf(steps, this.assignments);
    this.hasPoints = occupancyOf(this.assignments, this.k);
    this.notes = notesOf(trace, this.figures, this.hasPoints);
  }

  /** The points by their history of clusters: computed when first asked for, as clouds do not. */
  get histories(): readonly History[] {
    return this.#histories ??= historiesOf(this.assignments, this.k);
  }

  /** How the run ended after some iterations, in words. */
  endingAfter(iterations: number): string {
    return ending(iterations, this.trace.converged);
  }
}
