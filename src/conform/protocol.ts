import type { PlainStep } from "./checker.ts";
import type { Table } from "./reference.ts";
import { visible } from "../visible.ts";

/** A request to a program: to run K-means on these points, starting with these centroids. */
export interface Request {
  readonly points: Table;
  readonly centroids: Table;
  /** The weights of the points; only for programs that take them. */
  readonly weights?: readonly number[];
}

/** Its answer: the steps of the run, or the reason why it refuses. */
export type Answer = { readonly steps: readonly PlainStep[] } | { readonly error: string };

/** Sends a request to a program and gives its answer. */
export type Ask = (request: Request) => Promise<Answer>;

/** An answer that does not follow the protocol. */
export class ProtocolFault extends Error {
  override name = "ProtocolFault";
  /** @param isFinal Whether further requests are pointless, as the program keeps failing. */
  constructor(message: string, readonly isFinal = false) {
    super(message);
  }
}

/**
 * Reads the line a program answers with.
 *
 * @throws {ProtocolFault} If it is not an answer; the message says why.
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

/** What is wrong with the form of a step; `undefined` where nothing is. */
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

/** A text on one line, all of it visible, cut after `most` characters. */
export function shown(text: string, most = 200): string {
  const line = visible(text.slice(0, most + 1));
  return line.length > most ? `${line.slice(0, most)}… (${text.length} characters)` : line;
}
