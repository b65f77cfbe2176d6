import { visible } from "../visible.ts";

/**
 * Tells people something at standard error, which nothing else in here writes to. Whatever came from
 * outside, the name of a file or a text in it, cannot clear the screen or add a line.
 *
 * @param lines The lines.
 */
export function tell(...lines: readonly string[]): void {
  console.error(lines.map(visible).join("\n"));
}

/** Tells the same at standard output, to people who are asked something there. */
export function say(...lines: readonly string[]): void {
  console.log(lines.map(visible).join("\n"));
}

/** Shows a text in place of the one that was shown in this way before; an empty one clears it. */
export function tellForNow(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`\r\x1b[K${visible(text)}`));
}
