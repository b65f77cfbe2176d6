import { blobs } from "../data/blobs.ts";
import type { Film } from "../film/film.ts";
import { type Recipe, record, type Trace } from "../trace/trace.ts";
import { UsageError } from "./errors.ts";
import { outputsOf } from "./formats.ts";
import { type Option, OPTIONS, type Options } from "./options.ts";
import { Progress } from "./progress.ts";
import { summary } from "./summary.ts";
import { VERSION } from "./version.ts";
import { writeFile, writeStandardOutput } from "./write.ts";

/**
 * Runs K-means and makes the artifacts that are asked for. All are made before any is written.
 *
 * @throws {UsageError | SystemError} If it cannot be done.
 */
export async function make(options: Options): Promise<void> {
  const outputs = outputsOf(options);
  if (outputs.some(({ path }) => path === "-") && Deno.stdout.isTerminal()) {
    throw new UsageError(
      "--out - would print to the terminal: send it to a file, as in > anim.gif",
    );
  }
  const seeded = { ...options, seed: options.seed ?? drawSeed() };
  const trace = runOf(seeded);
  let made: Promise<Film> | undefined;
  const film = () => made ??= filmOf(trace, options);
  const progress = new Progress(!options.quiet);
  const artifacts = [];
  for (const { path, encode } of outputs) {
    const onProgress = (share: number) => progress.show(path, share);
    artifacts.push({
      path,
      bytes: await encode({ trace, film, options: seeded, onProgress }),
    });
  }
  progress.end();
  for (const { path, bytes } of artifacts) {
    if (path === "-") await writeStandardOutput(bytes);
    else await writeFile(path, bytes);
  }
  if (!options.quiet) console.error(summary(trace, await made, artifacts));
}

/** A seed that is easy to type again. */
function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}

function runOf(options: Options & { seed: number }): Trace {
  const { k, seed, init, restarts, empty, clusters, points: each, spread, bounds } = options;
  const count = clusters * each;
  if (count > 10_000_000) {
    throw new UsageError(
      `--clusters ${clusters} times --points ${each} is more than 10,000,000 points: lower one`,
    );
  }
  if (k > count) {
    throw new UsageError(
      `--k ${k} is more than the ${count} points there are: lower it, or raise --points`,
    );
  }
  const points = blobs({ clusters, points: each, spread, bounds, seed });
  const maxIterations = options["max-iterations"];
  try {
    return record(points, { k, seed, init, restarts, empty, maxIterations }, {
      recipe: recipeOf(options),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message);
  }
}

async function filmOf(trace: Trace, options: Options): Promise<Film> {
  const { makeFilm } = await import("../film/make_film.ts");
  const { style, size: [width, height], interval, hold, title } = options;
  return makeFilm(trace, {
    style,
    width,
    height,
    interval,
    hold,
    title,
    axes: options["no-axes"] ? false : options.axes || undefined,
    cells: !options["no-cells"],
    trails: !options["no-trails"],
    chart: !options["no-chart"],
    caption: !options["no-caption"],
  });
}

/** The value of every option that shapes an artifact. */
function recipeOf(options: Options): Recipe {
  const shaping = Object.entries<Option>(OPTIONS).filter(([name, { group }]) =>
    !["Output", "Help"].includes(group) &&
    ![undefined, false].includes(options[name as keyof Options] as undefined)
  );
  return {
    lloyd: VERSION,
    ...Object.fromEntries(shaping.map(([name]) => [name, options[name as keyof Options]])),
  };
}
