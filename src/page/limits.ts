/** The most that the page or a request to the server can ask for. */
export const LIMITS = {
  k: 100,
  points: 20_000,
  /** The products that lay out a table that is sent: rows × columns × the lesser of the two. */
  products: 50_000_000,
  restarts: 20,
  width: 1920,
  height: 1080,
  frames: 1000,
  /** The iterations of a run that is drawn. */
  iterations: 1000,
  /** The moves of all centroids in them together: k × iterations. */
  moves: 20_000,
  /** The pixels of all frames of a video together. */
  pixels: 600_000_000,
  /** The distances worked out in one iteration of all restarts: k × points × restarts. */
  distances: 2_000_000,
  /** The differences of numbers taken in all iterations: k × points × features. */
  differences: 5_000_000_000,
  /** The memory that the steps of a run take, in bytes. */
  steps: 128 * 2 ** 20,
  /** How long a picture may take once it is begun, in milliseconds. */
  time: 60_000,
  /** The length of a link, in characters. */
  link: 4000,
  /** The size of data that are sent or dropped, in bytes. */
  body: 8 * 2 ** 20,
} as const;
