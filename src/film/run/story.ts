import type { Course } from "../../trace/course.ts";
import { courseOf } from "../../trace/kept_steps.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Beat } from "../scene/beats.ts";
import type { Figures } from "../scene/film.ts";
import { ending } from "./ending.ts";
import { figuresOf } from "./figures.ts";
import { historiesOf, type History } from "./histories.ts";
import { notesOf } from "./caption_notes.ts";
import { type Occupancy, occupancyOf } from "./occupancy.ts";
import { isPickedByDistance } from "./start_times.ts";

/** Of more points than these, marks overlap until nobody can tell them apart. */
const MOST_MARKS = 10_000;

/**
 * What happened in a run, as far as a film tells it: nothing of it knows where anything is drawn. It
 * is worked out once a film, and handed to every mark.
 */
export class Story {
  /** The clusters of all points in the course of the run. */
  readonly course: Course;
  /** How many clusters there are at first. */
  readonly k: number;
  /** Whether there are so many points that they are drawn as one cloud. */
  readonly isCrowd: boolean;
  /** Whether the first centroids were picked one after another, by their distances. */
  readonly isPickedByDistance: boolean;
  /** What each iteration comes to, 0 first. */
  readonly figures: readonly Figures[];
  /** Tells whether a cluster has points in an iteration. */
  readonly hasPoints: Occupancy;
  /** What is worth telling of a beat, in parts. */
  readonly notes: (beat: Beat) => readonly string[];
  #histories: readonly History[] | undefined;

  /** @param trace The run. */
  constructor(readonly trace: Trace) {
    const { points, steps, recipe } = trace;
    this.course = courseOf(steps);
    this.k = steps[0].clusters.length;
    this.isCrowd = points.rows > MOST_MARKS;
    this.isPickedByDistance = isPickedByDistance(recipe);
    this.figures = figuresOf(steps, this.course);
    this.hasPoints = occupancyOf(this.course, this.k);
    this.notes = notesOf(trace, this.figures, this.hasPoints);
  }

  /** The points by their whole history of clusters; worked out when it is first asked for. */
  get histories(): readonly History[] {
    return this.#histories ??= historiesOf(this.course, this.k);
  }

  /** How the run ended after some iterations, in words. */
  endingAfter(iterations: number): string {
    return ending(iterations, this.trace.converged);
  }
}
