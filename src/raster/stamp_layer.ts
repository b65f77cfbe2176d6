import { type Box, type Geometry, round, type Stamps } from "../film/scene/geometry.ts";
import type { Mark } from "../film/scene/mark.ts";
import { colorOf, type Theme } from "../film/scene/theme.ts";
import { dimmed, opaquePixel, over } from "./blend.ts";
import { isHidden, isSame, type Layer } from "./layer.ts";
import { PHASES, Sprite } from "./sprites.ts";
import { layOver } from "./sparse.ts";
import { Tiles } from "./tiles.ts";

/** A mark as it was drawn: what tells it from another, and its parts by tile. */
interface Drawn {
  readonly mark: Mark;
  /** Its colour as an opaque pixel. */
  readonly color: number;
  readonly key: string;
  readonly parts: ReadonlyMap<number, readonly number[]>;
}

/** Where a tile is drawn. */
const SCRATCH = new Int32Array(Tiles.SIDE ** 2);
/** Which of its pixels are not clear, one after another. */
const DRAWN = new Uint16Array(Tiles.SIDE ** 2);

const NOWHERE: ReadonlyMap<number, readonly number[]> = new Map();

/** Points, centroids and other stamps: each is a sprite laid where it stands. */
export class StampLayer implements Layer {
  readonly #tiles: Tiles;
  readonly #theme: Theme;
  readonly #sprites: Map<string, Sprite>;
  readonly #shades = new Map<string, Int32Array>();
  readonly #kept = new WeakMap<Geometry, Pick<Drawn, "key" | "parts">>();
  /** The tiles that are drawn already: by turns where a pixel is, and what it is. */
  readonly #pixels = new Map<number, Int32Array>();
  #drawn: readonly Drawn[] = [];

  constructor(tiles: Tiles, theme: Theme, sprites: Map<string, Sprite>) {
    this.#tiles = tiles;
    this.#theme = theme;
    this.#sprites = sprites;
  }

  update(marks: readonly Mark[]): Set<number> {
    const before = this.#drawn;
    this.#drawn = marks.map((mark, i) =>
      isSame(before[i]?.mark, mark) ? before[i] : this.#prepare(mark)
    );
    const changed = new Set<number>();
    this.#drawn.forEach(({ key, parts }, i) => {
      const last = before[i];
      if (last?.key === key && last.parts === parts) return;
      for (const tile of last?.parts.keys() ?? []) changed.add(tile);
      for (const tile of parts.keys()) changed.add(tile);
    });
    for (const tile of changed) this.#pixels.delete(tile);
    return changed;
  }

  compose(tile: number, picture: Int32Array): void {
    let pixels = this.#pixels.get(tile);
    if (!pixels) this.#pixels.set(tile, pixels = this.#draw(tile));
    layOver(picture, pixels);
  }

  /** Draws a tile; what stays clear is left out. */
  #draw(tile: number): Int32Array {
    const box = this.#tiles.box(tile);
    SCRATCH.fill(0);
    let count = 0;
    for (const { mark, color, parts } of this.#drawn) {
      const some = parts.get(tile);
      if (some) count = this.#stamp(mark, color, some, box, count);
    }
    const pixels = new Int32Array(2 * count);
    for (let i = 0; i < count; i++) {
      const at = DRAWN[i];
      const row = Math.floor(at / Tiles.SIDE);
      pixels[2 * i] = (box[1] + row) * this.#tiles.width + box[0] + at - row * Tiles.SIDE;
      pixels[2 * i + 1] = SCRATCH[at];
    }
    return pixels;
  }

  #prepare(mark: Mark): Drawn {
    if (isHidden(mark)) return { mark, color: 0, key: "", parts: NOWHERE };
    const color = opaquePixel(colorOf(mark.stroke ?? "ink", this.#theme));
    const where = `${mark.width} ${mark.translate}`;
    const key = `${color} ${mark.opacity} ${where}`;
    let kept = this.#kept.get(mark.geometry);
    if (kept?.key !== where) {
      this.#kept.set(mark.geometry, kept = { key: where, parts: this.#tiles.partsOf(mark, 2) });
    }
    return { mark, color, key, parts: kept.parts };
  }

  /** Stamps parts of a mark on the scratch tile; tells how many of its pixels are then not clear. */
  #stamp(
    mark: Mark,
    color: number,
    parts: readonly number[],
    box: Box,
    count: number,
  ): number {
    const { at } = mark.geometry as Stamps;
    const { width = 0, cap, opacity = 1, translate: [dx, dy] = [0, 0] } = mark;
    const [left, top, right, bottom] = box;
    const sprite = this.#sprite(mark.geometry as Stamps, round(width, 2), cap);
    const { reach } = sprite;
    const shades = this.#shadesOf(color, opacity);
    for (const part of parts) {
      const x = Math.round((at[2 * part] + dx) * PHASES);
      const y = Math.round((at[2 * part + 1] + dy) * PHASES);
      const column = Math.floor(x / PHASES);
      const row = Math.floor(y / PHASES);
      const { rights, downs, shares } = sprite.ink(x - column * PHASES, y - row * PHASES);
      const isWithin = column - reach >= left && column + reach < right &&
        row - reach >= top && row + reach < bottom;
      for (let i = 0; i < shares.length; i++) {
        const px = column + rights[i];
        const py = row + downs[i];
        if (!isWithin && (px < left || px >= right || py < top || py >= bottom)) continue;
        const to = (py - top) * Tiles.SIDE + px - left;
        const behind = SCRATCH[to];
        const shade = shades[shares[i]];
        if (behind !== 0) SCRATCH[to] = over(shade, behind);
        else if (shade !== 0) {
          SCRATCH[to] = shade;
          DRAWN[count++] = to;
        }
      }
    }
    return count;
  }

  /** A colour as premultiplied pixels, by how much of a pixel it covers. */
  #shadesOf(color: number, opacity: number): Int32Array {
    const key = `${color} ${opacity}`;
    let shades = this.#shades.get(key);
    if (!shades) {
      shades = new Int32Array(256);
      for (let share = 0; share < 256; share++) {
        shades[share] = dimmed(color, Math.round(share * opacity));
      }
      this.#shades.set(key, shades);
    }
    return shades;
  }

  #sprite(stamps: Stamps, width: number, cap?: string): Sprite {
    const key = `${stamps.stamp} ${width} ${cap}`;
    let sprite = this.#sprites.get(key);
    if (!sprite) this.#sprites.set(key, sprite = new Sprite(stamps, width, cap));
    return sprite;
  }
}
