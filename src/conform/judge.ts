import { type CheckOptions, checkRun, type PlainStep, Violation } from "./checker.ts";
import { plainRun } from "./plain_run.ts";
import type { Table } from "./reference.ts";
import type { Case } from "./cases.ts";
import type { Answer } from "./protocol.ts";

/** Which part of a run a program answers with: all its steps, or the last one. */
export type Protocol = "steps" | "fit";

/** How an answer is judged. */
export interface Judging {
  readonly protocol: Protocol;
  /** How far centroids may deviate, relative to the values they are means of. */
  readonly tolerance: number;
}

/**
 * Checks an answer by the clauses.
 *
 * @throws {Violation} If it breaks one; the first that it breaks.
 */
export function judge(
  { request: { points, centroids, weights }, refusedBy }: Case,
  answer: Answer,
  { protocol, tolerance }: Judging,
): void {
  if (refusedBy) {
    if (!("error" in answer)) throw new Violation(refusedBy, 0, "it was taken, not refused");
    return;
  }
  if ("error" in answer) {
    const isCrowd = centroids.length > points.length;
    const why = isCrowd
      ? "given centroids may be more than the points"
      : "nothing is wrong with it";
    throw new Violation(isCrowd ? "§1.7" : "§4.1", 0, `refused, and ${why}: ${answer.error}`);
  }
  if (protocol === "steps") {
    return checkRun(points, centroids, answer.steps, { tolerance, weights });
  }
  const run = plainRun(points, centroids, weights);
  try {
    judgeEnd(points, answer.steps.at(-1), run, { tolerance, weights });
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    const fallen = run.find(({ labels }) => new Set(labels).size < centroids.length);
    if (!fallen) throw error;
    // From there on, another policy for empty clusters leads to another end: a likely cause.
    throw new Violation(
      "§3.3",
      error.iteration,
      `a cluster falls empty in iteration ${fallen.iteration} of this run, and at its end ${error.details}`,
    );
  }
}

/** Checks the last step of a run: as a start, it must be a fixed point. */
function judgeEnd(
  points: Table,
  end: PlainStep | undefined,
  run: readonly PlainStep[],
  options: CheckOptions,
): void {
  if (!end) throw new Violation("§5.1", 0, "there is no last step");
  const { iteration, ...rest } = end;
  const again = [0, 1].map((iteration): PlainStep => ({ ...rest, iteration }));
  checkRun(points, end.centroids, again, options);
  if (!run.every((step) => step.centroids.flat().every(isExact))) return;
  const last = run[run.length - 1];
  if (end.labels.join() !== last.labels.join()) {
    throw new Violation("§5.1", iteration, "other labels than where the steps end");
  }
  if (iteration !== last.iteration) {
    throw new Violation("§5.1", iteration, `the steps end with iteration ${last.iteration}`);
  }
}

/** Whether a mean is so small a multiple of 1/4 that every order of summing gives exactly this. */
function isExact(value: number): boolean {
  return Number.isInteger(value * 4) && Math.abs(value) < 2 ** 20;
}
