import type { Format } from "../../formats/format.ts";
import { shownPath } from "../files/reason.ts";

/** A file and what is to be written to it. */
export interface Artifact {
  readonly path: string;
  /** Its format; a file of what a run found has none. */
  readonly format?: Format;
  readonly bytes: Uint8Array;
  /** What was given up to keep it within `--max-size`. */
  readonly given?: string;
}

/** The name of a file in messages. */
export function nameOf(path: string): string {
  return path === "-" ? "standard output" : shownPath(path);
}
