/** The ways to draw initial centroids, and whether each goes by distance. */
export const INITS = {
  /** K distinct points (Forgy 1965). */
  "random": { byDistance: false },
  /** Spread out by chance (Arthur & Vassilvitskii 2007). */
  "kmeans++": { byDistance: true },
  /** Farthest first (Gonzalez 1985). */
  "maxmin": { byDistance: true },
  /** The means of a random partition. */
  "partition": { byDistance: false },
} satisfies Readonly<
  Record<
    string,
    { /** Whether each is picked by its distance from those before. */ byDistance: boolean }
  >
>;

/**
 * How initial centroids are drawn: `random` (K distinct points), `kmeans++` (spread out by chance,
 * Arthur & Vassilvitskii 2007), `maxmin` (farthest first, Gonzalez 1985) or `partition` (the means
 * of a random partition).
 */
export type Init = "random" | "kmeans++" | "maxmin" | "partition";

/** The names of the ways to draw initial centroids. */
export const INIT_NAMES: readonly Init[] = Object.keys(INITS) as Init[];
