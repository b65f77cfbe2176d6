import { elbowFilm } from "../../film/styles/elbow_film.ts";
import type { Choice } from "../../kmeans/measures/choices.ts";
import { elbow } from "../../kmeans/measures/elbow.ts";
import type { Recipe } from "../../trace/trace.ts";
import type { Data } from "../input/data.ts";
import { meterOf } from "./cost.ts";
import type { Made } from "./made.ts";
import { picksByChance } from "../options/applicable.ts";
import type { Options } from "../options/table.ts";
import type { Progress } from "../progress.ts";

/** Tries one k after another, with the start and the restarts of the options, or those of `elbow`. */
export function elbowOf(
  { points }: Data,
  options: Options,
  recipe: Recipe,
  progress: Progress,
): Made {
  const { seed, init, candidates, restarts, empty, given, title, interval, speed, hold } = options;
  const [from, to] = options.elbow!;
  const choices: Choice[] = [];
  const meter = meterOf(options, points);
  const trials = elbow(points, {
    from,
    to,
    seed,
    empty,
    maxIterations: options["max-iterations"],
    tol: options.tol,
    onIteration: (iteration) => {
      const k = from + choices.length;
      progress.show(`k = ${k}, iteration ${iteration},`, (k - from) / (to - from + 1));
      meter(k);
    },
    ...(given?.has("init") && { init }),
    ...(picksByChance(options) && candidates !== "auto" && { candidates }),
    ...(given?.has("restarts") && { nInit: restarts }),
  });
  for (const choice of trials) choices.push(choice);
  const filmOf = ([width, height] = options.size) =>
    elbowFilm(choices, { width, height, title, interval, speed, hold });
  const film = filmOf();
  return {
    about: { title: film.title, description: `${film.description} Seed ${seed}.` },
    recipe,
    trace: undefined,
    iterations: choices.length,
    k: to,
    film: (size) => Promise.resolve(size ? filmOf(size) : film),
    rows: () => ({
      names: ["k", "inertia", "silhouette"],
      rows: choices.map(({ k, inertia, silhouette }) => [
        k,
        // Beyond the largest number there is none to write.
        Number.isFinite(inertia) ? inertia : null,
        Number.isNaN(silhouette) ? null : silhouette,
      ]),
    }),
  };
}
