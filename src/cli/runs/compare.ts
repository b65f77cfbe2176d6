import type { Trace } from "../../trace/trace.ts";
import { type Data, requireDistinct } from "../input/data.ts";
import type { Made } from "./made.ts";
import type { Options } from "../options/table.ts";
import type { Progress } from "../progress.ts";
import { recipeOf } from "../options/recipe.ts";
import { filmOptionsOf, runOf } from "./run.ts";

/** Runs K-means on the same points once for each value that is to be compared. */
export function comparisonOf(
  data: Data,
  options: Options,
  progress: Progress,
): Made {
  const { what, values } = options.compare!;
  const runs = values.map((value): { name: string; trace: Trace } => {
    const chosen = { ...options, [what]: value };
    requireDistinct(data, chosen);
    const name = what === "init" ? String(value) : `${what} = ${value}`;
    return { name, trace: runOf(data, chosen, progress).trace! };
  });
  const film = async (size = options.size) =>
    (await import("../../film/styles/compare_film.ts")).compareFilm(
      runs,
      filmOptionsOf({ ...options, size }),
    );
  const names = runs.map(({ name }) => name).join(" against ");
  const results = runs.map(({ name, trace: { steps } }) => {
    const { iteration, inertia } = steps[steps.length - 1];
    return `${name}: inertia ${Number(inertia.toPrecision(4))} after ${iteration} iteration${
      iteration === 1 ? "" : "s"
    }`;
  });
  return {
    about: {
      title: `K-means, ${names}`,
      description: `${results.join("; ")}. Seed ${options.seed}.`,
    },
    recipe: recipeOf(options),
    trace: undefined,
    iterations: Math.max(...runs.map(({ trace }) => trace.steps.length - 1)),
    k: Math.max(...runs.map(({ trace }) => trace.steps[0].centroids.rows)),
    film,
    rows: () => {
      throw new TypeError("Cannot label rows as there are many runs");
    },
  };
}
