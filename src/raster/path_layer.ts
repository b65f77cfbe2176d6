import type { Box, Geometry } from "../film/geometry.ts";
import type { Mark } from "../film/mark.ts";
import type { Theme } from "../film/theme.ts";
import { type Attributes, attributesText, DEFAULTS, element } from "../svg/elements.ts";
import { Pen } from "../svg/paint.ts";
import { isHidden, isSame, type Layer } from "./layer.ts";
import { rasterize } from "./rasterizer.ts";
import { layOver, sparse } from "./sparse.ts";
import type { Tiles } from "./tiles.ts";

/** How far from the edge of a picture paths are: near it resvg smooths them a little differently. */
const MARGIN = 4;

/** How far beyond its box and stroke a part may reach, in pixels. */
const SPILL = 5;

/** How many drawings of a geometry are kept. */
const KEPT = 64;

/** What each tile shows of a part, as {@link sparse} pixels. */
type Drawing = ReadonlyMap<number, Int32Array>;

/** Texts and outlines: each part is drawn by resvg once, and laid where it is to be seen. */
export class PathLayer implements Layer {
  readonly #tiles: Tiles;
  readonly #pen: Pen;
  readonly #kept = new WeakMap<Geometry, Map<string, Drawing>>();
  #marks: readonly Mark[] = [];
  /** The drawings of each mark. */
  #shown: readonly (readonly Drawing[])[] = [];

  constructor(tiles: Tiles, theme: Theme) {
    this.#tiles = tiles;
    this.#pen = new Pen(theme);
  }

  update(marks: readonly Mark[]): Set<number> {
    const before = this.#shown;
    this.#shown = marks.map((mark, i) =>
      isSame(this.#marks[i], mark) ? before[i] : isHidden(mark) ? [] : this.#drawings(mark)
    );
    this.#marks = marks;
    const changed = new Set<number>();
    const note = (some: readonly Drawing[] = [], others: readonly Drawing[] = []) => {
      for (const drawing of some) {
        if (!others.includes(drawing)) drawing.forEach((_, tile) => changed.add(tile));
      }
    };
    this.#shown.forEach((drawings, i) => {
      if (drawings === before[i]) return;
      note(drawings, before[i]);
      note(before[i], drawings);
    });
    return changed;
  }

  compose(tile: number, picture: Int32Array): void {
    for (const drawings of this.#shown) {
      for (const drawing of drawings) {
        const pixels = drawing.get(tile);
        if (pixels) layOver(picture, pixels);
      }
    }
  }

  /** The drawings of the parts of a mark that are in the picture. */
  #drawings(mark: Mark): Drawing[] {
    const { geometry, width = 0, translate: [dx, dy] = [0, 0] } = mark;
    const paint = this.#pen.paint(mark);
    const look = attributesText(paint);
    const reach = width / 2 + SPILL;
    const hole = geometry.hole && moved(geometry.hole, dx, dy);
    let kept = this.#kept.get(geometry);
    if (!kept) this.#kept.set(geometry, kept = new Map());
    const drawings: Drawing[] = [];
    for (let part = 0; part < geometry.length; part++) {
      const [left, top, right, bottom] = moved(geometry.box(part), dx, dy);
      const box: Box = [left - reach, top - reach, right + reach, bottom + reach];
      const tiles = this.#tiles.touching(box).filter((tile) =>
        !(hole && isWithin(this.#tiles.box(tile), hole))
      );
      if (tiles.length === 0) continue;
      const key = `${part}${look}`;
      let drawing = kept.get(key);
      if (!drawing) {
        kept.set(key, drawing = this.#draw(geometry.path(part), paint, box, tiles));
        if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      }
      drawings.push(drawing);
    }
    return drawings;
  }

  #draw(path: string, paint: Attributes, box: Box, tiles: readonly number[]): Drawing {
    const boxes = tiles.map((tile) => this.#tiles.box(tile));
    // Whole tiles, since resvg rounds otherwise where a path begins at another height.
    const x = boxes[0][0] - MARGIN;
    const y = boxes[0][1] - MARGIN;
    const width = boxes[boxes.length - 1][2] + MARGIN - x;
    const height = boxes[boxes.length - 1][3] + MARGIN - y;
    const drawn = rasterize(element(
      "svg",
      { ...DEFAULTS, width, height, viewBox: `${x} ${y} ${width} ${height}` },
      element("path", { ...paint, d: path }),
    ));
    return new Map(tiles.map((tile, i) => {
      const within = common(boxes[i], box);
      const corner = [within[0] - x, within[1] - y] as const;
      return [tile, sparse(drawn, width, corner, within, this.#tiles.width)];
    }));
  }
}

/** The whole pixels that two boxes have in common. */
function common(a: Box, b: Box): Box {
  return [
    Math.floor(Math.max(a[0], b[0])),
    Math.floor(Math.max(a[1], b[1])),
    Math.ceil(Math.min(a[2], b[2])),
    Math.ceil(Math.min(a[3], b[3])),
  ];
}

function isWithin([left, top, right, bottom]: Box, other: Box): boolean {
  return left >= other[0] && top >= other[1] && right <= other[2] && bottom <= other[3];
}

function moved([left, top, right, bottom]: Box, dx: number, dy: number): Box {
  return [left + dx, top + dy, right + dx, bottom + dy];
}
