import { blobs, type FilmOptions, type KMeansOptions, makeFilm, record } from "../../mod.ts";
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
