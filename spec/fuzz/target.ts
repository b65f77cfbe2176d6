import type fc from "fast-check";

/** What is tried with inputs of one kind. */
export interface Target<T = unknown> {
  /** How many inputs a round has: many where they take little time. */
  readonly each: number;
  readonly inputs: fc.Arbitrary<T>;
  /**
   * Tries an input, in an empty folder that is the current one.
   *
   * @throws {Error} What is wrong with what comes of it; the message says what.
   */
  readonly check: (input: T) => Promise<void> | void;
  /** The programs that the check runs. */
  readonly runs?: readonly string[];
}

/** A target whose inputs are of whatever type. */
export function target<T>(given: Target<T>): Target {
  return given as unknown as Target;
}

/** An input and what is wrong with what came of it. */
export interface Finding {
  readonly target: string;
  readonly seed: number;
  /** The index of the input. */
  readonly path: number;
  readonly what: string;
}
