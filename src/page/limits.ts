/** The most that a page or a request can ask for. */
export const LIMITS = {
  k: 100,
  points: 20_000,
  restarts: 20,
  width: 1920,
  height: 1080,
  frames: 1000,
  /** In all frames of a video together. */
  pixels: 600_000_000,
  /** Distances that one iteration takes, all restarts together. */
  distances: 2_000_000,
  /** How long a link may be, in characters. */
  link: 4000,
  /** How large data that are sent or dropped may be, in bytes. */
  body: 8 * 2 ** 20,
} as const;
