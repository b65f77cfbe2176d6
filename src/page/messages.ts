/// <reference lib="dom" />
import { DataError } from "../data/data_error.ts";

/**
 * What went wrong, in a line.
 *
 * @param error What was thrown.
 * @param name What was being read.
 * @throws The error, if it is none that people can mend.
 */
export function lineOf(error: unknown, name = ""): string {
  if (!(error instanceof DataError || error instanceof RangeError)) throw error;
  const place = error instanceof DataError && error.place ? `, ${error.place}` : "";
  return name ? `${name}${place}: ${error.message}` : error.message;
}

/** Shows one message, a problem or a note; without a text, none. */
export function tell(text: string, isProblem = false): void {
  const problem = document.getElementById("problem")!;
  problem.textContent = isProblem ? text : "";
  if (isProblem) problem.scrollIntoView({ block: "nearest" });
  document.getElementById("note")!.textContent = isProblem ? "" : text;
}
