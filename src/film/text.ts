import { Outline, round } from "./geometry.ts";
import { CAP_HEIGHT, EM, glyphOf } from "./typeface.ts";

/** Where a text lies in relation to its place: its start, middle or end is there. */
export type Anchor = "start" | "middle" | "end";

/** How wide a text is at a size, in pixels. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const character of text) units += glyphOf(character).advance;
  return units * size / EM;
}

/** How high capitals and figures are at a size, in pixels. */
export function capHeight(size: number): number {
  return CAP_HEIGHT * size / EM;
}

/** A text as an outline, so that it looks the same wherever it is seen; `y` is its baseline. */
export function textOutline(
  text: string,
  x: number,
  y: number,
  size: number,
  anchor: Anchor = "start",
): Outline {
  const width = textWidth(text, size);
  const left = x - (anchor === "start" ? 0 : anchor === "middle" ? width / 2 : width);
  const scale = size / EM;
  let pen = left;
  let path = "";
  for (const character of text) {
    const glyph = glyphOf(character);
    path += placed(glyph.path, pen, y, scale);
    pen += glyph.advance * scale;
  }
  return new Outline([left - 1, y - size, left + width + 1, y + size * 0.35], path);
}

/** Cuts a text to a width, with an ellipsis where something is left out. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  // Names of data can be of any length.
  const characters = [...text.slice(0, 500)];
  while (characters.length > 0) {
    characters.pop();
    const cut = characters.join("").trimEnd() + "…";
    if (textWidth(cut, size) <= width) return cut;
  }
  return "";
}

/**
 * A glyph's path at a place, scaled, y downwards. Its commands are M, then relative h, v, l, q, t,
 * and z; what rounding takes from one step is given to the next.
 */
function placed(path: string, left: number, baseline: number, scale: number): string {
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
        pairs.push(pair(x + numbers[i] - roundedX, y - numbers[i + 1] - roundedY));
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
        ? pair(command, command === "h" ? toX : toY)
        : pair(command, ...pairs, toX, toY);
    }
  }
  return result;
}

/** Joins commands and numbers with as few separators as path data needs. */
function pair(...parts: (string | number)[]): string {
  let text = "";
  for (const part of parts) {
    const next = String(typeof part === "number" ? round(part) : part).replace(
      /^(-?)0\./,
      "$1.",
    );
    text += text && /\d$/.test(text) && /^[\d.]/.test(next) ? ` ${next}` : next;
  }
  return text;
}
