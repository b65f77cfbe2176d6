import {
  blobs,
  type FilmOptions,
  type KMeansOptions,
  makeFilm,
  record,
  toMatrix,
} from "../../mod.ts";
import type { Film, Trace } from "../../mod.ts";

/** A run on generated clusters, small enough to be drawn often. */
export function smallTrace(options: KMeansOptions & { seed: number }): Trace {
  const points = blobs({ clusters: 4, points: 30, seed: options.seed });
  return record(points, { k: 4, ...options }, { recipe: { k: 4, seed: options.seed } });
}

/** Its film. */
export function smallFilm(seed: number, options: FilmOptions = {}): Film {
  return makeFilm(smallTrace({ seed }), { width: 320, height: 240, ...options });
}

/**
 * A run of three centroids, of which the second moves once and is then dropped. Its points are labelled
 * by hand: a centroid rarely loses all of its points after it has moved.
 */
export function droppedLater(): Trace {
  const points = toMatrix([[0, 0], [0, 2], [5, 5], [5, 7], [9, 0], [9, 2]]);
  const step = (iteration: number, rows: number[][], labels: number[], clusters: number[]) => ({
    iteration,
    centroids: toMatrix(rows),
    labels: Uint32Array.from(labels),
    clusters: Uint32Array.from(clusters),
    inertia: 30 - 5 * iteration,
  });
  const steps = [
    step(0, [[1, 1], [4, 6], [8, 1]], [0, 0, 1, 1, 2, 2], [0, 1, 2]),
    step(1, [[0, 1], [5, 6], [9, 1]], [0, 0, 1, 1, 2, 2], [0, 1, 2]),
    step(2, [[2, 2], [7, 3]], [0, 0, 0, 1, 1, 1], [0, 2]),
    step(3, [[2, 3], [8, 3]], [0, 0, 0, 1, 1, 1], [0, 2]),
  ];
  return { ...record([[0, 0]], { k: 1 }), points, steps, converged: true };
}

/** A run on so many points that they are drawn as a cloud. */
export function crowdTrace(seed: number, points = 12_000): Trace {
  const data = blobs({ clusters: 4, points: points / 4, seed });
  return record(data, { k: 4, seed, maxIterations: 6 }, { recipe: { k: 4, seed } });
}

/** Its film. */
export function crowdFilm(seed: number, options: FilmOptions = {}): Film {
  return makeFilm(crowdTrace(seed), { width: 320, height: 240, ...options });
}
