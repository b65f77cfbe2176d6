/// <reference lib="dom" />
import { DataError } from "../data/data_error.ts";
import { SHAPE_NAMES } from "../data/shape_names.ts";
import { groupsIn } from "../data/shapes.ts";
// @ts-types="../encode/player/player.d.ts"
import { startPlayer } from "../encode/player/player.js";
import { sceneAt } from "../film/film.ts";
import type { Point } from "../film/mark.ts";
import { missingLetters } from "../film/text.ts";
import { themes } from "../film/theme.ts";
import { addGlyphs } from "../film/typeface.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import { filmToSvg } from "../svg/film_svg.ts";
import { sceneToSvg } from "../svg/scene_svg.ts";
import { type Choices, choicesOf, parametersOf } from "./choices.ts";
import { Downloads } from "./download_buttons.ts";
import type { Shown } from "./downloads.ts";
import { Handles } from "./handles.ts";
import { Hand } from "./hand.ts";
import { linkOf, stateOfLink } from "./link.ts";
import { type OwnPoints, readOwnPoints } from "./own_points.ts";
import { filmOf, pointsOf, type State, traceOf } from "./run.ts";

/** Just before a beat ends, in milliseconds: all of it has been done but nothing more. */
const JUST_BEFORE = 1e-6;

/** Sets the page going: it shows what its address says. */
export function openPage(): void {
  new Page().open();
}

