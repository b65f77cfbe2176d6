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

/** A run on so many points that they are drawn as a cloud. */
export function crowdTrace(seed: number, points = 12_000): Trace {
  const data = blobs({ clusters: 4, points: points / 4, seed });
  return record(data, { k: 4, seed, maxIterations: 6 }, { recipe: { k: 4, seed } });
}

/** Its film. */
export function crowdFilm(seed: number, options: FilmOptions = {}): Film {
  return makeFilm(crowdTrace(seed), { width: 320, height: 240, ...options });
}
