/// <reference lib="dom" />
// @ts-types="../encode/player/player.d.ts"
import { type Beginning, startPlayer } from "../encode/player/player.js";
import { drawn, type Film } from "../film/scene/film.ts";
import { BEAT_NAMES } from "../film/scene/beats.ts";
import type { Point } from "../film/scene/mark.ts";
import { missingLetters } from "../film/scene/text.ts";
import { addGlyphs } from "../film/scene/typeface.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import { filmToSvg } from "../svg/film_svg.ts";
import { choicesOf, parametersOf } from "./choices.ts";
import { listenForPoints } from "./crosshair.ts";
import { Downloads } from "./download_buttons.ts";
import type { Shown } from "./downloads.ts";
import { Dragging } from "./dragging.ts";
import { ChoicesForm } from "./form.ts";
import { LIMITS } from "./limits.ts";
import { linkOf, stateOfLink } from "./link.ts";
import { lineOf, tell } from "./messages.ts";
import { readOwnPoints } from "./own_points.ts";
import type { PixelMapping } from "./pixel_mapping.ts";
import { filmOfState, isPlain, pointsOfState, type State, traceOfState } from "./run.ts";
import { listenForTables } from "./tables.ts";

/** Starts the page, which shows the state that its address holds. */
export function openPage(): void {
  new Page().open();
}

/** k for the reader's own points until another is chosen. */
const FIRST_K = 3;

const OF_PICTURE = ["size", "theme", "style", "cells", "trails"];
const OF_POINTS = ["shape", "clusters", "points", "seed", "standardize"];

