import type { Step } from "../kmeans/kmeans.ts";
import { Course } from "./course.ts";

const courses = new WeakMap<readonly Step[], Course>();

/** For how many steps the labels last read are kept: a step is mostly compared with the one before. */
const RECENT = 2;

/** About how many bytes a step takes besides its arrays. */
const OVERHEAD = 500;

/** Keeps the steps of a run in little memory: their labels are computed when they are read. */
export class KeptSteps {
  /** The steps so far. */
  readonly steps: Step[] = [];
  #course: Course | undefined;
  #recent: { readonly step: number; readonly labels: Uint32Array }[] = [];
  #bytes = 0;

  /** About how much memory they take, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Keeps the next step.
   *
   * @param step The step; its labels may be overwritten afterwards.
   */
  add({ iteration, centroids, labels, inertia, clusters }: Step): void {
    if (this.#course) {
      this.#bytes += 8 * this.#course.add(labels, clusters);
    } else {
      this.#course = new Course(labels);
      this.#bytes += 2 * labels.byteLength;
      courses.set(this.steps, this.#course);
    }
    this.#bytes += centroids.data.byteLength + clusters.byteLength + OVERHEAD;
    const labelsOf = () => this.#labels(iteration, clusters);
    this.steps.push({
      iteration,
      centroids,
      get labels() {
        return labelsOf();
      },
      inertia,
      clusters,
    });
  }

  #labels(step: number, clusters: Uint32Array): Uint32Array {
    let found = this.#recent.find((kept) => kept.step === step);
    if (!found) {
      found = { step, labels: this.#course!.labels(step, clusters) };
      this.#recent = [found, ...this.#recent].slice(0, RECENT);
    }
    return found.labels;
  }
}

/** The {@link Course} of a run: the one its steps were kept by, or a new one, computed once. */
export function courseOf(steps: readonly Step[]): Course {
  let course = courses.get(steps);
  if (!course) {
    course = new Course(steps[0].labels);
    for (const { labels, clusters } of steps.slice(1)) course.add(labels, clusters);
    courses.set(steps, course);
  }
  return course;
}
