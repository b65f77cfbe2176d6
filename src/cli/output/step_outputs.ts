import type { Moment } from "../../film/scene/still.ts";
import type { Format } from "../../formats/format.ts";
import { UsageError } from "../errors.ts";
import { shortened } from "../options/parse.ts";
import type { Options } from "../options/table.ts";

/** What stands in a name for the number of an iteration: a picture of each is written. */
const NUMBER = "{i}";

/** Whether a name stands for the pictures of all iterations. */
export function isOfSteps(path: string): boolean {
  return path.includes(NUMBER);
}

/** The name of the picture of an iteration. */
export function stepPath(path: string, iteration: number): string {
  return path.replaceAll(NUMBER, String(iteration));
}

/**
 * Checks that files that stand for the pictures of all iterations are stills of one film.
 *
 * @throws {UsageError} If one is not.
 */
export function requireSteps(
  outputs: readonly { readonly path: string; readonly format: Format }[],
  options: Options,
): void {
  const steps = outputs.find(({ path }) => isOfSteps(path));
  if (!steps) return;
  const name = `--out ${shortened(steps.path)}`;
  if (!steps.format.canBeStill) {
    throw new UsageError(
      `${name}: ${NUMBER} is the number of a still: choose svg or png, or leave it out`,
    );
  }
  const { at, elbow, storyboard, embed } = options;
  const other = at !== undefined
    ? "--at"
    : elbow
    ? "--elbow"
    : storyboard
    ? "--storyboard"
    : embed
    ? "--embed"
    : undefined;
  if (other) {
    throw new UsageError(`${name} is a picture of each iteration: leave ${NUMBER} or ${other} out`);
  }
}

/** The files with one for each iteration, from 0 on, where a name stands for all of them. */
export function withSteps<T extends { readonly path: string }>(
  outputs: readonly T[],
  iterations: number,
): (T & { readonly at?: Moment })[] {
  return outputs.flatMap((output): (T & { readonly at?: Moment })[] =>
    isOfSteps(output.path)
      ? Array.from({ length: iterations + 1 }, (_, iteration) => ({
        ...output,
        path: stepPath(output.path, iteration),
        at: { iteration },
      }))
      : [output]
  );
}
