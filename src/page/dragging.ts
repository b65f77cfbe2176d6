/// <reference lib="dom" />
// @ts-types="../encode/player/player.d.ts"
import type { Player } from "../encode/player/player.js";
import { sceneAt } from "../film/scene/film.ts";
import type { Point } from "../film/scene/mark.ts";
import { themes } from "../film/scene/theme.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import { sceneToSvg } from "../svg/scene_svg.ts";
import type { Shown } from "./downloads.ts";
import { Handles } from "./handles.ts";
import { PixelMapping } from "./pixel_mapping.ts";
import { filmOfState, traceOfState } from "./run.ts";

/** How long before its end a beat is shown, in milliseconds: all of it is done, and no more. */
const JUST_BEFORE = 1e-6;

/** What the page does when a centroid is let go. */
export interface DragEvents {
  /** Called with the centroids as they are now, to run from them. */
  readonly onDrop: (centroids: Matrix) => void;
  /** Called to show again what was shown before, from a time on. */
  readonly onCancel: (at: number, isPaused: boolean) => void;
}

/** Lets centroids be dragged; labels, colours and cells follow at once. */
export class Dragging {
  readonly #player: Player;
  readonly #picture: HTMLElement;
  readonly #events: DragEvents;
  readonly #handles: Handles;
  #shown!: Shown;
  #mapping!: PixelMapping;
  /** While a centroid is held: what was shown when it was taken, and where all of them are now. */
  #held?: { readonly time: number; readonly plays: boolean; centroids: Matrix; frame: number };

  /**
   * @param player The player, which stands still while a centroid is held.
   * @param picture The element that shows the film.
   * @param events What is done when it is let go.
   */
  constructor(player: Player, picture: HTMLElement, events: DragEvents) {
    this.#player = player;
    this.#picture = picture;
    this.#events = events;
    this.#handles = new Handles(document.getElementById("handles")!, {
      onTake: () => this.#take(),
      onMove: (i, to) => this.#move(i, to),
      onDrop: (isMoved) => this.#drop(isMoved),
      onCancel: () => this.#cancel(),
    });
  }

  /** Lets the centroids of what is shown now be dragged. */
  turnTo(shown: Shown): PixelMapping {
    this.#shown = shown;
    this.#mapping = new PixelMapping(shown.trace, shown.film);
    const { width, height } = shown.film;
    this.#handles.lieOver([width, height], shown.trace.steps[0].centroids.rows);
    return this.#mapping;
  }

  /** Keeps the handles on the centroids while the film plays. */
  follow(time: number): void {
    if (!this.#held) this.#handles.place(this.#mapping.placesAt(time));
  }

  #take(): void {
    const time = this.#player.time();
    const centroids = this.#mapping.centroidsAt(time);
    this.#held = { time, plays: this.#player.plays(), centroids, frame: 0 };
    this.#player.pause();
    document.getElementById("player")!.classList.add("held");
  }

  #move(i: number, to: Point): void {
    const held = this.#held!;
    held.centroids = this.#mapping.moved(held.centroids, i, to);
    held.frame ||= requestAnimationFrame(() => {
      held.frame = 0;
      this.#preview(held.centroids);
    });
  }

  /** Draws the first assignment to the centroids as they are now. */
  #preview(centroids: Matrix): void {
    const start = performance.now();
    const state = { ...this.#shown.state, centroids };
    const trace = traceOfState(state, this.#shown.trace, 1);
    const film = filmOfState(state, trace);
    const assign = film.beats.find(({ kind }) => kind === "assign");
    const { theme = film.theme } = state.choices;
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    this.#picture.innerHTML = sceneToSvg(
      sceneAt(film, assign ? assign.end - JUST_BEFORE : 0),
      themes[theme === "auto" ? isDark ? "dark" : "light" : theme],
    );
    this.#handles.place(this.#mapping.placesOf(centroids));
    performance.measure("lloyd-drag", { start });
  }

  #drop(isMoved: boolean): void {
    const { centroids, time, plays } = this.#release();
    if (isMoved) this.#events.onDrop(centroids);
    else if (plays) this.#events.onCancel(time, false);
  }

  #cancel(): void {
    const { time, plays } = this.#release();
    this.#events.onCancel(time, !plays);
  }

  #release() {
    const held = this.#held!;
    cancelAnimationFrame(held.frame);
    this.#held = undefined;
    document.getElementById("player")!.classList.remove("held");
    return held;
  }
}
