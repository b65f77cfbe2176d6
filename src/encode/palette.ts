import { mixColors, type Rgb, toRgb } from "../film/color.ts";
import type { Film } from "../film/film.ts";
import { colorOf, type Theme } from "../film/theme.ts";
import { Track } from "../film/track.ts";

/** How far apart the colours between a paint and the paper are, for the edges of marks, in sRGB. */
const STRIDE = 50;

/**
 * The colours of a film, known before it is drawn: every paint of its marks, and those between it
 * and the paper that smooth edges need.
 *
 * @param film The film.
 * @param theme The colours of its roles.
 * @param size How many colours at the most.
 * @returns The colours, the paper first.
 */
export function paletteOf(film: Film, theme: Theme, size: number): Rgb[] {
  const paints = new Set<string>();
  for (const { fill, stroke } of film.marks) {
    for (const paint of [fill, stroke]) {
      if (paint === undefined) continue;
      const values = paint instanceof Track ? paint.keys.map(({ value }) => value) : [paint];
      values.forEach((value) => paints.add(colorOf(value, theme)));
    }
  }
  paints.delete(theme.paper);
  const paper = toRgb(theme.paper);
  const distance = (paint: string) => Math.hypot(...toRgb(paint).map((c, i) => c - paper[i]));
  let stride = STRIDE;
  const steps = (paint: string) => Math.max(1, Math.round(distance(paint) / stride));
  const total = () => [...paints].reduce((sum, paint) => sum + steps(paint), 1);
  while (total() > size && stride < 500) stride *= 1.1;
  const colors = [theme.paper, ...paints];
  for (const paint of paints) {
    for (let i = 1; i < steps(paint); i++) {
      colors.push(mixColors(theme.paper, paint, i / steps(paint)));
    }
  }
  return [...new Set(colors)].slice(0, size).map(toRgb);
}

/** How many colours found last are remembered: two to the power of this. */
const REMEMBERED = 16;

/** Finds the nearest colours of a palette. */
export class ColorIndex {
  readonly #red: Int16Array;
  readonly #green: Int16Array;
  readonly #blue: Int16Array;
  readonly #colors = new Int32Array(2 ** REMEMBERED).fill(-1);
  readonly #indices = new Uint8Array(2 ** REMEMBERED);

  constructor(palette: readonly Rgb[]) {
    this.#red = Int16Array.from(palette, ([red]) => red);
    this.#green = Int16Array.from(palette, ([, green]) => green);
    this.#blue = Int16Array.from(palette, ([, , blue]) => blue);
  }

  /** The index of the nearest colour to a pixel: red in the lowest bits, then green and blue. */
  nearest(pixel: number): number {
    const color = pixel & 0xffffff;
    const slot = Math.imul(color, 0x9e3779b1) >>> (32 - REMEMBERED);
    if (this.#colors[slot] !== color) {
      this.#colors[slot] = color;
      this.#indices[slot] = this.#search(color);
    }
    return this.#indices[slot];
  }

  /**
   * Whether a colour of the palette is as near to a pixel as the nearest may be: then a picture that
   * shows it need not change.
   */
  isClose(pixel: number, index: number): boolean {
    if (index < 0) return false;
    const red = (pixel & 255) - this.#red[index];
    const green = ((pixel >> 8) & 255) - this.#green[index];
    const blue = ((pixel >> 16) & 255) - this.#blue[index];
    return red * red + green * green + blue * blue <= (STRIDE / 2) ** 2;
  }

  #search(color: number): number {
    const reds = this.#red;
    const greens = this.#green;
    const blues = this.#blue;
    const red = color & 255;
    const green = (color >> 8) & 255;
    const blue = color >> 16;
    let nearest = 0;
    let least = Infinity;
    for (let i = 0; i < reds.length; i++) {
      const r = red - reds[i];
      const g = green - greens[i];
      const b = blue - blues[i];
      const distance = 2 * r * r + 4 * g * g + 3 * b * b;
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
