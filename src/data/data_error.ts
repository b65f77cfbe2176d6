import { visible } from "../visible.ts";

/**
 * Data that cannot be read or used: what is wrong, where, and how to mend it, on one line.
 *
 * @example A row that is too long
 * ```ts
 * import { DataError, readTable } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * await assert.rejects(
 *   () => readTable(new TextEncoder().encode("x,y\n1,2\n3,4\n5,6,7\n")),
 *   (error) => error instanceof DataError && error.place === "row 3",
 * );
 * ```
 */
export class DataError extends Error {
  /** Where it is, such as `row 4, column x`; empty where it is the whole. */
  readonly place: string;

  /**
   * Says what is wrong with data.
   *
   * @param message What is wrong.
   * @param place Where.
   */
  constructor(message: string, place = "") {
    super(message);
    this.name = "DataError";
    this.place = place;
  }
}

/** Text for a message: all of it visible, on one line, and not too long. */
export function quotable(text: string): string {
  return cut(visible(text.slice(0, 200).trim()));
}

/** Text for a name: on one line, without what is invisible, and not too long. */
export function nameable(text: string): string {
  return cut(clean(text.slice(0, 200)));
}

function cut(line: string): string {
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** Text without control characters and those that turn the direction of writing. */
export function clean(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}
