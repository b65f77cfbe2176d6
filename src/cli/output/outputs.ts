import { UsageError } from "../errors.ts";
import { centroidsOutputOf, type Output, outputsOf } from "./formats.ts";
import type { Options } from "../options/table.ts";

/**
 * What the options ask to be written, checked for what contradicts it.
 *
 * @throws {UsageError} If something does.
 */
export function requestedOutputs(options: Options): Output[] {
  const outputs = outputsOf(options);
  const { elbow, compare, at, transparent, check, "centroids-out": centroids } = options;
  if (outputs.some(({ path }) => path === "-")) {
    if (Deno.stdout.isTerminal()) {
      throw new UsageError(
        "--out - would print to the terminal: send it to a file, as in > anim.gif",
      );
    }
    const other = check ? "--check" : options.embed ? "--embed" : undefined;
    if (other) throw new UsageError(`${other} is about files: leave --out - out`);
  }
  if (centroids !== undefined) centroidsOutputOf(centroids);
  if (elbow) requirePicture("--elbow", options, outputs);
  if (compare) requirePicture("--compare", options, outputs);
  if (at !== undefined && !outputs.some(({ format }) => /^(png|svg)$/.test(format))) {
    throw new UsageError("--at picks the moment of a still: add --out still.png");
  }
  const opaque = transparent && outputs.find(({ format }) => !/^(svg|png)$/.test(format));
  if (opaque && opaque.holds === "picture") {
    throw new UsageError(
      `--transparent: a ${opaque.format} cannot be half clear, as edges are: choose svg or png`,
    );
  }
  return outputs;
}

/** Refuses what one run has and many runs have not. */
function requirePicture(many: string, options: Options, outputs: readonly Output[]): void {
  const one = options.centroids !== undefined
    ? "--centroids"
    : options["centroids-out"] !== undefined
    ? "--centroids-out"
    : outputs.some(({ holds }) => holds === "run")
    ? "a .json"
    : many === "--compare" && outputs.some(({ holds }) => holds === "rows")
    ? "a table of rows"
    : undefined;
  if (one) throw new UsageError(`${many} makes many runs, and ${one} is about one: leave one out`);
}
