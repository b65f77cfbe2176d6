import type { Box, Geometry } from "../film/geometry.ts";
import type { Mark } from "../film/mark.ts";
import type { Theme } from "../film/theme.ts";
import { DEFAULTS, element } from "../svg/elements.ts";
import { Pen } from "../svg/paint.ts";
import { isHidden, isSame, type Layer } from "./layer.ts";
import { rasterize } from "./rasterizer.ts";
import { layOver, sparse } from "./sparse.ts";
import type { Tiles } from "./tiles.ts";

/**
 * How many pixels around a box are drawn with it and thrown away: near the edge of a picture resvg
 * smooths marks a little differently.
 */
const MARGIN = 4;

/** More pieces than these cost more than the picture around them all. */
const MANY = 6;

/** What each tile shows of a geometry: which parts, and their path data. */
type Shares = ReadonlyMap<number, { readonly parts: readonly number[]; readonly path: string }>;

const NOTHING: Shares = new Map();

/** A line, an outline or a text: drawn by resvg, and anew only in the tiles where it changes. */
export class PathLayer implements Layer {
  readonly #tiles: Tiles;
  readonly #theme: Theme;
  /** The tiles that are drawn already, as {@link sparse} pixels. */
  readonly #pixels = new Map<number, Int32Array>();
  readonly #kept = new WeakMap<Geometry, { reach: string; shares: Shares }>();
  #shares = NOTHING;
  #paint = "";
  #mark: Mark | undefined;

  constructor(tiles: Tiles, theme: Theme) {
    this.#tiles = tiles;
    this.#theme = theme;
  }

  update([mark]: readonly Mark[]): Set<number> {
    if (isSame(this.#mark, mark)) return new Set();
    this.#mark = mark;
    const shares = isHidden(mark) ? NOTHING : this.#share(mark);
    const paint = isHidden(mark) ? "" : paintText(mark, this.#theme);
    const changed = new Set<number>();
    for (const tile of this.#shares.keys()) {
      if (!shares.has(tile)) {
        changed.add(tile);
        this.#pixels.delete(tile);
      }
    }
    const redrawn = new Set<number>();
    for (const [tile, { path }] of shares) {
      if (paint !== this.#paint || path !== this.#shares.get(tile)?.path) redrawn.add(tile);
    }
    this.#shares = shares;
    this.#paint = paint;
    for (const [tiles, box] of this.#pieces(redrawn)) this.#draw(mark.geometry, tiles, box);
    redrawn.forEach((tile) => changed.add(tile));
    return changed;
  }

  compose(tile: number, picture: Int32Array): void {
    const pixels = this.#pixels.get(tile);
    if (pixels) layOver(picture, pixels);
  }

  #draw(geometry: Geometry, tiles: readonly number[], [left, top, right, bottom]: Box): void {
    const x = left - MARGIN;
    const y = top - MARGIN;
    const width = right + MARGIN - x;
    const height = bottom + MARGIN - y;
    const path = `<path${this.#paint} d="${this.#pathIn(geometry, tiles)}"/>`;
    const viewBox = `${x} ${y} ${width} ${height}`;
    const drawn = rasterize(element("svg", { ...DEFAULTS, width, height, viewBox }, path));
    for (const tile of tiles) {
      const box = this.#tiles.box(tile);
      const corner = [box[0] - x, box[1] - y] as const;
      this.#pixels.set(tile, sparse(drawn, width, corner, box, this.#tiles.width));
    }
  }

  /** What to draw in one go each: rectangles of tiles, or all in one where they are many. */
  #pieces(tiles: ReadonlySet<number>): [tiles: readonly number[], box: Box][] {
    const pieces = this.#tiles.rectangles(tiles);
    if (pieces.length <= MANY) return pieces;
    const side = (pick: (...sides: number[]) => number, i: number) =>
      pick(...pieces.map(([, box]) => box[i]));
    const box: Box = [
      side(Math.min, 0),
      side(Math.min, 1),
      side(Math.max, 2),
      side(Math.max, 3),
    ];
    return [[[...tiles], box]];
  }

  /** The path data that some tiles show, each part once. */
  #pathIn(geometry: Geometry, tiles: readonly number[]): string {
    if (tiles.length === 1) return this.#shares.get(tiles[0])!.path;
    const parts = new Set(tiles.flatMap((tile) => this.#shares.get(tile)!.parts));
    return [...parts].sort((a, b) => a - b).map((part) => geometry.path(part)).join("");
  }

  #share(mark: Mark): Shares {
    const { geometry } = mark;
    const reach = `${mark.width} ${mark.translate}`;
    let kept = this.#kept.get(geometry);
    if (kept?.reach !== reach) {
      const shares = new Map<number, { parts: number[]; path: string }>();
      for (const [tile, parts] of this.#tiles.partsOf(mark, 1 + MARGIN)) {
        shares.set(tile, { parts, path: parts.map((part) => geometry.path(part)).join("") });
      }
      this.#kept.set(geometry, kept = { reach, shares });
    }
    return kept.shares;
  }
}

function paintText(mark: Mark, theme: Theme): string {
  const attributes = new Pen(theme).paint(mark);
  let text = "";
  for (const name in attributes) text += ` ${name}="${attributes[name]}"`;
  return text;
}
