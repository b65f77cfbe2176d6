import openSans from "npm:open-sans-fontface@1.4.0/fonts/Regular/OpenSans-Regular.svg" with {
  type: "text",
};

/** The shape of one character, in units of the typeface, y upwards. */
export interface Glyph {
  /** How far the next character stands from this one. */
  readonly advance: number;
  /** SVG path data; empty for a blank. */
  readonly path: string;
}

/** Units an em. */
export const EM = 2048;
/** How high capitals stand. */
export const CAP_HEIGHT = 1462;

/** How far the next character stands where a glyph does not say. */
const ADVANCE = 1139;

/** What stands for a character the typeface does not have: an honest box. */
const MISSING: Glyph = {
  advance: 1229,
  path: "M150 0v1462h929v-1462zM280 130h669v1202h-669z",
};

const glyphs = new Map<string, Glyph>();
let typeface = openSans;

/**
 * Takes the glyphs of another text of the typeface, where the one that came along is shortened.
 *
 * @returns Whether it is another.
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
  // Most characters stand as they are.
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
