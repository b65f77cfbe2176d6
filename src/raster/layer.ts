import type { Box, Geometry } from "../film/geometry.ts";
import type { Mark } from "../film/mark.ts";
import type { Theme } from "../film/theme.ts";
import { DEFAULTS, element, rectangle } from "../svg/elements.ts";
import { paintOf } from "../svg/paint.ts";
import { rasterize } from "./rasterizer.ts";
import type { Tiles } from "./tiles.ts";

/**
 * How many pixels around a box are drawn with it and thrown away: at the very edge of a picture
 * resvg smooths marks a little differently.
 */
const MARGIN = 4;

/** What a tile shows of a geometry: which parts, and their path data. */
interface Share {
  readonly parts: readonly number[];
  readonly path: string;
}

/** A mark as it was drawn: its attributes as text, and what each tile shows of it. */
interface Drawn {
  readonly paint: string;
  readonly geometry: Geometry;
  readonly shares: ReadonlyMap<number, Share>;
}

/** Some neighbouring marks of a scene, as pixels that are kept from scene to scene. */
export class Layer {
  /** Red, green, blue, alpha, premultiplied, row after row. */
  readonly pixels: Uint8Array;
  readonly #tiles: Tiles;
  readonly #theme: Theme;
  readonly #opaque: boolean;
  readonly #kept = new WeakMap<Geometry, Map<string, Drawn["shares"]>>();
  #drawn: readonly Drawn[] = [];
  #shown = new Set<number>();

  /**
   * @param tiles The picture.
   * @param theme The colours of the marks.
   * @param opaque Whether the marks lie on paper; else the layer is transparent where they are not.
   */
  constructor(tiles: Tiles, theme: Theme, opaque: boolean) {
    this.#tiles = tiles;
    this.#theme = theme;
    this.#opaque = opaque;
    this.pixels = new Uint8Array(tiles.width * tiles.height * 4);
  }

  /** Whether a tile shows any mark. */
  shows(tile: number): boolean {
    return this.#shown.has(tile);
  }

  /**
   * Draws marks where they differ from those drawn before.
   *
   * @returns The tiles that were drawn anew.
   */
  draw(marks: readonly Mark[]): Set<number> {
    const before = this.#drawn;
    this.#drawn = marks.map((mark) => ({
      paint: paintText(mark, this.#theme),
      geometry: mark.geometry,
      shares: this.#share(mark),
    }));
    this.#shown = new Set(this.#drawn.flatMap(({ shares }) => [...shares.keys()]));
    const changed = changedTiles(before, this.#drawn);
    const visible = new Set([...changed].filter((tile) => this.#shown.has(tile)));
    for (const [tiles, box] of this.#tiles.rectangles(visible)) this.#drawBox(tiles, box);
    return changed;
  }

  #drawBox(tiles: readonly number[], [left, top, right, bottom]: Box): void {
    const x = left - MARGIN;
    const y = top - MARGIN;
    const width = right + MARGIN - x;
    const height = bottom + MARGIN - y;
    let content = this.#opaque
      ? element("path", { fill: this.#theme.paper, d: rectangle(x, y, width, height) })
      : "";
    for (const { paint, geometry, shares } of this.#drawn) {
      const path = pathIn(tiles, geometry, shares);
      if (path) content += `<path${paint} d="${path}"/>`;
    }
    const viewBox = `${x} ${y} ${width} ${height}`;
    const svg = element("svg", { ...DEFAULTS, width, height, viewBox }, content);
    const drawn = rasterize(svg);
    for (let row = top; row < bottom; row++) {
      const start = ((row - y) * width + MARGIN) * 4;
      const pixels = drawn.subarray(start, start + (right - left) * 4);
      this.pixels.set(pixels, (row * this.#tiles.width + left) * 4);
    }
  }

  /** Deals the parts of a mark's geometry to the tiles they reach; kept, for it is seldom new. */
  #share({ geometry, width = 0, translate: [dx, dy] = [0, 0] }: Mark): Drawn["shares"] {
    const reach = width / 2 + 1 + MARGIN;
    const key = `${reach} ${dx} ${dy}`;
    let kept = this.#kept.get(geometry);
    if (!kept) this.#kept.set(geometry, kept = new Map());
    const found = kept.get(key);
    if (found) return found;
    const shares = new Map<number, { parts: number[]; path: string }>();
    for (let i = 0; i < geometry.length; i++) {
      const [left, top, right, bottom] = geometry.box(i);
      const path = geometry.path(i);
      const box: Box = [
        left + dx - reach,
        top + dy - reach,
        right + dx + reach,
        bottom + dy + reach,
      ];
      for (const tile of this.#tiles.touching(box)) {
        const share = shares.get(tile);
        if (!share) shares.set(tile, { parts: [i], path });
        else {
          share.parts.push(i);
          share.path += path;
        }
      }
    }
    // A mark that moves has a new place each time: only the present one is worth keeping.
    if (kept.size > 4) kept.clear();
    kept.set(key, shares);
    return shares;
  }
}

/** The path data that some tiles show of a geometry, each part once. */
function pathIn(tiles: readonly number[], geometry: Geometry, shares: Drawn["shares"]): string {
  if (tiles.length === 1) return shares.get(tiles[0])?.path ?? "";
  if (geometry.length === 1) return tiles.some((tile) => shares.has(tile)) ? geometry.path(0) : "";
  const parts = new Set<number>();
  for (const tile of tiles) for (const part of shares.get(tile)?.parts ?? []) parts.add(part);
  let path = "";
  for (const part of [...parts].sort((a, b) => a - b)) path += geometry.path(part);
  return path;
}

/** The tiles in which two pictures differ. */
function changedTiles(before: readonly Drawn[], after: readonly Drawn[]): Set<number> {
  const changed = new Set<number>();
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const a = before[i];
    const b = after[i];
    const samePaint = a?.paint === b?.paint;
    if (samePaint && a.shares === b.shares) continue;
    for (const [tile, { path }] of a?.shares ?? []) {
      if (!samePaint || b.shares.get(tile)?.path !== path) changed.add(tile);
    }
    for (const tile of b?.shares.keys() ?? []) {
      if (!samePaint || !a.shares.has(tile)) changed.add(tile);
    }
  }
  return changed;
}

function paintText(mark: Mark, theme: Theme): string {
  const attributes = paintOf(mark, theme);
  let text = "";
  for (const name in attributes) text += ` ${name}="${attributes[name]}"`;
  return text;
}
