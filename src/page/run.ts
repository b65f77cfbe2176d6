import { distinctRows } from "../data/features/distinct.ts";
import { type Layout, layOut } from "../data/features/layout.ts";
import { makeShape } from "../data/generate/make_shape.ts";
import type { Film } from "../film/scene/film.ts";
import { makeFilm } from "../film/styles/make_film.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import { type RecipeSource, recipeWith } from "../trace/recipe.ts";
import { type Recipe, record, type Trace } from "../trace/trace.ts";
import type { Choices } from "./choices.ts";
import type { OwnPoints } from "./own_points.ts";

/** What is chosen on the page, and what was changed by hand. */
export interface State {
  readonly choices: Choices;
  /** The reader's own points, instead of generated ones. */
  readonly own?: OwnPoints;
  /** Points that were added by hand. */
  readonly added?: Matrix;
  /** The initial centroids, if they were placed by hand. */
  readonly centroids?: Matrix;
}

/** The points of a state as they are clustered, and how they are laid out in the plane. */
export function pointsOfState(
  { choices, own, added }: State,
): Pick<Layout, "points" | "projection"> {
  const { shape, clusters, points, seed, standardize } = choices;
  const layout = own
    ? layOut(own.points, standardize ? "zscore" : "none", own.features)
    : { points: makeShape(shape, { clusters, points, seed }) };
  if (!added) return layout;
  const given = layout.points;
  if (added.columns !== given.columns) {
    throw new RangeError(
      `the added points have ${added.columns} features, and the others ${given.columns}`,
    );
  }
  const data = new Float64Array(given.data.length + added.data.length);
  data.set(given.data);
  data.set(added.data, given.data.length);
  return { ...layout, points: { ...given, data, rows: given.rows + added.rows } };
}

/**
 * The run of a state.
 *
 * @param layout Its points.
 * @param maxIterations After how many iterations it stops. Default: when it converges.
 * @throws {RangeError | TypeError} If it cannot be run.
 */
export function traceOfState(
  state: State,
  { points, projection }: Pick<Layout, "points" | "projection">,
  maxIterations?: number,
): Trace {
  const { choices: { k, init, seed, startSeed = seed }, own, centroids } = state;
  if (!centroids) {
    const distinct = distinctRows(points, k);
    if (distinct < k) {
      throw new RangeError(
        `k ${k} is more than the ${distinct} distinct points there are: lower it`,
      );
    }
  }
  const start = centroids ? { init: centroids } : { k, init, seed: startSeed };
  return record(points, { ...start, maxIterations }, {
    recipe: recipeOf(state),
    ...(own && { features: own.features, projection }),
  });
}

/** The film of a state's run. */
export function filmOfState({ choices }: State, trace: Trace): Film {
  const { style, size: [width, height], cells, trails } = choices;
  return makeFilm(trace, { style, width, height, cells, trails });
}

/** Whether a state consists of its choices alone, so that the command can make it from them. */
export function isPlain({ own, added, centroids }: State): boolean {
  return !own && !added && !centroids;
}

/**
 * The recipe of a state's run. Of a plain one it is that of the command with the same options: the
 * page cannot read the command's table of options, which is made for a terminal, so a test holds
 * the two together.
 */
function recipeOf(state: State): Recipe {
  const { choices, centroids } = state;
  const { shape, clusters, points, k, init, seed, startSeed } = choices;
  const started = {
    seed,
    ...(startSeed !== undefined && { "start-seed": startSeed }),
    init,
    ...(init === "kmeans++" && { candidates: "auto" }),
  };
  if (!isPlain(state)) return { k, ...(!centroids && started) };
  return recipeWith({
    k,
    ...started,
    restarts: 1,
    empty: "keep",
    ...(shape !== "blobs" && { shape }),
    clusters,
    points,
    spread: 0.01,
    bounds: [-4, 4],
    ...ofPicture(choices),
  });
}

/** The recipe of a picture whose run is a file beside it. */
export function pictureRecipe(choices: Choices, trace: RecipeSource): Recipe {
  return recipeWith(ofPicture(choices), { trace });
}

/** The options of a picture. */
function ofPicture({ style, theme, size, cells, trails }: Choices): Recipe {
  return {
    style,
    ...(theme && { theme }),
    size,
    ...(!cells && { "no-cells": true }),
    ...(!trails && { "no-trails": true }),
    fps: 20,
  };
}
