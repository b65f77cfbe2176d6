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
