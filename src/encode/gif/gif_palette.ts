import { alphaOf, Cloud, cloudOf, type Recoloring } from "../../film/cloud/cloud.ts";
import { mixColors, type Rgb, toRgb } from "../../film/colors/color.ts";
import { drawn, type Film } from "../../film/scene/film.ts";
import { colorOf, type Theme } from "../../film/scene/theme.ts";
import { Track } from "../../film/scene/track.ts";
import { dimmed, opaquePixel, over } from "../../raster/blend.ts";

/** How far apart the colours between a paint and the paper are, for the edges of marks, in sRGB. */
const STRIDE = 50;

/** The share of the pixels of a cloud whose colour may be lost. */
const RARE = 0.01;

/**
 * The colours of a film, known before it is drawn: every paint of its marks, those between it and
 * the paper that smooth edges need, and what the pixels of its clouds look like.
 *
 * @param film The film.
 * @param theme The colours of its roles.
 * @param size How many colours at the most.
 * @returns The colours, the paper first.
 */
export function paletteOf(film: Film, theme: Theme, size: number): Rgb[] {
  const paints = new Set<string>();
  const { marks } = drawn(film);
  for (const { fill, stroke } of marks) {
    for (const paint of [fill, stroke]) {
      if (paint === undefined) continue;
      const values = paint instanceof Track ? paint.keys.map(({ value }) => value) : [paint];
      values.forEach((value) => paints.add(colorOf(value, theme)));
    }
  }
  paints.delete(theme.paper);
  const paper = toRgb(theme.paper);
  let stride = STRIDE;
  const steps = (paint: string) => Math.max(1, Math.round(distance(toRgb(paint), paper) / stride));
  const total = () => [...paints].reduce((sum, paint) => sum + steps(paint), 1);
  while (total() > size && stride < 500) stride *= 1.1;
  const colors = [theme.paper, ...paints];
  for (const paint of paints) {
    for (let i = 1; i < steps(paint); i++) {
      colors.push(mixColors(theme.paper, paint, i / steps(paint)));
    }
  }
  const known = [...new Set(colors)].slice(0, size).map(toRgb);
  const clouds = new Set(marks.flatMap((mark) => cloudOf(mark) ?? []));
  return withMore(known, [...clouds].flatMap((cloud) => colorsOf(cloud, theme.paper)), size);
}

/**
 * Colours, and as many others as there is room for. Where not all of them fit, the first are taken,
 * and those are passed over that look much like one that is there.
 */
function withMore(known: readonly Rgb[], more: readonly Rgb[], size: number): Rgb[] {
  for (let apart = 1;; apart *= 1.2) {
    const colors = [...known];
    for (const color of more) {
      if (colors.every((other) => distance(color, other) >= apart)) colors.push(color);
      if (colors.length > size) break;
    }
    if (colors.length <= size) return colors;
  }
}

/** What the pixels of a cloud look like on paper, the most frequent first, without the rarest. */
function colorsOf({ colors, levels, changes }: Cloud, paper: string): Rgb[] {
  const looks = Cloud.LEVELS + 1;
  const counts = new Uint32Array(colors.length * looks);
  levels.forEach((level) => counts[level]++);
  const count = (change: Recoloring) =>
    change.pixels.forEach((pixel, i) => counts[change.colors[i] * looks + levels[pixel]]++);
  changes.forEach(count);
  const found = [...counts.keys()].filter((look) => counts[look] > 0 && look % looks > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b);
  let rest = found.reduce((sum, look) => sum + counts[look], 0);
  const rare = rest * RARE;
  return found.filter((look) => (rest -= counts[look]) >= rare).map((look) => {
    const color = opaquePixel(colors[Math.floor(look / looks)]);
    const pixel = over(dimmed(color, alphaOf(look % looks)), opaquePixel(paper));
    return [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  });
}

function distance(a: Rgb, b: Rgb): number {
  const [red, green, blue] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return Math.sqrt(red * red + green * green + blue * blue);
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
