import type { Film } from "../../film/scene/film.ts";
import { sceneAt } from "../../film/scene/film.ts";
import { type ThemeName, themes } from "../../film/scene/theme.ts";
import { Painter } from "../../raster/painter.ts";
import { startResvg } from "../../raster/rasterizer.ts";
import { cellOf, type Colors, linesOf, type Pixels, reduced } from "./cells.ts";
import { type Abilities, abilitiesOf, kittyText, sixelText } from "./graphics.ts";
import type { Input } from "./input.ts";
import { statusLine } from "./status_line.ts";
import { Terminal } from "./terminal.ts";

/** How pictures are drawn: by the terminal's own graphics, or in cells. */
export type Graphics = "kitty" | "sixel" | "cells";

/** How a film is played. */
export interface PlaybackOptions {
  /** Makes the film of a size, with its texts or without. */
  readonly film: (size: readonly [number, number], hasTexts: boolean) => Promise<Film>;
  readonly theme: ThemeName;
  /** Default: the best that the terminal can draw. */
  readonly graphics?: Graphics;
  readonly colors: Colors;
  /** How often it is played. Default: until it is left. */
  readonly loop?: number;
  /** Whether it waits at its start. Default `false`. */
  readonly isPaused?: boolean;
  /** How many pictures are shown a second. */
  readonly fps: number;
}

/** Each dot or half block is the mean of this many pixels across and down, so that edges are smooth. */
const FINENESS = 3;
/** The smallest width and height of a film, in pixels. */
const LEAST = 16;

/** What a film is played on. */
export type Stage = Pick<Terminal, "size" | "write" | "isResized"> & Disposable;

/**
 * Plays a film until it is over, or left by q.
 *
 * @param input What is typed meanwhile.
 * @param options How it is played.
 * @param open Takes over what it is played on. Default: the terminal.
 */
export async function playback(
  input: Input,
  options: PlaybackOptions,
  open: () => Stage = () => new Terminal(),
): Promise<void> {
  await startResvg();
  using terminal = open();
  const abilities = options.graphics === "cells" ? NONE : await abilitiesOf(terminal, input);
  const graphics = options.graphics ??
    (options.colors === "none"
      ? "cells"
      : abilities.kitty
      ? "kitty"
      : abilities.sixel
      ? "sixel"
      : "cells");
  let screen = await Screen.fitted(terminal, graphics, abilities, options);
  const { duration, beats } = screen.film;
  const ends = beats.map(({ end }) => Math.max(0, end - 10));

  let time = 0;
  let rest = options.loop ?? Infinity;
  let isPaused = options.isPaused ?? false;
  let drawn = performance.now();
  for (;;) {
    if (terminal.isResized) {
      terminal.isResized = false;
      screen = await Screen.fitted(terminal, graphics, abilities, options);
      drawn = performance.now();
    }
    screen.show(Math.min(time, duration), isPaused);
    const begun = performance.now();
    const key = await input.key(Math.max(1, drawn + 1000 / options.fps - begun));
    const now = performance.now();
    if (!isPaused) time += now - drawn;
    drawn = now;
    switch (key) {
      case undefined:
        break;
      case " ":
        isPaused = !isPaused;
        break;
      case "\x1b[C":
      case "\x1bOC":
        time = ends.find((end) => end > time) ?? duration;
        isPaused = true;
        break;
      case "\x1b[D":
      case "\x1bOD":
        time = ends.findLast((end) => end < time - 1) ?? 0;
        isPaused = true;
        break;
      case "q":
      case "Q":
      case "\x03":
        input.dropRepeated(key);
        return;
    }
    if (time < duration || isPaused) continue;
    if (--rest < 1) return;
    time %= duration;
  }
}

const NONE: Abilities = { kitty: false, sixel: false, cell: [8, 16] };

/** A film in a terminal of one size. */
class Screen {
  readonly #painter: Painter;
  #before: readonly string[] = [];

  private constructor(
    readonly film: Film,
    readonly terminal: Stage,
    readonly graphics: Graphics,
    readonly options: PlaybackOptions,
  ) {
    this.#painter = new Painter(film.width, film.height, themes[options.theme]);
  }

  static async fitted(
    terminal: Stage,
    graphics: Graphics,
    { cell }: Abilities,
    options: PlaybackOptions,
  ): Promise<Screen> {
    const { columns, rows } = terminal.size;
    const inCells = cellOf(options.colors).map((side) => side * FINENESS);
    const [width, height] = graphics === "cells" ? inCells : cell;
    const size = [columns * width, (rows - 1) * height].map((side) => Math.max(LEAST, side));
    const film = await options.film([size[0], size[1]], graphics !== "cells");
    terminal.write("\x1b[0m\x1b[2J");
    return new Screen(film, terminal, graphics, options);
  }

  show(time: number, isPaused: boolean): void {
    const { film, graphics, options, terminal } = this;
    this.#painter.paint(sceneAt(film, Math.min(time, film.duration - 1)));
    const { pixels: data, width, height } = this.#painter;
    const picture: Pixels = { data, width, height };
    const lines = graphics === "kitty"
      ? [kittyText(picture)]
      : graphics === "sixel"
      ? [sixelText(picture)]
      : linesOf(reduced(picture, FINENESS), options.colors);
    const { columns, rows } = terminal.size;
    const status = statusLine(film, time, isPaused, columns - 1);
    const text = lines.map((line, i) => line === this.#before[i] ? "" : `\x1b[${i + 1};1H${line}`)
      .join("");
    this.#before = lines;
    terminal.write(`${text}\x1b[${rows};1H\x1b[K${status}`);
  }
}
