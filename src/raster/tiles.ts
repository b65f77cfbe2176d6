import type { Box } from "../film/scene/geometry.ts";
import type { Mark } from "../film/scene/mark.ts";

/** A picture cut into squares, numbered row after row. */
export class Tiles {
  /** The side of a tile, in pixels. */
  static readonly SIDE = 32;
  readonly #columns: number;
  readonly #rows: number;

  constructor(readonly width: number, readonly height: number) {
    this.#columns = Math.ceil(width / Tiles.SIDE);
    this.#rows = Math.ceil(height / Tiles.SIDE);
  }

  /** The tiles that a box touches. */
  touching([left, top, right, bottom]: Box): number[] {
    const firstColumn = Math.max(0, Math.floor(left / Tiles.SIDE));
    const lastColumn = Math.min(this.#columns - 1, Math.floor(right / Tiles.SIDE));
    const lastRow = Math.min(this.#rows - 1, Math.floor(bottom / Tiles.SIDE));
    const tiles: number[] = [];
    for (let row = Math.max(0, Math.floor(top / Tiles.SIDE)); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        tiles.push(row * this.#columns + column);
      }
    }
    return tiles;
  }

  /** The tile of a pixel; none if it is not in the picture. */
  at(x: number, y: number): number | undefined {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return undefined;
    return Math.floor(y / Tiles.SIDE) * this.#columns + Math.floor(x / Tiles.SIDE);
  }

  /** The parts of a mark's geometry, by the tiles they come within `margin` pixels of. */
  partsOf(
    { geometry, width = 0, translate: [dx, dy] = [0, 0] }: Mark,
    margin: number,
  ): Map<number, number[]> {
    const reach = width / 2 + margin;
    const parts = new Map<number, number[]>();
    for (let i = 0; i < geometry.length; i++) {
      const [left, top, right, bottom] = geometry.box(i);
      const box: Box = [
        left + dx - reach,
        top + dy - reach,
        right + dx + reach,
        bottom + dy + reach,
      ];
      for (const tile of this.touching(box)) {
        const some = parts.get(tile);
        if (some) some.push(i);
        else parts.set(tile, [i]);
      }
    }
    return parts;
  }

  /** The boxes of some tiles, of neighbours joined to rectangles. */
  boxes(tiles: ReadonlySet<number>): Box[] {
    const boxes: Box[] = [];
    const left = new Set(tiles);
    for (const first of [...tiles].sort((a, b) => a - b)) {
      if (!left.has(first)) continue;
      const column = first % this.#columns;
      let across = 1;
      while (column + across < this.#columns && left.has(first + across)) across++;
      let down = 0;
      do {
        const start = first + down++ * this.#columns;
        for (let tile = start; tile < start + across; tile++) left.delete(tile);
      } while (areAll(left, first + down * this.#columns, across));
      boxes.push(this.box(first, across, down));
    }
    return boxes;
  }

  /** The box of a tile, or of a rectangle of tiles. */
  box(first: number, across = 1, down = 1): Box {
    const left = first % this.#columns * Tiles.SIDE;
    const top = Math.floor(first / this.#columns) * Tiles.SIDE;
    return [
      left,
      top,
      Math.min(this.width, left + across * Tiles.SIDE),
      Math.min(this.height, top + down * Tiles.SIDE),
    ];
  }
}

/** Whether so many tiles from `first` on are all among some. */
function areAll(tiles: ReadonlySet<number>, first: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (!tiles.has(first + i)) return false;
  return true;
}