/** The page: what it shows, and what its reader does. */
class Page {
  readonly #picture = part("picture");
  /** The style sheet of the picture, as the policy of the page allows none inside it. */
  readonly #sheet = new CSSStyleSheet();
  readonly #player = startPlayer((time) => this.#dragging.follow(time));
  readonly #dragging = new Dragging(this.#player, this.#picture, {
    onDrop: (centroids) => this.#attempt(() => this.#runFrom(this.#shown.state, centroids)),
    onCancel: (at, isPaused) => this.#show(this.#shown.state, () => ({ at, isPaused })),
  });
  readonly #form = new ChoicesForm(
    part("choices") as HTMLFormElement,
    (name) => this.#attempt(() => this.#choose(name)),
  );
  readonly #downloads = new Downloads(() => this.#shown, (error) => tell(lineOf(error), true));
  #shown!: Shown;
  #mapping!: PixelMapping;
  /** The k that was chosen for the reader's own points. It is kept when a table has fewer points. */
  #ownK = FIRST_K;
  /** The states that were shown, by their names in the browser's history. */
  readonly #states = new Map<string, State>();

  open(): void {
    document.adoptedStyleSheets = [this.#sheet];
    listenForPoints(part("stage"), part("crosshair"), ([x, y]) => {
      const { width, height } = this.#shown.film;
      this.#attempt(() => this.#addPoint([x * width, y * height]));
    });
    listenForTables((table, name) => this.#useTable(table, name));
    part("without-own").addEventListener("click", () => {
      this.#attempt(() => this.#show({ choices: { ...this.#form.read(), standardize: false } }));
    });
    part("copy").addEventListener("click", () => this.#copy());
    addEventListener("popstate", ({ state }) => {
      this.#attempt(() => {
        if (!this.#states.has(state)) this.#states.set(state, addressed());
        this.#show(this.#states.get(state)!);
      });
    });
    if (!this.#attempt(() => this.#show(addressed()))) {
      // A link that cannot be shown leaves the page usable, and its message on it.
      this.#show({ choices: choicesOf(new URLSearchParams()) }, undefined, true);
    }
  }

  /** Takes over what was chosen in the form. */
  #choose(name: string): void {
    const { choices: before, own, added, centroids } = this.#shown.state;
    const choices = this.#form.read();
    if (name === "k" && own) this.#ownK = choices.k;
    const isOfPicture = OF_PICTURE.includes(name);
    const state: State = {
      choices,
      ...(own && { own }),
      ...(added && !OF_POINTS.includes(name) && { added }),
      ...(centroids && isOfPicture && { centroids }),
    };
    if (isOfPicture && before.style === choices.style) this.#show(state, this.#asNow());
    else this.#show(state);
  }

  /**
   * Shows a state.
   *
   * @param state The state.
   * @param begin Where its film begins, and whether it is paused there.
   * @param keepsMessage Whether the message that is shown stays.
   */
  #show(
    state: State,
    begin: (film: Film) => Beginning = () => ({}),
    keepsMessage = false,
  ): void {
    const trace = traceOfState(state, pointsOfState(state));
    const film = filmOfState(state, trace);
    this.#shown = { state, trace, film };
    this.#mapping = this.#dragging.turnTo(this.#shown);
    part("stage").classList.toggle("can-add", this.#mapping.canAddPoints);
    part("player").style.setProperty("--ratio", String(film.width / film.height));
    this.#picture.innerHTML = filmToSvg(film, { theme: state.choices.theme })
      .replace(/<style>(.*?)<\/style>/s, (_, rules) => {
        this.#sheet.replaceSync(rules);
        return "";
      });
    this.#player.load(
      { ...film, beatNames: BEAT_NAMES },
      this.#picture.querySelector("svg")!,
      begin(film),
    );
    this.#write(state);
    if (!keepsMessage) tell(noteOn(state));
    if (missingLetters(drawn(film).marks).length > 0) this.#loadGlyphs();
  }

  /** Begins the next film at the moment that is shown now. */
  #asNow(): () => Beginning {
    const begin = { at: this.#player.time(), isPaused: !this.#player.plays() };
    return () => begin;
  }

  /** Runs from centroids. The film begins after the first assignment, which the preview has shown. */
  #runFrom(state: State, centroids: Matrix): void {
    const choices = { ...state.choices, k: centroids.rows };
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#show({ ...state, choices, centroids }, ({ beats }) => {
      if (isStill) return { isPaused: true };
      return { at: beats.find(({ kind }) => kind === "assign")?.end };
    });
  }

  /** Adds a point at a pixel, and runs from the centroids that are shown. */
  #addPoint(place: Point): void {
    const { state, trace } = this.#shown;
    if (!this.#mapping.canAddPoints) {
      return tell("points cannot be added to more than two features, nor to standardized ones");
    }
    if (trace.points.rows >= LIMITS.points) {
      throw new RangeError(`there are ${LIMITS.points} points already, and no more can be added`);
    }
    const point = this.#mapping.pointAt(place);
    const { data, rows } = state.added ?? { data: [], rows: 0 };
    const added = {
      data: Float64Array.from([...data, ...point]),
      rows: rows + 1,
      columns: point.length,
    };
    this.#runFrom({ ...state, added }, this.#mapping.centroidsAt(this.#player.time()));
  }

  /** Shows the points of a table. */
  async #useTable(table: Blob, name: string): Promise<void> {
    try {
      const own = await readOwnPoints(new Uint8Array(await table.arrayBuffer()), name);
      const choices = this.#form.read();
      this.#show({ choices: { ...choices, k: Math.min(this.#ownK, own.points.rows) }, own });
    } catch (error) {
      tell(lineOf(error, name), true);
    }
  }

  /** Loads the letters that the bundle leaves out, and draws the film again with them. */
  async #loadGlyphs(): Promise<void> {
    let text: string;
    try {
      const response = await fetch("typeface.svg");
      text = response.ok ? await response.text() : "";
    } catch {
      // Letters that are missing are drawn as boxes.
      return;
    }
    if (text && addGlyphs(text)) this.#show(this.#shown.state, this.#asNow(), true);
  }

  /** Writes a state into the form and the address. */
  #write(state: State): void {
    const { choices, own } = state;
    this.#form.write(choices);
    part("generated").hidden = own !== undefined;
    part("own").hidden = own === undefined;
    if (own) {
      const { rows } = own.points;
      part("own").querySelector("span")!.textContent = `${rows.toLocaleString("en")} ${
        rows === 1 ? "point" : "points"
      } of ${own.name}`;
    }
    const { parameters, isWhole } = linkOf(state);
    this.#remember(state, parameters);
    part("link-note").textContent = isWhole
      ? ""
      : "Your points are too many for a link, which leaves them out: share the HTML or the JSON.";
    this.#downloads.follow(isPlain(state) ? parametersOf(choices) : undefined);
  }

  /** Adds a state to the browser's history, so that going back undoes a change. */
  #remember(state: State, parameters: URLSearchParams): void {
    if (this.#states.get(history.state) === state) return;
    const change = this.#states.size === 0 ? "replaceState" : "pushState";
    // Names differ from those of earlier visits, whose states are gone.
    const name = `${performance.timeOrigin} ${this.#states.size}`;
    this.#states.set(name, state);
    const search = parameters.size > 0 ? `?${parameters}` : "";
    history[change](name, "", location.pathname + search);
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      tell("the link is copied");
    } catch {
      tell("the browser does not let the page copy: take the link from the address bar");
    }
  }

  /** Does something that can fail. If it does the reader is told, and what was shown stays. */
  #attempt(act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      tell(lineOf(error), true);
      return false;
    }
  }
}

/** What the reader should know about the points. */
function noteOn({ own, choices: { standardize } }: State): string {
  const unlike = own?.unlike && !standardize ? `${own.unlike}: consider standardizing` : "";
  return [own?.note, unlike].filter(Boolean).join("; ");
}

/** The state that the address holds. */
function addressed(): State {
  return stateOfLink(new URLSearchParams(location.search));
}

function part(id: string): HTMLElement {
  return document.getElementById(id)!;
}
