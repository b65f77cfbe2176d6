import type { Step } from "../kmeans/kmeans.ts";
import { Course } from "./course.ts";

const courses = new WeakMap<readonly Step[], Course>();

/** For how many steps the labels last read are kept: a step is mostly compared with the one before. */
const RECENT = 2;

/**
 * Keeps the steps of a run in little memory: their labels are computed when they are read.
 *
 * @param run The steps; their labels may be overwritten by the next one.
 */
export function keptSteps(run: Iterable<Step>): Step[] {
  const steps: Step[] = [];
  let course: Course | undefined;
  let recent: { readonly step: number; readonly labels: Uint32Array }[] = [];
  const labelsOf = (step: number, clusters: Uint32Array) => {
    let found = recent.find((kept) => kept.step === step);
    if (!found) {
      found = { step, labels: course!.labels(step, clusters) };
      recent = [found, ...recent].slice(0, RECENT);
    }
    return found.labels;
  };
  for (const { iteration, centroids, labels, inertia, clusters } of run) {
    if (course) course.add(labels, clusters);
    else course = new Course(labels);
    steps.push({
      iteration,
      centroids,
      get labels() {
        return labelsOf(iteration, clusters);
      },
      inertia,
      clusters,
    });
  }
  if (course) courses.set(steps, course);
  return steps;
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
