import { requireOptions } from "../checks.ts";
import { ENCODE_RULES } from "./encode_options.ts";
import { policySource } from "../bytes/sha256.ts";
import { BEAT_NAMES } from "../film/scene/beats.ts";
import { drawn, type Film } from "../film/scene/film.ts";
import { type ThemeName, themes } from "../film/scene/theme.ts";
import { escape } from "../svg/elements.ts";
import { filmToSvg } from "../svg/film_svg.ts";
import type { Recipe } from "../trace/trace.ts";
import controls from "./player/controls.html" with { type: "text" };
import sheet from "./player/player.css" with { type: "text" };
import player from "./player/player.js" with { type: "text" };

/** What the page runs: its player, with the film that stands in it. */
const script = `${player}startPlayer().load(
  JSON.parse(document.getElementById("lloyd-film").textContent),
  document.querySelector("#picture svg"),
);
`;

/** How a page shows a film. */
export interface HtmlOptions {
  /** The theme; `auto` follows the reader's colour scheme. Default: the film's. */
  theme?: ThemeName | "auto";
  /** How often it is played. Default: for ever. */
  loop?: number;
  /** What it was made with, kept in the page. */
  recipe?: Recipe;
}

/**
 * Writes a film as one page: the animated SVG with controls that play it, step through its beats
 * and scrub. It loads nothing, and its content security policy allows nothing else.
 *
 * @param film The film.
 * @param options How it is shown.
 * @returns An HTML document.
 * @throws {TypeError | RangeError} If the film was not made by `makeFilm` or the like, or an option
 * is of a wrong type or out of range.
 *
 * @example A page that plays twice
 * ```ts
 * import { filmToHtml, makeFilm, record } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * const film = makeFilm(record([[0, 0], [0, 1], [9, 9]], { k: 2 }));
 * assert.match(await filmToHtml(film, { loop: 2 }), /^<!doctype html>/);
 * ```
 */
export async function filmToHtml(film: Film, options: HtmlOptions = {}): Promise<string> {
  requireOptions("write the page", options, ENCODE_RULES);
  drawn(film);
  const { theme = film.theme, loop, recipe } = options;
  const svg = filmToSvg(film, { theme, loop });
  const styles = [...svg.matchAll(/<style>(.*?)<\/style>/gs)].map((match) => match[1]);
  const colors = colorSheet(theme);
  const { title, duration, beats, figures } = film;
  const policy = [
    "default-src 'none'",
    "img-src data:",
    `style-src ${(await Promise.all([colors, sheet, ...styles].map(policySource))).join(" ")}`,
    `script-src ${await policySource(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${colors}</style>
<style>${sheet}</style>
</head>
<body>
<main id="player">
<div id="picture">
${svg}</div>
${controls}</main>
${recipe ? data("lloyd-recipe", recipe) : ""}${
    data("lloyd-film", { duration, loop, beats, beatNames: BEAT_NAMES, figures })
  }<script type="module">${script}</script>
</body>
</html>
`;
}

/** The colours of the page: those of the picture. */
function colorSheet(theme: ThemeName | "auto"): string {
  const rule = (name: ThemeName) =>
    `:root{${
      Object.entries(themes[name]).map(([role, color]) => `--${role}:${color}`).join(";")
    };color-scheme:${name === "dark" ? "dark" : "light"}}`;
  if (theme !== "auto") return rule(theme);
  return `${rule("light")}@media(prefers-color-scheme:dark){${rule("dark")}}`;
}

/** Data for scripts, none of which can end its element. */
function data(id: string, value: unknown): string {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="${id}">${json}</script>\n`;
}
