import type { Rules } from "../../checks.ts";

/** The iterations of a storyboard, from 0 on; `auto` chooses up to six of them. */
export type Storyboard = "auto" | readonly (number | "last")[];

/**
 * How a run is told: `glide`, in separate beats for assignment and update, or `classic`, a frame a
 * step.
 */
export type Style = "glide" | "classic";

/** How a film looks and how long it lasts. */
export interface FilmOptions {
  /** How the run is told. Default `"glide"`. */
  style?: Style;
  /** The width of the picture, in pixels. Default 640. */
  width?: number;
  /** The height of the picture, in pixels. Default 480. */
  height?: number;
  /**
   * How long an iteration lasts, in milliseconds. Default: 500 in style `classic`; in style `glide`
   * 1000 to 300, less as the centroids calm down and as there are more iterations.
   */
  interval?: number;
  /** How many times as fast all but the hold is told. Default 1. */
  speed?: number;
  /**
   * How long the end is held, in milliseconds. Default: 2500, in style `classic` as an iteration.
   */
  hold?: number;
  /** A heading. Default: none. */
  title?: string;
  /**
   * Iterations to be shown side by side instead of one after another, or `auto` for a choice of
   * them, in style `glide`. Default: none, a film.
   */
  storyboard?: Storyboard;
  /** Whether axes are drawn, in style `glide`. Default: where the features have names. */
  axes?: boolean;
  /** Whether the cells of the centroids are drawn, in style `glide`. Default `true`. */
  cells?: boolean;
  /** Whether centroids leave trails, in style `glide`. Default `true`. */
  trails?: boolean;
  /**
   * Whether clusters differ in the shape of their points as well, in style `glide`; more than ten
   * thousand points have no shape of their own. Default `false`.
   */
  shapes?: boolean;
  /** Whether the inertia is charted, in style `glide`. Default `true`. */
  chart?: boolean;
  /** Whether a caption tells what happens, in style `glide`. Default `true`. */
  caption?: boolean;
  /** Ends the work early, with its reason. It is asked for whenever cells are computed, at least eight times a move. */
  signal?: AbortSignal;
}

/** The names of the styles. */
export const STYLE_NAMES: readonly Style[] = ["glide", "classic"];

/** The rules for the options of every film; times are in milliseconds, sizes in pixels. */
export const FILM_RULES = {
  width: { is: "number", least: 16, most: 8192, isWhole: true },
  height: { is: "number", least: 16, most: 8192, isWhole: true },
  interval: { is: "number", least: 20, most: 3_600_000 },
  speed: { is: "number", least: 0.1, most: 10 },
  hold: { is: "number", least: 20, most: 3_600_000 },
  title: { is: "text" },
} as const satisfies Rules;

/** The rules for the options of the film of a run, but for the storyboard. */
export const RUN_FILM_RULES = {
  ...FILM_RULES,
  style: { is: "word", words: STYLE_NAMES },
  axes: { is: "boolean" },
  cells: { is: "boolean" },
  trails: { is: "boolean" },
  shapes: { is: "boolean" },
  chart: { is: "boolean" },
  caption: { is: "boolean" },
} as const satisfies Rules;
