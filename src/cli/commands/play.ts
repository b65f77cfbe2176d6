import { makeFilm } from "../../film/styles/make_film.ts";
import type { Trace } from "../../trace/trace.ts";
import { UsageError } from "../errors.ts";
import { optionsText } from "../options/help.ts";
import { requireApplicable } from "../options/applicable.ts";
import { prepare } from "../runs/prepare.ts";
import { type Option, optional } from "../options/option.ts";
import { GROUPS, OPTIONS, type Options } from "../options/table.ts";
import { parseCall, shortened } from "../options/parse.ts";
import { Progress } from "../progress.ts";
import { filmOptionsOf } from "../runs/run.ts";
import type { Colors } from "../terminal/cells.ts";
import { Input } from "../terminal/input.ts";
import { type Graphics, playback, type PlaybackOptions } from "../terminal/playback.ts";
import { word } from "../options/values.ts";
import { writeStandardOutput } from "../output/write.ts";

const OWN = {
  "graphics": optional(word("kitty", "sixel", "cells"), {
    group: "Terminal",
    value: "HOW",
    help: "kitty or sixel graphics, or cells: half blocks, dots of Braille without colours",
    otherwise: "the best that the terminal says it has",
  }),
  "terminal-colors": optional(word("true", "256", "none"), {
    group: "Terminal",
    value: "N",
    help: "true, 256 or none",
    otherwise: "by NO_COLOR, COLORTERM and TERM where they may be read; true",
  }),
};
const TABLE = { ...OPTIONS, ...OWN };

const HELP = `Plays the film in the terminal. It needs no permission.

Usage: deno run cli.ts play [DATA] [options]

Space pauses, the arrows ← and → step by beats, q quits.

${optionsText(TABLE, ["Terminal", ...GROUPS.filter((group) => group !== "Output")])}

Exit status: 0 done, 1 it could not be done, 2 the call is wrong, or there is no terminal.
`;

/** Plays a run in the terminal. */
export async function play(args: readonly string[]): Promise<number> {
  const { values, given, positionals: [data, surplus] } = await parseCall(args, TABLE);
  if (values.help) {
    await writeStandardOutput(new TextEncoder().encode(HELP));
    return 0;
  }
  if (surplus !== undefined) throw new UsageError(`'${shortened(surplus)}' is one file too many`);
  const output = [...given].find((name) => (TABLE[name] as Option).group === "Output");
  if (output) throw new UsageError(`--${output} is about files, and play makes none: leave it out`);
  requireTerminal();
  const { graphics, "terminal-colors": colors, ...rest } = values;
  const options = {
    ...rest,
    ...(data !== undefined && { data }),
    given: new Set([...given].filter((name) => !Object.hasOwn(OWN, name))),
  } as Options;
  requireApplicable(options);
  const { made, settled } = await prepare(options, false, new Progress(true));
  const shown = made.trace
    ? filmOfAnySize(made.trace, settled)
    : ((size) => made.film([size[0], size[1]])) satisfies PlaybackOptions["film"];
  await playback(new Input(), {
    ...appearanceOf(settled, colors as Colors | undefined),
    film: shown,
    graphics: graphics as Graphics | undefined,
    loop: settled.loop,
  });
  return 0;
}

/**
 * Checks that there is a terminal to play in.
 *
 * @throws {UsageError} If there is none.
 */
function requireTerminal(): void {
  if (Deno.stdout.isTerminal()) return;
  throw new UsageError("play needs a terminal: leave play out and add --out anim.gif for a file");
}

/** Makes the film of a run in any size, without its texts where there is no room for them. */
export function filmOfAnySize(trace: Trace, options: Options): PlaybackOptions["film"] {
  return ([width, height], hasTexts) => {
    const own = { ...filmOptionsOf(options), width, height };
    const bare = { ...own, title: undefined, axes: false, chart: false, caption: false };
    return Promise.resolve(makeFilm(trace, hasTexts ? own : bare));
  };
}

/** How a film looks in this terminal. */
export function appearanceOf(
  { theme, fps }: Options,
  colors: Colors = colorsHere(),
): Pick<PlaybackOptions, "theme" | "colors" | "fps"> {
  return { theme: !theme || theme === "auto" ? "dark" : theme as "light", colors, fps };
}

/** How many colours the terminal has, as far as its environment variables may be read. */
function colorsHere(): Colors {
  const read = (name: string) => {
    const { state } = Deno.permissions.querySync({ name: "env", variable: name });
    return state === "granted" ? Deno.env.get(name) : undefined;
  };
  const terminal = read("TERM");
  if (read("NO_COLOR") || terminal === "dumb" || terminal?.startsWith("vt")) return "none";
  if (/truecolor|24bit/i.test(read("COLORTERM") ?? "")) return "true";
  return terminal === undefined || /direct|kitty|tmux|ghostty/.test(terminal) ? "true" : "256";
}
