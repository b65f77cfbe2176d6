/// <reference lib="dom" />
import { DataError } from "../data/data_error.ts";

/**
 * Says in one line what went wrong.
 *
 * @param error What was thrown.
 * @param name What was being read.
 * @throws The error itself, if it is a fault of the page and not of what it was given.
 */
export function lineOf(error: unknown, name = ""): string {
  if (!(error instanceof DataError || error instanceof RangeError)) throw error;
  const place = error instanceof DataError && error.place ? `, ${error.place}` : "";
  return name ? `${name}${place}: ${error.message}` : error.message;
}

/** Shows a message, a problem or a note, instead of the one before; an empty text shows none. */
export function tell(text: string, isProblem = false): void {
  const problem = document.getElementById("problem")!;
  problem.textContent = isProblem ? text : "";
  if (isProblem) problem.scrollIntoView({ block: "nearest" });
  document.getElementById("note")!.textContent = isProblem ? "" : text;
}
