import { requireOptions, type Rules } from "../checks.ts";
import { drawn, type Film } from "../film/scene/film.ts";
import { tracksOf } from "../film/scene/mark.ts";
import { type Role, THEME_NAMES, type ThemeName, themes } from "../film/scene/theme.ts";
import type { Recipe } from "../trace/trace.ts";
import { DEFAULTS, element, escape, rectangle, usedId, XLINK } from "./elements.ts";
import { grouped, withoutRepeats } from "./groups.ts";
import { MarkWriter } from "./mark_writer.ts";
import { withOwnIds } from "./own_ids.ts";
import { classOf, Pen } from "./paint.ts";

/** How an animated SVG looks. */
export interface FilmSvgOptions {
  /** The theme; `auto` follows the reader's colour scheme. Default: the film's. */
  theme?: ThemeName | "auto";
  /** How often it is played. Default: for ever. */
  loop?: number;
  /** Whether it has no background. Default `false`. */
  transparent?: boolean;
  /** What it was made with, kept in its metadata. */
  recipe?: Recipe;
}

/** What the options may be. */
const SVG_RULES = {
  theme: { is: "word", words: THEME_NAMES },
  loop: { is: "number", least: 1, most: 65_535, isWhole: true },
  transparent: { is: "boolean" },
  recipe: { is: "json" },
} as const satisfies Rules;

/** How many units of the SVG a pixel has: tenths, so that no number needs a point. */
const UNITS = 10;

/**
 * Writes a film as one SVG animated with SMIL: self-contained, without a script. Its attributes are
 * the converged picture, so that it is right where animation is left out; readers who prefer
 * reduced motion see that picture alone.
 *
 * @param film The film.
 * @param options How it looks.
 * @returns An SVG document.
 * @throws {TypeError | RangeError} If the film was not made by `makeFilm` or the like, or an option
 * is of a wrong type or out of range.
 *
 * @example An SVG that loops
 * ```ts
 * import { filmToSvg, makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }));
 * assert.match(filmToSvg(film), /repeatCount="indefinite"/);
 * ```
 */
export function filmToSvg(film: Film, options: FilmSvgOptions = {}): string {
  requireOptions("write the SVG", options, SVG_RULES);
  const { width, height, duration, marks, title, description } = drawn(film);
  const { theme: name = film.theme, loop, transparent, recipe } = options;
  const auto = name === "auto";
  const pen = new Pen(themes[auto ? "light" : name], UNITS, auto);
  const timing = { dur: `${duration / 1000}s`, repeatCount: loop ?? "indefinite" };
  const writer = new MarkWriter(pen, film, timing);
  for (const mark of marks) writer.add(mark);
  const [moving, still] = withoutRepeats(
    [grouped(writer.moving), grouped(writer.still)],
    (content) => element("use", usedId(writer.define("g", {}, content))),
  );

  const moves = marks.some((mark) => tracksOf(mark).length > 0);
  const parts = [
    element("title", {}, escape(title)),
    element("desc", {}, escape(description)),
    recipe ? element("metadata", {}, escape(JSON.stringify(recipe))) : "",
    moves || auto ? element("style", {}, styleSheet(moves, auto)) : "",
    writer.defs.length > 0 ? element("defs", {}, writer.defs.join("")) : "",
    transparent ? "" : element("path", {
      ...(auto && { class: classOf("fill", "paper") }),
      fill: pen.theme.paper,
      d: rectangle(0, 0, width * UNITS, height * UNITS),
    }),
    moves ? element("g", { class: "film" }, moving) : "",
    element("g", moves ? { class: "still", display: "none" } : {}, still),
  ];
  const viewBox = `0 0 ${width * UNITS} ${height * UNITS}`;
  const svg = element(
    "svg",
    { ...DEFAULTS, ...XLINK, width, height, viewBox, role: "img" },
    `\n${parts.filter(Boolean).join("\n")}\n`,
  );
  return withOwnIds(svg) + "\n";
}

/** All that changes with the reader: whether there is motion, and the colours by role. */
function styleSheet(moves: boolean, auto: boolean): string {
  const rules = moves
    ? "@media(prefers-reduced-motion:reduce){.film{display:none}.still{display:inline}}"
    : "";
  if (!auto) return rules;
  const dark = (Object.entries(themes.dark) as [Role, string][]).map(([role, color]) =>
    `.${classOf("fill", role)}{fill:${color}}.${classOf("stroke", role)}{stroke:${color}}`
  );
  return `${rules}@media(prefers-color-scheme:dark){${dark.join("")}}`;
}
