import openSans from "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg" with {
  type: "text",
};

/** The outline of one character, in units of the typeface, with y upwards. */
export interface Glyph {
  /** How far to the right of this character the next one begins. */
  readonly advance: number;
  /** SVG path data; empty for a blank. */
  readonly path: string;
}

/** How many units of the typeface an em has. */
export const EM = 2048;
/** The height of capitals, in units. */
export const CAP_HEIGHT = 1462;

/** The advance of glyphs that do not say their own, in units: the default of the typeface. */
const ADVANCE = 1139;

/** What is drawn for a character that the typeface does not have: an empty rectangle. */
const MISSING: Glyph = {
  advance: 1229,
  path: "M150 0v1462h929v-1462zM280 130h669v1202h-669z",
};

const glyphs = new Map<string, Glyph>();
let typeface = openSans;

/**
 * Uses another text of the typeface from now on: a page comes with a shortened one, and gets the
 * rest when characters are missing.
 *
 * @param text The typeface as an SVG font.
 * @returns Whether the text is another one than before.
 */
export function addGlyphs(text: string): boolean {
  if (typeface === text) return false;
  typeface = text;
  glyphs.clear();
  return true;
}

/** The glyph of a character in Open Sans (Steve Matteson, Apache License 2.0). */
export function glyphOf(character: string): Glyph {
  let glyph = glyphs.get(character);
  if (!glyph) glyphs.set(character, glyph = findGlyph(character) ?? MISSING);
  return glyph;
}

/** Whether the typeface has a glyph for a character. */
export function hasGlyph(character: string): boolean {
  return glyphOf(character) !== MISSING;
}

function findGlyph(character: string): Glyph | undefined {
  const code = `&#x${character.codePointAt(0)!.toString(16).padStart(2, "0")};`;
  // The file has most characters as they are, some as references.
  for (const name of [character, code]) {
    const start = typeface.indexOf(`<glyph unicode="${name}"`);
    if (start < 0) continue;
    const tag = typeface.slice(start, typeface.indexOf("/>", start));
    return {
      advance: Number(/horiz-adv-x="(\d+)"/.exec(tag)?.[1] ?? ADVANCE),
      path: / d="([^"]*)"/.exec(tag)?.[1] ?? "",
    };
  }
}
