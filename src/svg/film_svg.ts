import type { Film } from "../film/film.ts";
import { wholePath } from "../film/geometry.ts";
import {
  lastMark,
  type Line,
  mixes,
  MovingLines,
  type MovingMark,
  type Properties,
  tracksOf,
} from "../film/mark.ts";
import { type Role, type ThemeName, themes } from "../film/theme.ts";
import { lastValue, Track } from "../film/track.ts";
import type { Recipe } from "../trace/trace.ts";
import { animate } from "./animate.ts";
import { ATTRIBUTES, classOf, lineText, paintOf, textOf } from "./paint.ts";
import { type Attributes, DEFAULTS, element, escape, rectangle } from "./elements.ts";

/** How an animated SVG looks. */
export interface FilmSvgOptions {
  /** The theme; `auto` follows the reader's colour scheme. Default: the film's. */
  theme?: ThemeName | "auto";
  /** How often it is played. Default: for ever. */
  loop?: number;
  /** What it was made with, kept in its metadata. */
  recipe?: Recipe;
}

/** What marks that make a group have in common. */
const SHARED: readonly (keyof Properties)[] = ["translate", "opacity"];

/** From this length on, a path that the moving and the still picture share is written once. */
const WORTH_SHARING = 200;

/**
 * Writes a film as one SVG animated with SMIL: self-contained, without a script. Its attributes are
 * the converged picture, so that it is right where animation is left out; readers who prefer
 * reduced motion see that picture alone.
 *
 * @param film The film.
 * @param options How it looks.
 * @returns An SVG document.
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
  const { theme: name = film.theme, loop, recipe } = options;
  const { width, height, duration, marks, title, description } = film;
  const auto = name === "auto";
  const theme = themes[auto ? "light" : name];
  const timing = { dur: `${duration / 1000}s`, repeatCount: loop ?? "indefinite" };

  const animation = (mark: MovingMark, property: keyof Properties): string => {
    const track = mark[property];
    if (!(track instanceof Track)) return "";
    return animate(ATTRIBUTES[property], track, textOf(property, theme), duration, timing);
  };

  const defs: string[] = [];
  const moving: string[] = [];
  const still: string[] = [];
  let group: [first: MovingMark, paths: string] | undefined;
  for (const mark of marks) {
    const last = lastMark(mark);
    const { transform, ...paint } = paintOf(last, theme, auto);
    const place: Attributes = transform === undefined ? {} : { transform };
    if (mark.geometry instanceof MovingLines) {
      const { lines, decimals } = mark.geometry;
      const draw = (line: Line) => lineText(line, decimals);
      moving.push(element(
        "g",
        { ...paint, ...place },
        lines.map((line) =>
          element(
            "path",
            { d: draw(lastValue(line)) },
            line instanceof Track ? animate("d", line, draw, duration, timing) : "",
          )
        ).join(""),
      ));
      still.push(element("path", { ...paint, ...place, d: wholePath(last.geometry) }));
      continue;
    }
    const [tag, path] = shape(mark, wholePath(last.geometry), defs);
    const grouped = mark.translate instanceof Track;
    const animations = (Object.keys(mixes) as (keyof Properties)[])
      .filter((property) => !(grouped && SHARED.includes(property)))
      .map((property) => animation(mark, property)).join("");
    if (last.opacity !== 0 && last.width !== 0) {
      still.push(element(tag, { ...paint, ...place, ...path }));
    }
    if (!grouped) {
      moving.push(element(tag, { ...paint, ...place, ...path }, animations));
      continue;
    }
    // Neighbours that move together, seen at the same times, are one group with one animation.
    const { opacity, ...inner } = paint;
    const outer: Attributes = { ...place, ...(opacity !== undefined && { opacity }) };
    const together = group && SHARED.every((property) => group![0][property] === mark[property]);
    if (together) moving.splice(-1);
    else group = [mark, ""];
    group![1] += element(tag, { ...inner, ...path }, animations);
    const shared = SHARED.map((property) => animation(mark, property)).join("");
    moving.push(element("g", outer, shared + group![1]));
  }

  const moves = marks.some((mark) => tracksOf(mark).length > 0);
  const parts = [
    element("title", {}, escape(title)),
    element("desc", {}, escape(description)),
    recipe ? element("metadata", {}, escape(JSON.stringify(recipe))) : "",
    moves || auto ? element("style", {}, styleSheet(moves, auto)) : "",
    defs.length > 0 ? element("defs", {}, defs.join("\n")) : "",
    element("path", {
      ...(auto && { class: classOf("fill", "paper") }),
      fill: theme.paper,
      d: rectangle(0, 0, width, height),
    }),
    moves ? element("g", { class: "film" }, moving.join("\n")) : "",
    element("g", moves ? { class: "still", display: "none" } : {}, still.join("\n")),
  ];
  return element(
    "svg",
    { ...DEFAULTS, width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
    `\n${parts.filter(Boolean).join("\n")}\n`,
  ) + "\n";
}

/** The element that draws a path: a long one stands in `defs` and is used from there. */
function shape(
  mark: MovingMark,
  d: string,
  defs: string[],
): ["path" | "use", Record<string, string>] {
  if (mark.geometry instanceof Track || d.length < WORTH_SHARING) return ["path", { d }];
  const id = `d${defs.length}`;
  defs.push(element("path", { id, d }));
  return ["use", { href: `#${id}` }];
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
