import type { Clusterings } from "../../trace/course.ts";
import { finalClusters } from "../../trace/final_clusters.ts";
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

/** How long points take at the end to get the labels of the last centroids, in milliseconds. */
const SETTLING = 500;

/**
 * What happens in a run, as far as a film tells it; where it is drawn is on the stage. It is made
 * once a film and given to every mark.
 */
export class Story {
  /** The cluster of each point, in every step. */
  readonly assignments: Clusterings;
  /**
   * The same, and then those that the last centroids give, which are others where a run did not
   * converge: a film ends with them.
   */
  readonly shown: Clusterings;
  /** How many clusters there are in step 0. */
  readonly k: number;
  /** Whether there are so many points that they are drawn as one cloud. */
  readonly isCrowd: boolean;
  /** Whether the first centroids were picked one after another, by their distances. */
  readonly isPickedByDistance: boolean;
  /** The figures of each iteration, 0 first. */
  readonly figures: readonly Figures[];
  /** Tells whether a cluster has points in an iteration, or in the one after the last. */
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
    this.shown = toTheEnd(this.assignments, trace);
    this.hasPoints = occupancyOf(this.shown, this.k);
    this.notes = notesOf(trace, this.figures, this.hasPoints);
  }

  /** The points by their history of clusters: computed when first asked for, as clouds do not. */
  get histories(): readonly History[] {
    return this.#histories ??= historiesOf(this.shown, this.k);
  }

  /** The beats in which points take new colours: the assignments, and where need be the end. */
  recolorings(beats: readonly Beat[]): Pick<Beat, "iteration" | "start" | "end">[] {
    const { start, end, iteration } = beats[beats.length - 1];
    return [
      ...beats.filter(({ kind }) => kind === "assign"),
      ...(this.shown === this.assignments
        ? []
        : [{ iteration: iteration + 1, start, end: Math.min(end, start + SETTLING) }]),
    ];
  }

  /** How the run ended after some iterations, in words. */
  endingAfter(iterations: number): string {
    return ending(iterations, this.trace.converged);
  }
}

/** The clusters of all steps, and those that the last centroids give if they are others. */
function toTheEnd(assignments: Clusterings, trace: Trace): Clusterings {
  const { first, changes } = assignments;
  if (trace.converged) return assignments;
  const { labels, clusters } = trace.steps[trace.steps.length - 1];
  const final = finalClusters(trace);
  const points = Uint32Array.from(final.keys()).filter((i) => final[i] !== clusters[labels[i]]);
  if (points.length === 0) return assignments;
  return { first, changes: [...changes, { points, clusters: points.map((i) => final[i]) }] };
}
