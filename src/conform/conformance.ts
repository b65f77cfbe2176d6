import fc from "npm:fast-check@4.10.2";
import { Violation } from "./checker.ts";
import type { ClauseId } from "./clauses.ts";
import { type Case, kinds, weightedKinds } from "./cases.ts";
import { judge, type Judging, type Protocol } from "./judge.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { type Answer, type Ask, ProtocolFault, shown } from "./protocol.ts";
import { vectors } from "./vectors.ts";

/** How a program is tested. */
export interface ConformanceOptions extends Judging {
  /** The seed of the generated cases. */
  readonly seed: number;
  /** How many cases are generated. */
  readonly runs: number;
  /** Whether the program takes weights, and is asked for runs with them too. */
  readonly weights?: boolean;
  /** Reports only one chapter (`§3`) or one clause (`§3.1`). Default: all. */
  readonly only?: string;
}

/** A clause that a program breaks, with the smallest case found. */
export interface Failure {
  readonly clause: ClauseId | "protocol";
  /** What is wrong, and where it first is. */
  readonly details: string;
  readonly case: Case;
  /** What the program answered, or the beginning of that. */
  readonly answer?: Excerpt;
}

/** The result of a test. */
export interface Conformance {
  readonly failures: readonly Failure[];
  /** How many requests were sent. */
  readonly requests: number;
  /** Whether it was asked for runs with weights. */
  readonly weighted?: boolean;
  /** Whether any answer followed the protocol. */
  readonly spoke: boolean;
}

/** The clauses that can be checked by each protocol. */
export const CHECKED: Readonly<Record<Protocol, readonly ClauseId[]>> = {
  steps: [
    ...["§1.2", "§1.3", "§1.4", "§1.7", "§2.1", "§2.2", "§2.3", "§3.1", "§3.3"],
    ...["§4.1", "§4.2", "§4.3", "§4.4", "§4.5", "§8.1", "§8.2"],
  ] as ClauseId[],
  fit: [
    ...["§1.2", "§1.3", "§1.4", "§1.7", "§2.1", "§2.2", "§2.3", "§3.1", "§3.3", "§5.1", "§5.3"],
  ] as ClauseId[],
};

/** The clauses that are checked as well where a program takes weights. */
export const CHECKED_WITH_WEIGHTS: readonly ClauseId[] = ["§14.1", "§14.2"];

/** Tests a program by the clauses: with the fixed vectors first, then with generated cases. */
export async function conformance(ask: Ask, options: ConformanceOptions): Promise<Conformance> {
  const { seed, runs, only, weights: weighted = false } = options;
  const failures = new Map<Failure["clause"], Failure>();
  let requests = 0;
  let isLost = false;
  let spoke = false;

  /** The failure in a case, unless its clause is not among those reported. */
  async function failureIn(tried: Case): Promise<Failure | undefined> {
    requests++;
    let answer: Answer | undefined;
    try {
      answer = await ask(tried.request);
      spoke = true;
      judge(tried, answer, options);
    } catch (error) {
      if (error instanceof ProtocolFault) {
        isLost ||= error.isFinal;
        return { clause: "protocol", details: error.message, case: tried };
      }
      if (!(error instanceof Violation)) throw error;
      const { clause, iteration, details } = error;
      if (only && clause !== only && !clause.startsWith(`${only}.`)) return undefined;
      return {
        clause,
        details: shown(`iteration ${iteration}, ${details}`, 1000),
        case: tried,
        answer: answer && excerptOf(answer),
      };
    }
  }

  for (const vector of vectors) {
    const failure = await failureIn(vector);
    if (failure && !failures.has(failure.clause)) failures.set(failure.clause, failure);
    if (isLost) return { failures: [...failures.values()], requests, weighted, spoke };
  }
  const all = weighted ? [...kinds, ...weightedKinds] : kinds;
  const weights = all.reduce((sum, { weight }) => sum + weight, 0);
  for (const { arbitrary, weight } of all) {
    for (;;) {
      let found: Failure | undefined;
      const property = fc.asyncProperty(arbitrary, async (tried) => {
        if (isLost) return;
        const failure = await failureIn(tried);
        if (!failure || (found ? failure.clause !== found.clause : failures.has(failure.clause))) {
          return;
        }
        found = failure;
        throw new Error(failure.details);
      });
      await fc.check(property, {
        seed,
        numRuns: Math.max(1, Math.round(runs * weight / weights)),
        interruptAfterTimeLimit: 20_000,
      });
      if (!found) break;
      failures.set(found.clause, found);
      if (isLost) return { failures: [...failures.values()], requests, weighted, spoke };
    }
  }
  return { failures: [...failures.values()], requests, weighted, spoke };
}
