import type { PlainStep } from "./checker.ts";
import type { Table } from "./reference.ts";

/** What is asked of a program: to run from these centroids on these points. */
export interface Request {
  readonly points: Table;
  readonly centroids: Table;
}

/** What it answers: the steps of the run, or why there are none. */
export type Answer = { readonly steps: readonly PlainStep[] } | { readonly error: string };

/** What answers requests. */
export type Ask = (request: Request) => Promise<Answer>;

/** A program does not answer as the protocol says. */
export class ProtocolFault extends Error {
  override name = "ProtocolFault";
  /** @param isFinal Whether asking again would only waste time. */
  constructor(message: string, readonly isFinal = false) {
    super(message);
  }
}

/**
 * Reads a line of a program.
 *
 * @throws {ProtocolFault} If it is no answer; the message says what it is instead.
 */
export function parseAnswer(line: string): Answer {
  let answer;
  try {
    answer = JSON.parse(line);
  } catch {
    const hint = /\bNaN\b|Infinity/.test(line) ? " (NaN and Infinity are not JSON)" : "";
    throw new ProtocolFault(`it printed what is not JSON${hint}: ${shown(line)}`);
  }
  if (typeof answer?.error === "string") return { error: answer.error };
  if (!Array.isArray(answer?.steps)) {
    throw new ProtocolFault(`it printed neither "steps" nor an "error" text: ${shown(line)}`);
  }
  const fault = answer.steps.map(faultOf).find(Boolean);
  if (fault) throw new ProtocolFault(`${fault}: ${shown(line)}`);
  return { steps: answer.steps };
}

/** What is wrong with the form of a step. */
// deno-lint-ignore no-explicit-any
function faultOf(step: any, i: number): string | undefined {
  const isNumbers = (row: unknown) =>
    Array.isArray(row) && row.every((value) => typeof value === "number");
  if (typeof step?.iteration !== "number") return `step ${i} has no number "iteration"`;
  if (!Array.isArray(step.centroids) || !step.centroids.every(isNumbers)) {
    return `the "centroids" of step ${i} are no array of rows of numbers`;
  }
  if (!isNumbers(step.labels)) return `the "labels" of step ${i} are no array of numbers`;
  if (step.inertia !== undefined && typeof step.inertia !== "number") {
    return `the "inertia" of step ${i} is no number`;
  }
}

/** A text on one line, shortened. */
export function shown(text: string, most = 200): string {
  const line = text.replace(/\p{Cc}+/gu, " ");
  return line.length > most ? `${line.slice(0, most)}… (${text.length} characters)` : line;
}
