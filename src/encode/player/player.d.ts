/// <reference lib="dom" />

import type { Film } from "../../film/scene/film.ts";

/** A film as the player takes it. */
export type PlayedFilm = Pick<Film, "duration" | "beats" | "figures"> & {
  /** How often it is played. Default: for ever. */
  readonly loop?: number;
  /** What is shown of each kind of beat; one that is not listed is called by its kind. */
  readonly beatNames: Readonly<Record<string, string>>;
};

/** Where a film is begun, in milliseconds, and whether it stands there. */
export interface Beginning {
  readonly at?: number;
  readonly isPaused?: boolean;
}

/** The controls of a page. */
export interface Player {
  /** Shows a film; `picture` is the animated SVG of it. */
  load(film: PlayedFilm, picture: SVGSVGElement, beginning?: Beginning): void;
  pause(): void;
  /** Stands at a time, in milliseconds. */
  goTo(time: number): void;
  /** The time that is shown, in milliseconds. */
  time(): number;
  plays(): boolean;
}

/**
 * Sets the controls of this page going.
 *
 * @param onShow Is told each time that is shown.
 */
export function startPlayer(onShow?: (time: number) => void): Player;