/** The page: what it shows, and what people do to it. */
class Page {
  readonly #form = part<HTMLFormElement>("choices");
  readonly #picture = part("picture");
  readonly #stage = part("stage");
  readonly #sheet = new CSSStyleSheet();
  readonly #player = startPlayer((time) => this.#follow(time));
  readonly #handles = new Handles(part("handles"), {
    onTake: () => this.#take(),
    onMove: (i, to) => this.#move(i, to),
    onDrop: (isMoved) => this.#drop(isMoved),
    onCancel: () => this.#show(this.#shown.state, this.#held?.time),
  });
  readonly #downloads = new Downloads(() => this.#shown, (error) => this.#say(error));
  #shown!: Shown;
  #points!: Matrix;
  #hand!: Hand;
  /** What was shown, by the numbers that the browser's history has. */
  readonly #states: State[] = [];
  /** What was shown as a centroid was taken hold of, and where it has been put since. */
  #held?: { time: number; plays: boolean; from: Matrix; to: Matrix; frame: number };

  open(): void {
    document.adoptedStyleSheets = [this.#sheet];
    fill(this.#field("shape"), SHAPE_NAMES);
    fill(this.#field("init"), ["random", "kmeans++", "maxmin", "partition"]);
    fill(this.#field("size"), ["480x360", "640x480", "960x720", "1280x720"]);
    fill(this.#field("theme"), ["auto", "light", "dark", "classic"]);
    fill(this.#field("style"), ["glide", "classic"]);
    this.#listen();
    let state: State = { choices: choicesOf(new URLSearchParams()) };
    const shown = this.#attempt(() => {
      state = stateOfLink(new URLSearchParams(location.search));
      this.#show(state);
    });
    // A link that cannot be shown leaves the page usable.
    if (!shown) this.#show({ choices: choicesOf(new URLSearchParams()) }, undefined, true);
  }

  #listen(): void {
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("change", (event) => {
      const { name } = event.target as HTMLInputElement;
      if (name) this.#attempt(() => this.#choose(name));
    });
    part("new-clusters").addEventListener("click", () => {
      this.#field("start-seed").value = "";
      this.#field("seed").value = drawSeed();
      this.#attempt(() => this.#choose("seed"));
    });
    part("new-centroids").addEventListener("click", () => {
      this.#field("start-seed").value = drawSeed();
      this.#attempt(() => this.#choose("start-seed"));
    });
    this.#stage.addEventListener("click", (event) => this.#attempt(() => this.#addPoint(event)));
    part<HTMLInputElement>("file").addEventListener("change", (event) => {
      const input = event.target as HTMLInputElement;
      const [file] = input.files ?? [];
      if (file) this.#open(file);
      input.value = "";
    });
    const table = part<HTMLTextAreaElement>("table");
    part("use-table").addEventListener(
      "click",
      () => this.#open(new File([table.value], "the table")),
    );
    part("without-own").addEventListener("click", () => {
      this.#attempt(() => this.#show({ choices: this.#chosen() }));
    });
    addEventListener("paste", (event) => {
      if ((event.target as Element).closest("input, textarea")) return;
      const text = event.clipboardData?.getData("text/plain");
      if (text) this.#open(new File([text], "what was pasted"));
    });
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) this.#open(file);
    });
    addEventListener("popstate", ({ state }) => {
      this.#attempt(() =>
        this.#show(this.#states[state] ?? stateOfLink(new URLSearchParams(location.search)))
      );
    });
    part("copy").addEventListener("click", () => this.#copy());
  }

  /** Takes over what was chosen in the form. */
  #choose(name: string): void {
    const { choices: before, own, added, centroids } = this.#shown.state;
    if (name === "shape") this.#field("k").value = String(groupsIn(this.#value("shape")));
    if (name === "seed") this.#field("start-seed").value = "";
    const choices = this.#chosen();
    const isOfPicture = ["size", "theme", "style", "cells", "trails"].includes(name);
    const isOfPoints = ["shape", "clusters", "points", "seed"].includes(name);
    const state: State = {
      choices,
      ...(own && { own }),
      ...(added && !isOfPoints && { added }),
      ...(centroids && isOfPicture && before.k === choices.k && { centroids }),
    };
    this.#show(state, isOfPicture && before.style === choices.style ? this.#player.time() : 0);
  }

  /** What the form says. */
  #chosen(): Choices {
    const said = new URLSearchParams(
      [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]),
    );
    for (const name of ["cells", "trails"]) {
      if (!said.has(name)) said.set(`no-${name}`, "true");
    }
    return choicesOf(said);
  }

  /**
   * Shows a state.
   *
   * @param at From which moment on, in milliseconds; paused if the player was.
   * @param keepsMessages Whether what was said stays.
   */
  #show(state: State, at?: number, keepsMessages = false): void {
    const points = pointsOf(state);
    const trace = traceOf(state, points);
    const film = filmOf(state, trace);
    const isPaused = this.#shown !== undefined && at !== undefined && !this.#player.plays();
    this.#shown = { state, trace, film };
    this.#points = points;
    this.#hand = new Hand(trace, film);
    this.#held = undefined;
    part("player").style.setProperty("--ratio", String(film.width / film.height));
    this.#draw();
    this.#player.load(film, this.#picture.querySelector("svg")!, { at, isPaused });
    this.#write(state);
    if (!keepsMessages) this.#tell("", state.own?.note ?? "");
    if (missingLetters(film.marks).length > 0) this.#loadGlyphs();
  }

  /** Draws the film. */
  #draw(): void {
    const { film, state: { choices: { theme } } } = this.#shown;
    // The policy of the page allows no style in what is drawn, but in a sheet of its own.
    this.#picture.innerHTML = filmToSvg(film, { theme }).replace(
      /<style>(.*?)<\/style>/s,
      (_, rules) => {
        this.#sheet.replaceSync(rules);
        return "";
      },
    );
    this.#handles.lieOver([film.width, film.height], this.#shown.trace.steps[0].centroids.rows);
  }

  #follow(time: number): void {
    if (!this.#held) this.#handles.place(this.#hand.places(time));
  }

  #take(): void {
    const time = this.#player.time();
    const from = this.#hand.centroids(time);
    this.#held = { time, plays: this.#player.plays(), from, to: from, frame: 0 };
    this.#player.pause();
  }

  /** Puts a centroid somewhere: labels, colours and cells follow in the next frame. */
  #move(i: number, to: Point): void {
    const held = this.#held!;
    held.to = this.#hand.put(held.to, i, to);
    if (held.frame) return;
    held.frame = requestAnimationFrame(() => {
      held.frame = 0;
      if (this.#held === held) this.#preview(held.to);
    });
  }

  /** Draws the first assignment to centroids. */
  #preview(centroids: Matrix): void {
    const begun = performance.now();
    const state = { ...this.#shown.state, centroids };
    const trace = traceOf(state, this.#points, 1);
    const film = filmOf(state, trace);
    const assign = film.beats.find(({ kind }) => kind === "assign");
    const time = assign ? assign.end - JUST_BEFORE : 0;
    const { theme = film.theme } = state.choices;
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const colors = themes[theme === "auto" ? isDark ? "dark" : "light" : theme];
    this.#picture.innerHTML = sceneToSvg(sceneAt(film, time), colors);
    this.#handles.place(new Hand(trace, film).places(0));
    performance.measure("lloyd-drag", { start: begun });
  }

  #drop(isMoved: boolean): void {
    const held = this.#held!;
    cancelAnimationFrame(held.frame);
    if (!isMoved) {
      this.#held = undefined;
      if (held.plays) this.#show(this.#shown.state, held.time);
      return;
    }
    this.#runFrom({ ...this.#shown.state, centroids: held.to });
  }

  /** Runs from the centroids of a state, whose first assignment is seen already. */
  #runFrom(state: State): void {
    const choices = { ...state.choices, k: state.centroids!.rows };
    this.#show({ ...state, choices });
    const first = this.#shown.film.beats.find(({ kind }) => kind === "assign");
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#player.load(this.#shown.film, this.#picture.querySelector("svg")!, {
      at: isStill ? undefined : first?.end ?? 0,
      isPaused: isStill,
    });
  }

  /** Adds a point where the picture was clicked; the run goes on from the centroids seen. */
  #addPoint({ clientX, clientY }: MouseEvent): void {
    if (!this.#hand.canAdd) {
      return this.#tell("", "points can be added where there are one or two features");
    }
    const { state, film } = this.#shown;
    const { left, top, width, height } = this.#stage.getBoundingClientRect();
    const point = this.#hand.pointAt([
      (clientX - left) / width * film.width,
      (clientY - top) / height * film.height,
    ]);
    const centroids = this.#hand.centroids(this.#player.time());
    const { data, rows } = state.added ?? { data: [], rows: 0 };
    const added = {
      data: Float64Array.of(...data, ...point),
      rows: rows + 1,
      columns: point.length,
    };
    this.#runFrom({ ...state, added, centroids });
  }

  /** Shows the points of a file. */
  async #open(file: File): Promise<void> {
    let own: OwnPoints;
    try {
      own = await readOwnPoints(new Uint8Array(await file.arrayBuffer()), file.name);
      const choices = this.#chosen();
      const k = Math.min(choices.k, own.points.rows, this.#shown.state.own ? choices.k : 3);
      this.#show({ choices: { ...choices, k }, own });
    } catch (error) {
      this.#say(error, file.name);
    }
  }

  /** Loads the letters that the page does not bring, and draws again with them. */
  async #loadGlyphs(): Promise<void> {
    try {
      const response = await fetch("typeface.svg");
      if (!response.ok || !addGlyphs(await response.text())) return;
    } catch {
      // The reader's own typeface does.
      return;
    }
    this.#show(this.#shown.state, this.#player.time(), true);
  }

  /** Writes a state into the form and the address. */
  #write(state: State): void {
    const { choices, own, added, centroids } = state;
    const { k, init, seed, startSeed, shape, clusters, points, size, theme, style } = choices;
    const values = { k, init, seed, shape, clusters, points, style, theme: theme ?? "auto" };
    for (const [name, value] of Object.entries(values)) this.#field(name).value = String(value);
    this.#field("start-seed").value = String(startSeed ?? "");
    const sizes = this.#field("size") as unknown as HTMLSelectElement;
    if (![...sizes.options].some(({ value }) => value === size.join("x"))) {
      fill(sizes, [size.join("x")]);
    }
    sizes.value = size.join("x");
    (this.#field("cells")).checked = choices.cells;
    (this.#field("trails")).checked = choices.trails;
    part("generated").hidden = own !== undefined;
    part("own").hidden = own === undefined;
    if (own) {
      part("own").querySelector("span")!.textContent = `${
        own.points.rows.toLocaleString("en")
      } points of ${own.name}`;
    }
    const { parameters, isWhole } = linkOf(state);
    const address = location.pathname + (parameters.size > 0 ? `?${parameters}` : "");
    this.#remember(state, address);
    part("link-note").textContent = isWhole
      ? ""
      : `Your points are too many for a link: it shows ${
        own ? "others" : "the run without them"
      }. Share the HTML or the JSON instead.`;
    this.#downloads.follow(
      isWhole && !own && !added && !centroids ? parametersOf(choices) : undefined,
    );
  }

  /** Makes what is shown what the browser comes back to, so that going back undoes a change. */
  #remember(state: State, address: string): void {
    if (this.#states[history.state] === state) return;
    const isFirst = this.#states.length === 0;
    this.#states.push(state);
    const change = isFirst ? "replaceState" : "pushState";
    history[change](this.#states.length - 1, "", address);
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.#tell("", "the link is copied");
    } catch {
      this.#tell("", "the browser does not let the page copy: take the link from the address bar");
    }
  }

  /** Does what can fail; what fails is told, and what was shown stays. */
  #attempt(act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      this.#say(error);
      return false;
    }
  }

  /** Tells what went wrong, in a line. */
  #say(error: unknown, name?: string): void {
    const isTold = error instanceof DataError || error instanceof RangeError ||
      error instanceof TypeError;
    if (!isTold) throw error;
    const place = error instanceof DataError && error.place ? `, ${error.place}` : "";
    this.#tell(name === undefined ? error.message : `${name}${place}: ${error.message}`, "");
  }

  #tell(problem: string, note: string): void {
    part("problem").textContent = problem;
    part("note").textContent = note;
  }

  #field(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }

  #value<T extends string>(name: string): T {
    return this.#field(name).value as T;
  }
}

function part<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

function fill(field: HTMLElement, values: readonly string[]): void {
  (field as HTMLSelectElement).append(...values.map((value) => new Option(value)));
}

/** A seed that is easy to type again. */
function drawSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000);
}
