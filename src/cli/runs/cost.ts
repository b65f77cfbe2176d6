import type { Format } from "../../formats/format.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { UsageError } from "../errors.ts";
import { picksByChance } from "../options/applicable.ts";
import type { Options } from "../options/table.ts";
import { tell } from "../tell.ts";

/** How much of something is so much that it is told of before it is done, and too much for replay. */
interface Bound {
  /** What is counted. */
  readonly what: string;
  readonly long: number;
  /** A recipe of a thousand bytes from anybody must not ask for hours and gigabytes. */
  readonly most: number;
  /** What to lower. */
  readonly mend: string;
}

const BOUNDS = {
  points: { what: "generated points", long: Infinity, most: 2e6, mend: "lower --points" },
  /** A second is about 10⁹ of them; the engines leave most of them out. */
  differences: {
    what: "differences of numbers (points × features × k × starts × iterations)",
    long: 2e10,
    most: 2e11,
    mend: "lower --k, --n-init or --max-iterations",
  },
  frames: {
    what: "frames",
    long: Infinity,
    most: 1e5,
    mend: "lower --interval, --hold or --fps, or give --speed",
  },
  pixels: {
    what: "pixels in all frames",
    long: 5e9,
    most: 4e10,
    mend: "lower --size, --interval, --hold or --fps, or give --speed",
  },
  /** The cells are bounded by lines between any two centroids. */
  pairs: {
    what: "pairs of centroids in all frames",
    long: 2e9,
    most: 2e10,
    mend: "lower --k, or give --no-cells",
  },
} satisfies Readonly<Record<string, Bound>>;

/** Of how many iterations the work of a run is estimated, unless it is to have fewer. */
const USUAL = 100;

/**
 * Refuses what replay would take too long for, and tells of what takes long.
 *
 * @throws {UsageError} If it is too much.
 */
function weigh(name: keyof typeof BOUNDS, amount: number, options: Options): void {
  const { what, long, most, mend }: Bound = BOUNDS[name];
  const told = `about ${Number(amount.toPrecision(2)).toLocaleString("en")} ${what}`;
  if (isBounded(options) && amount > most) {
    throw new UsageError(
      `${told} are more than the ${
        most.toLocaleString("en")
      } of replay: ${mend}, or give --no-limits`,
    );
  }
  if (amount > long && !options.quiet) {
    tell(`this can take minutes: ${told}: ${mend} if it takes too long`);
  }
}

/** Whether the options come from a recipe, whoever wrote it. */
function isBounded(options: Options): boolean {
  return options.fromRecipe === true && !options["no-limits"];
}

/**
 * Weighs the points that are to be generated.
 *
 * @throws {UsageError} If they are too many.
 */
export function weighPoints(options: Options): void {
  const { data, shape = "blobs", clusters, points } = options;
  if (data !== undefined) return;
  weigh("points", shape === "blobs" ? clusters * points : points, options);
}

/**
 * Weighs the runs that are to be made.
 *
 * @throws {UsageError} If they are too much.
 */
export function weighRuns(options: Options, { data }: Matrix): void {
  // Each pick measures the points once a candidate, as an iteration does for one cluster.
  const picking = picksByChance(options) ? Number(options.candidates) || 0 : 0;
  const iterations = Math.min(options["max-iterations"] ?? USUAL, USUAL) + picking;
  weigh("differences", data.length * clustersOfAll(options) * iterations, options);
}

/** How many clusters all runs have together. */
function clustersOfAll({ k, restarts, elbow, compare, given }: Options): number {
  const starts = elbow && !given?.has("restarts") ? 10 : restarts;
  if (elbow) return starts * (elbow[0] + elbow[1]) * (elbow[1] - elbow[0] + 1) / 2;
  if (compare?.what === "k") return starts * compare.values.reduce<number>((a, b) => a + +b, 0);
  return starts * k * (compare?.values.length ?? 1);
}

/**
 * Counts the work of runs while they go on, as nobody knows their iterations before.
 *
 * @param options The options.
 * @param points The points.
 * @returns A function to call after each iteration with its k; it throws a {@link UsageError} when
 * replay has done too much.
 */
export function meterOf(options: Options, { data }: Matrix): (k: number) => void {
  if (!isBounded(options)) return () => {};
  let done = 0;
  return (k) => weigh("differences", done += data.length * k, { ...options, quiet: true });
}

/**
 * Weighs the films that are to be drawn.
 *
 * @param iterations How many iterations they tell at the most.
 * @param k How many clusters they show at the most.
 * @param formats The formats of the files.
 * @throws {UsageError} If they are too much.
 */
export function weighFilms(
  options: Options,
  iterations: number,
  k: number,
  formats: readonly Format[],
): void {
  const { size: [width, height], storyboard, interval, speed = 1, fps } = options;
  if (storyboard || !formats.some(({ holds }) => holds === "picture")) return;
  const usual = interval === undefined ? Math.min(LONGEST, 1000 * iterations) / speed : 0;
  const frames = Math.max(filmFrames(options, iterations), Math.floor(usual / 1000 * fps));
  weigh("frames", frames, options);
  if (!options["no-cells"] && !options.elbow) weigh("pairs", frames * k * k, options);
  const drawn = formats.filter(({ isMoving }) => isMoving).map(({ ending }) =>
    ending === "mp4" ? Math.max(frames, videoFrames(options, iterations)) : frames
  );
  weigh("pixels", drawn.reduce((sum, one) => sum + one, 0) * width * height, options);
}

/** How long a film lasts at the most if no interval is given, without its hold, in milliseconds. */
const LONGEST = 15_000;

/** How long a run is told for, without its hold, in milliseconds. */
function toldFor({ interval, speed = 1 }: Options, iterations: number): number {
  return (interval === undefined ? 0 : interval * iterations) / speed +
    (speed < 1 ? LONGEST / speed : 0);
}

/** How many pictures a film consists of: in the style of the tutorial one for each step. */
export function filmFrames(options: Options, iterations: number): number {
  if (options.style !== "glide") return iterations + 1;
  // The cells of the centroids are worked out every 50 ms, however few frames are drawn.
  return Math.floor(toldFor(options, iterations) / 1000 * Math.max(options.fps, 20));
}

/** How many frames a video has: it repeats them while nothing moves, where others keep the last. */
export function videoFrames(options: Options, iterations: number): number {
  const { fps, hold = 0 } = options;
  return Math.floor((toldFor(options, iterations) + hold) / 1000 * fps);
}
