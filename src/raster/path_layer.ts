import type { Box, Geometry } from "../film/geometry.ts";
import type { Mark } from "../film/mark.ts";
import type { Theme } from "../film/theme.ts";
import { type Attributes, attributesText } from "../svg/elements.ts";
import { Pen } from "../svg/paint.ts";
import { isHidden, isSame, type Layer } from "./layer.ts";
import type { Sheet } from "./sheet.ts";
import { layOver, sparse } from "./sparse.ts";
import type { Tiles } from "./tiles.ts";

/** How far beyond its box and stroke a part may reach, in pixels. */
const SPILL = 5;

/** How many drawings of a geometry are kept. */
const KEPT = 64;

/** What a tile shows of a part, as {@link sparse} pixels; nothing before it is drawn. */
type Drawing = Map<number, Int32Array | undefined>;

/** Texts and outlines: each part is drawn by resvg once, and laid where it is to be seen. */
export class PathLayer implements Layer {
  readonly #tiles: Tiles;
  readonly #pen: Pen;
  readonly #sheet: Sheet;
  readonly #kept = new WeakMap<Geometry, Map<string, Drawing>>();
  #marks: readonly Mark[] = [];
  /** The drawings of each mark. */
  #shown: readonly (readonly Drawing[])[] = [];
  #isFilm = false;

  /**
   * @param tiles Of the picture.
   * @param theme The colours.
   * @param sheet What the paths are drawn on; it must be drawn before the layer is composed.
   */
  constructor(tiles: Tiles, theme: Theme, sheet: Sheet) {
    this.#tiles = tiles;
    this.#pen = new Pen(theme);
    this.#sheet = sheet;
  }

  update(marks: readonly Mark[]): Set<number> {
    const before = this.#shown;
    if (before.length > 0 && !this.#isFilm) {
      // Scenes follow each other: what is hidden will be seen, and is best drawn with the others.
      this.#isFilm = true;
      marks.filter(({ opacity }) => opacity === 0).forEach((mark) =>
        this.#drawings({ ...mark, opacity: 1 })
      );
    }
    this.#shown = marks.map((mark, i) =>
      isSame(this.#marks[i], mark) ? before[i] : isHidden(mark) ? [] : this.#drawings(mark)
    );
    this.#marks = marks;
    const changed = new Set<number>();
    const differ = (some: readonly Drawing[] = [], others: readonly Drawing[] = []) => {
      for (const drawing of some) {
        if (!others.includes(drawing)) drawing.forEach((_, tile) => changed.add(tile));
      }
    };
    this.#shown.forEach((drawings, i) => {
      if (drawings === before[i]) return;
      differ(drawings, before[i]);
      differ(before[i], drawings);
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
    let kept = this.#kept.get(geometry);
    if (!kept) this.#kept.set(geometry, kept = new Map());
    const drawings: Drawing[] = [];
    for (let part = 0; part < geometry.length; part++) {
      const [left, top, right, bottom] = geometry.box(part);
      const box: Box = [
        Math.floor(left + dx - reach),
        Math.floor(top + dy - reach),
        Math.ceil(right + dx + reach),
        Math.ceil(bottom + dy + reach),
      ];
      const hole = moved(geometry.hole, dx, dy);
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
    const drawing: Drawing = new Map(tiles.map((tile) => [tile, undefined]));
    const boxes = tiles.map((tile) => this.#tiles.box(tile));
    // Whole tiles: where a moved path begins in its picture decides how it is rounded.
    const whole = [boxes[0], boxes[boxes.length - 1]].reduce(around, box);
    this.#sheet.add({
      paint,
      path,
      box: whole,
      take: (pixels, width, [x, y]) =>
        tiles.forEach((tile, i) => {
          const within = common(boxes[i], box);
          const corner = [x + within[0] - whole[0], y + within[1] - whole[1]] as const;
          drawing.set(tile, sparse(pixels, width, corner, within, this.#tiles.width));
        }),
    });
    return drawing;
  }
}

/** The least box around two. */
function around(a: Box, b: Box): Box {
  return [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ];
}

/** What two boxes have in common. */
function common(a: Box, b: Box): Box {
  return [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ];
}

function isWithin([left, top, right, bottom]: Box, other: Box): boolean {
  return left >= other[0] && top >= other[1] && right <= other[2] && bottom <= other[3];
}

function moved(box: Box | undefined, dx: number, dy: number): Box | undefined {
  return box && [box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy];
}
