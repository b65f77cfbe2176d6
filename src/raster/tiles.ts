import type { Box } from "../film/geometry.ts";
import type { Mark } from "../film/mark.ts";

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
  *touching([left, top, right, bottom]: Box): Generator<number> {
    const lastColumn = Math.min(this.#columns - 1, Math.floor(right / Tiles.SIDE));
    const lastRow = Math.min(this.#rows - 1, Math.floor(bottom / Tiles.SIDE));
    for (let row = Math.max(0, Math.floor(top / Tiles.SIDE)); row <= lastRow; row++) {
      let column = Math.max(0, Math.floor(left / Tiles.SIDE));
      for (; column <= lastColumn; column++) yield row * this.#columns + column;
    }
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

  /** Some tiles, joined to rectangles: each with its tiles and its box. */
  *rectangles(tiles: ReadonlySet<number>): Generator<[tiles: number[], box: Box]> {
    const left = new Set(tiles);
    for (const first of [...tiles].sort((a, b) => a - b)) {
      if (!left.has(first)) continue;
      const column = first % this.#columns;
      let across = 1;
      while (column + across < this.#columns && left.has(first + across)) across++;
      const row = (down: number) =>
        Array.from({ length: across }, (_, i) => first + down * this.#columns + i);
      let down = 1;
      while (row(down).every((tile) => left.has(tile))) down++;
      const joined = Array.from({ length: down }, (_, i) => row(i)).flat();
      joined.forEach((tile) => left.delete(tile));
      yield [joined, this.box(first, across, down)];
    }
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
