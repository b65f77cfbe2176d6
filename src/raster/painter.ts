import { toRgb } from "../film/color.ts";
import type { Scene } from "../film/film.ts";
import type { Box } from "../film/geometry.ts";
import type { Mark } from "../film/mark.ts";
import type { Theme } from "../film/theme.ts";
import { Layer } from "./layer.ts";
import { Tiles } from "./tiles.ts";

/**
 * Paints one scene after another onto the same pixels, drawing anew only what has changed. Points
 * at rest are a layer of their own, for they are many and stay while all else moves; those that
 * swell lie before them.
 */
export class Painter {
  /** The pixels of the present scene: red, green, blue, alpha, row after row, all opaque. */
  readonly pixels: Uint8Array;
  readonly #tiles: Tiles;
  readonly #paper: number;
  readonly #layers: readonly Layer[];
  #started = false;

  /**
   * @param width In pixels.
   * @param height In pixels.
   * @param theme The colours of the scenes.
   */
  constructor(readonly width: number, readonly height: number, theme: Theme) {
    this.pixels = new Uint8Array(width * height * 4);
    this.#tiles = new Tiles(width, height);
    this.#paper = opaquePixel(theme.paper);
    this.#layers = [true, false, false, false].map((opaque) =>
      new Layer(this.#tiles, theme, opaque)
    );
  }

  /**
   * Paints a scene.
   *
   * @returns The boxes in which something may have changed; none where nothing has.
   */
  paint({ marks }: Scene): Box[] {
    const changed = new Set<number>();
    layersOf(marks).forEach((layer, i) => {
      for (const tile of this.#layers[i].draw(layer)) changed.add(tile);
    });
    if (!this.#started) {
      this.#started = true;
      for (const tile of this.#tiles.touching([0, 0, this.width, this.height])) changed.add(tile);
    }
    for (const tile of changed) this.#compose(tile);
    return [...this.#tiles.rectangles(changed)].map(([, box]) => box);
  }

  /** Lays the layers of a tile over each other. */
  #compose(tile: number): void {
    const [left, top, right, bottom] = this.#tiles.box(tile);
    const target = new Int32Array(this.pixels.buffer);
    const [behind, ...above] = this.#layers;
    for (let y = top; y < bottom; y++) {
      const start = y * this.width + left;
      const end = y * this.width + right;
      if (behind.shows(tile)) {
        this.pixels.set(behind.pixels.subarray(4 * start, 4 * end), 4 * start);
      } else target.fill(this.#paper, start, end);
    }
    for (const layer of above) {
      if (!layer.shows(tile)) continue;
      const source = new Int32Array(layer.pixels.buffer);
      for (let y = top; y < bottom; y++) {
        const end = y * this.width + right;
        for (let i = y * this.width + left; i < end; i++) {
          const over = source[i];
          if (over === 0) continue;
          const alpha = over >>> 24;
          target[i] = alpha === 255 ? over : (over + dimmed(target[i], 255 - alpha)) | 0;
        }
      }
    }
  }
}

/** What lies behind the points, the points at rest, those that swell, and what lies before them. */
function layersOf(marks: readonly Mark[]): Mark[][] {
  const isPoints = ({ name }: Mark) => name === "points";
  const first = marks.findIndex(isPoints);
  if (first < 0) return [marks.slice(), [], [], []];
  const last = marks.findLastIndex(isPoints);
  const points = marks.slice(first, last + 1);
  const rest = Math.min(...points.map(({ width = 0 }) => width));
  const swollen = ({ width = 0 }: Mark) => width > rest;
  return [
    marks.slice(0, first),
    points.filter((mark) => !swollen(mark)),
    points.filter(swollen),
    marks.slice(last + 1),
  ];
}

/** A pixel times `share` / 255, each channel rounded. */
function dimmed(pixel: number, share: number): number {
  // Two channels at a time, each in 16 bits; (x + 128) * 257 >> 16 divides by 255.
  const even = (pixel & 0xff00ff) * share + 0x800080;
  const odd = ((pixel >>> 8) & 0xff00ff) * share + 0x800080;
  const low = ((even + ((even >>> 8) & 0xff00ff)) >>> 8) & 0xff00ff;
  const high = (odd + ((odd >>> 8) & 0xff00ff)) & 0xff00ff00;
  return low | high;
}

/** A colour as the 32 bits of an opaque pixel, red in the lowest. */
function opaquePixel(hex: string): number {
  const [red, green, blue] = toRgb(hex);
  return (255 << 24) | (blue << 16) | (green << 8) | red;
}
