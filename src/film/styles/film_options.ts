import type { Rules } from "../../checks.ts";

/** Iterations to be shown, or the choice of them. */
export type Storyboard = "auto" | readonly (number | "last")[];

/** How a run is told: `glide`, recoloured and moved in separate beats, or `classic`, a frame a step. */
export type Style = "glide" | "classic";

/** How a film looks and how long it lasts. */
export interface FilmOptions {
  /** How the run is told. Default `"glide"`. */
  style?: Style;
  /** In pixels. Default 640. */
  width?: number;
  /** In pixels. Default 480. */
  height?: number;
  /** How long an iteration lasts, in milliseconds. Default: its style's. */
  interval?: number;
  /** How fast the run is told, all but the hold; 2 is twice as fast. Default 1. */
  speed?: number;
  /** How long the end is held, in milliseconds. Default: its style's. */
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
}

/** The names of the styles. */
export const STYLE_NAMES: readonly Style[] = ["glide", "classic"];

/** What the options of every film may be; times are in milliseconds, sizes in pixels. */
export const FILM_RULES = {
  width: { is: "number", least: 16, most: 8192, isWhole: true },
  height: { is: "number", least: 16, most: 8192, isWhole: true },
  interval: { is: "number", least: 20, most: 3_600_000 },
  speed: { is: "number", least: 0.1, most: 10 },
  hold: { is: "number", least: 20, most: 3_600_000 },
  title: { is: "text" },
} as const satisfies Rules;

/** What the options of the film of a run may be, but for the storyboard. */
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
