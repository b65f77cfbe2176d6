import type { Geometry } from "../film/scene/geometry.ts";
import type { Mark } from "../film/scene/mark.ts";
import type { Theme } from "../film/scene/theme.ts";
import { type Attributes, attributesText, DEFAULTS, element } from "../svg/elements.ts";
import { Pen } from "../svg/paint.ts";
import { isHidden, isSame, type Layer } from "./layer.ts";
import { rasterize } from "./rasterizer.ts";
import { layOver, sparse } from "./sparse.ts";
import type { Tiles } from "./tiles.ts";

/**
 * How far beyond its box and stroke a part may reach, in pixels: near the edge of what it draws resvg
 * smooths paths a little differently.
 */
const SPILL = 5;

/** How many drawings of a geometry are kept, for what fades has a new one in every frame. */
const KEPT = 64;

/** What each tile shows of a part, as {@link sparse} pixels. */
type Drawing = ReadonlyMap<number, Int32Array>;

/** Texts and outlines: each part is drawn by resvg once, and laid where it is to be seen. */
export class PathLayer implements Layer {
  readonly #tiles: Tiles;
  readonly #pen: Pen;
  readonly #kept = new WeakMap<Geometry, Map<string, Drawing>>();
  #mark: Mark | undefined;
  #shown: readonly Drawing[] = [];

  constructor(tiles: Tiles, theme: Theme) {
    this.#tiles = tiles;
    this.#pen = new Pen(theme);
  }

  update([mark]: readonly Mark[]): Set<number> {
    const changed = new Set<number>();
    if (isSame(this.#mark, mark)) return changed;
    const before = this.#shown;
    this.#mark = mark;
    this.#shown = isHidden(mark) ? [] : this.#drawings(mark);
    for (const drawing of [...before, ...this.#shown]) {
      for (const tile of drawing.keys()) changed.add(tile);
    }
    return changed;
  }

  compose(tile: number, picture: Int32Array): void {
    for (const drawing of this.#shown) {
      const pixels = drawing.get(tile);
      if (pixels) layOver(picture, pixels);
    }
  }

  /** The drawings of the parts of a mark that are in the picture. */
  #drawings(mark: Mark): Drawing[] {
    const { geometry, width = 0, translate: [dx, dy] = [0, 0] } = mark;
    const paint = this.#pen.paint(mark);
    const look = attributesText(paint);
    const reach = width / 2 + SPILL;
    let kept = this.#kept.get(geometry);
    if (!kept) this.#kept.set(geometry, kept = new Map());
    const drawings: Drawing[] = [];
    for (let part = 0; part < geometry.length; part++) {
      const [left, top, right, bottom] = geometry.box(part);
      const tiles = this.#tiles.touching([
        left + dx - reach,
        top + dy - reach,
        right + dx + reach,
        bottom + dy + reach,
      ]);
      if (tiles.length === 0) continue;
      const key = `${part}${look}`;
      let drawing = kept.get(key);
      if (!drawing) {
        kept.set(key, drawing = this.#draw(geometry.path(part), paint, tiles));
        if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      }
      drawings.push(drawing);
    }
    return drawings;
  }

  #draw(path: string, paint: Attributes, tiles: readonly number[]): Drawing {
    const boxes = tiles.map((tile) => this.#tiles.box(tile));
    // Whole tiles, since resvg rounds otherwise where a path begins at another height.
    const [x, y] = boxes[0];
    const [, , right, bottom] = boxes[boxes.length - 1];
    const [width, height] = [right - x, bottom - y];
    const drawn = rasterize(element(
      "svg",
      { ...DEFAULTS, width, height, viewBox: `${x} ${y} ${width} ${height}` },
      element("path", { ...paint, d: path }),
    ));
    const drawing = new Map<number, Int32Array>();
    tiles.forEach((tile, i) => {
      const corner = [boxes[i][0] - x, boxes[i][1] - y] as const;
      drawing.set(tile, sparse(drawn, width, corner, boxes[i], this.#tiles.width));
    });
    return drawing;
  }
}
