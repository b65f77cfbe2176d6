import { formatCalled, formatOfPath, FORMATS } from "../../formats/formats.ts";
import type { Moment } from "../../film/scene/still.ts";
import type { Format } from "../../formats/format.ts";
import { UsageError } from "../errors.ts";
import { shortened } from "../options/parse.ts";
import type { Options } from "../options/table.ts";
import { shownPath } from "../files/reason.ts";
import { requirePlaces } from "./places.ts";
import { requireEnding, sideFilesOf } from "./side_files.ts";
import { requireSteps, stepPath } from "./step_outputs.ts";

/** A file to be written, `-` for standard output. */
export interface Output {
  readonly path: string;
  readonly format: Format;
  /** Whether it is drawn in the dark theme, whatever the theme is. */
  readonly isDark: boolean;
  /** The moment that it shows, if it has one of its own. */
  readonly at?: Moment;
}

/**
 * The files that the options ask for.
 *
 * @throws {UsageError} If there are none, a format is not known, two files are one, or options
 * contradict each other.
 */
export function requestedOutputs(options: Options): Output[] {
  const outputs = outputsOf(options);
  const { elbow, compare, at, transparent, check } = options;
  if (outputs.some(({ path }) => path === "-")) {
    if (Deno.stdout.isTerminal()) {
      throw new UsageError(
        "--out - would print to the terminal: send it to a file, as in > anim.gif",
      );
    }
    const other = check ? "--check" : options.embed ? "--embed" : undefined;
    if (other) throw new UsageError(`${other} is about files: leave --out - out`);
  }
  sideFilesOf(options).forEach(requireEnding);
  for (const { path, format } of outputs) requireSize(path, format, options.size);
  requireSteps(outputs, options);
  if (elbow) requirePicture("--elbow", options, outputs);
  if (compare) requirePicture("--compare", options, outputs);
  if (at !== undefined && !outputs.some(({ format }) => format.canBeStill)) {
    throw new UsageError("--at picks the moment of a still: add --out still.png");
  }
  const opaque = transparent && outputs.find(({ format }) => !format.canBeTransparent);
  if (opaque && opaque.format.holds === "picture") {
    throw new UsageError(
      `--transparent: a ${opaque.format.ending} cannot be half clear, as edges are: choose svg or png`,
    );
  }
  return outputs;
}

/**
 * Checks that pictures of a size can be written in a format.
 *
 * @throws {UsageError} If they cannot.
 */
function requireSize(path: string, format: Format, size: Options["size"]): void {
  try {
    format.requireSize?.(...size);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`--size: ${shownPath(path)}: ${error.message}`);
  }
}

/** The files that the options ask for. */
function outputsOf(options: Options): Output[] {
  const { format: name, "dark-out": dark } = options;
  const side = sideFilesOf(options).map(({ path }) => path);
  const out = [...options.out, ...dark];
  const known = FORMATS.map(({ ending }) => ending).join(", ");
  if (out.length === 0 && side.length === 0) {
    throw new UsageError(`there is nothing to write: add --out anim.gif (formats: ${known})`);
  }
  const chosen = name === undefined ? undefined : formatCalled(name);
  if (name !== undefined && !chosen) {
    throw new UsageError(`--format '${shortened(name)}' is no format: choose one of ${known}`);
  }
  requireUnlike([...out, ...side]);
  return out.map((path, i) => {
    const isDark = i >= options.out.length;
    if (path === "-" && !chosen) {
      throw new UsageError(`--out - needs a format: add --format, one of ${known}`);
    }
    const format = path === "-" ? chosen : formatOfPath(path) ?? chosen;
    if (!format) {
      throw new UsageError(
        `--out '${shortened(path)}' does not end in a format: choose one of ${
          known.replace(/[\w.]+/g, ".$&")
        }, or add --format`,
      );
    }
    if (isDark && format.holds !== "picture") {
      throw new UsageError(
        `--dark-out ${shortened(path)}: a ${format.ending} has no theme: use --out`,
      );
    }
    return { path, format, isDark };
  });
}

/**
 * Checks, before any work, that all that is asked for can be written and that no file is lost by it.
 *
 * @param reads The files that are read, `-` for standard input.
 * @throws {UsageError | SystemError} If one cannot be written, or would be lost.
 */
export async function requireWritable(
  outputs: readonly Output[],
  options: Options,
  reads: readonly string[],
): Promise<void> {
  const { overwrite, check } = options;
  const asked = [
    ...outputs.map(({ path, isDark }) => ({
      option: isDark ? "--dark-out" : "--out",
      // How many pictures of steps there are is known later; the first stands for all of them.
      path: stepPath(path, 0),
    })),
    ...sideFilesOf(options).map(({ option, path }) => ({ option: `--${option}`, path })),
  ];
  await requirePlaces(asked, { reads, overwrite, check });
}

/** Refuses two files of one name. */
function requireUnlike(paths: readonly string[]): void {
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice === undefined) return;
  throw new UsageError(
    twice === "-"
      ? "--out - is given twice: standard output takes one artifact"
      : `--out ${shortened(twice)} is given twice: give each file its own name`,
  );
}

/** Refuses options and formats that are about one run where there are several. */
function requirePicture(many: string, options: Options, outputs: readonly Output[]): void {
  const [side] = sideFilesOf(options);
  const holds = (what: Format["holds"]) => outputs.some(({ format }) => format.holds === what);
  const one = options.centroids !== undefined
    ? "--centroids"
    : side
    ? `--${side.option}`
    : holds("run")
    ? "a .json"
    : many === "--compare" && holds("rows")
    ? "a table of rows"
    : undefined;
  if (one) throw new UsageError(`${many} makes many runs, and ${one} is about one: leave one out`);
}
