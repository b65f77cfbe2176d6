import { type Box, type Geometry, round, short } from "./geometry.ts";
import { CAP_HEIGHT, EM, glyphOf, hasGlyph } from "./typeface.ts";

/** Which point of a text lies at its place: its start, its middle or its end. */
export type Anchor = "start" | "middle" | "end";

/** The width of a text at a size, in pixels. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const character of text) units += glyphOf(character).advance;
  return units * size / EM;
}

/** The height of capitals and figures at a size, in pixels. */
export function capHeight(size: number): number {
  return CAP_HEIGHT * size / EM;
}

/** One character of a text, and how far from the left end of the text it begins, in pixels. */
export interface Letter {
  readonly character: string;
  readonly x: number;
}

/** A text as an outline, so that it looks the same wherever it is seen. */
export class Text implements Geometry {
  readonly length = 1;
  /** Its characters without blanks. */
  readonly letters: readonly Letter[];
  /** In pixels. */
  readonly width: number;
  #path: string | undefined;

  /**
   * Sets a text.
   *
   * @param content The text.
   * @param left Its left end, in pixels.
   * @param baseline The line on which it stands, in pixels.
   * @param size Its size, in pixels.
   */
  constructor(
    readonly content: string,
    readonly left: number,
    readonly baseline: number,
    readonly size: number,
  ) {
    const letters: Letter[] = [];
    const scale = size / EM;
    let x = 0;
    for (const character of content) {
      const glyph = glyphOf(character);
      if (glyph.path) letters.push({ character, x });
      x += glyph.advance * scale;
    }
    this.letters = letters;
    this.width = x;
  }

  box(): Box {
    const { left, baseline, size, width } = this;
    return [left - 1, baseline - size, left + width + 1, baseline + size * 0.35];
  }

  path(): string {
    const { left, baseline, size } = this;
    return this.#path ??= this.letters.map(({ character, x }) =>
      placed(glyphOf(character).path, left + x, baseline, size / EM)
    ).join("");
  }
}

/** Texts one below another, so far apart that a picture shows at most one of them. */
export class TextReel implements Geometry {
  /** The texts, each a drop below the one before. */
  readonly rows: readonly Text[];

  /**
   * Sets texts; the first has its baseline at the top of the picture and begins at its left.
   *
   * @param contents The texts.
   * @param size Their size, in pixels.
   * @param drop How far apart their baselines are, in pixels.
   */
  constructor(contents: readonly string[], size: number, drop: number) {
    this.rows = contents.map((content, i) => new Text(content, 0, i * drop, size));
  }

  get length(): number {
    return this.rows.length;
  }

  box(i: number): Box {
    return this.rows[i].box();
  }

  path(i: number): string {
    return this.rows[i].path();
  }
}

/** The path of one character, its left end and baseline at the origin. */
export function letterPath(character: string, size: number): string {
  return placed(glyphOf(character).path, 0, 0, size / EM);
}

/** A text whose start, middle or end is at `x`, and whose baseline is at `y`. */
export function textOutline(
  text: string,
  x: number,
  y: number,
  size: number,
  anchor: Anchor = "start",
): Text {
  const width = anchor === "start" ? 0 : textWidth(text, size);
  return new Text(text, x - (anchor === "middle" ? width / 2 : width), y, size);
}

/** How many characters of a text are looked at: no picture has room for more. */
const LONGEST = 500;

/** A text, cut to a width in pixels with an ellipsis at its end if it is too long. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  // Names of data can be of any length.
  const characters = [...text.slice(0, LONGEST)];
  while (characters.length > 0) {
    characters.pop();
    const cut = characters.join("").trimEnd() + "…";
    if (textWidth(cut, size) <= width) return cut;
  }
  return "";
}

/**
 * The path of a glyph at a place, scaled, with y downwards. The typeface uses the commands M, z and
 * the relative h, v, l, q, t. Each step is rounded from where rounded steps have led so far, so
 * that errors do not add up.
 */
function placed(path: string, left: number, baseline: number, scale: number): string {
  // Where the pen is exactly, where it is by rounded steps, and where the outline began.
  let x = 0;
  let y = 0;
  let roundedX = 0;
  let roundedY = 0;
  let startX = 0;
  let startY = 0;
  let result = "";
  for (const [, command, list] of path.matchAll(/([Mhvlqtz])([^Mhvlqtz]*)/g)) {
    const numbers = (list.match(/-?\d+(?:\.\d+)?/g) ?? []).map((value) => Number(value) * scale);
    if (command === "z") {
      result += "z";
      [roundedX, roundedY] = [startX, startY];
      continue;
    }
    const stride = command === "q" ? 4 : command === "h" || command === "v" ? 1 : 2;
    for (let i = 0; i < numbers.length; i += stride) {
      const pairs: string[] = [];
      if (command === "q") {
        pairs.push(joined(x + numbers[i] - roundedX, y - numbers[i + 1] - roundedY));
      }
      const dx = command === "v" ? 0 : numbers[i + stride - (command === "h" ? 1 : 2)];
      const dy = command === "h" ? 0 : -numbers[i + stride - 1];
      const move = command === "M";
      x = move ? left + dx : x + dx;
      y = move ? baseline + dy : y + dy;
      const toX = round(move ? x : x - roundedX);
      const toY = round(move ? y : y - roundedY);
      roundedX = move ? toX : roundedX + toX;
      roundedY = move ? toY : roundedY + toY;
      if (move) [startX, startY] = [roundedX, roundedY];
      result += command === "h" || command === "v"
        ? joined(command, command === "h" ? toX : toY)
        : joined(command, ...pairs, toX, toY);
    }
  }
  return result;
}

/** Joins commands and numbers with as few separators as path data needs. */
function joined(...parts: (string | number)[]): string {
  let text = "";
  for (const part of parts) {
    const next = typeof part === "number" ? short(round(part)) : part;
    text += isDigit(text[text.length - 1]) && (isDigit(next[0]) || next[0] === ".")
      ? ` ${next}`
      : next;
  }
  return text;
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

/** The characters in the texts of some marks for which the typeface has no glyph, once each. */
export function missingLetters(marks: readonly { readonly geometry: unknown }[]): string[] {
  const texts = marks.flatMap(({ geometry }) =>
    geometry instanceof Text ? [geometry] : geometry instanceof TextReel ? geometry.rows : []
  );
  const letters = texts.flatMap(({ letters }) => letters.map(({ character }) => character));
  return [...new Set(letters)].filter((character) => !hasGlyph(character));
}
