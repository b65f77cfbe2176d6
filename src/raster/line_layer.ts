import { Polyline, round, Segments } from "../film/scene/geometry.ts";
import type { Mark } from "../film/scene/mark.ts";
import { colorOf, type Theme } from "../film/scene/theme.ts";
import { dimmed, opaquePixel, over } from "./blend.ts";
import { isHidden, isSame, type Layer } from "./layer.ts";
import { Tiles } from "./tiles.ts";

/** In how many steps a line covers pixels: with more nobody sees a difference, but GIFs grow. */
const LEVELS = 3;

/** A straight line as it was drawn. */
interface Drawn {
  /** x1, y1, x2, y2. */
  readonly ends: readonly number[];
  readonly tiles: readonly number[];
}

/**
 * Straight lines, alone or joined, with butt or round ends. There are few, but they cross the picture
 * and move in every frame, so that they are drawn here and not by resvg: the share of a pixel that a
 * line covers follows from how far the pixel's centre lies from it.
 */
export class LineLayer implements Layer {
  readonly #tiles: Tiles;
  readonly #theme: Theme;
  readonly #byTile = new Map<number, Drawn[]>();
  #drawn: readonly Drawn[] = [];
  #paint = "";
  #mark: Mark | undefined;
  #color = 0;
  #half = 0;
  #full = 255;
  #round = false;

  constructor(tiles: Tiles, theme: Theme) {
    this.#tiles = tiles;
    this.#theme = theme;
  }

  update([mark]: readonly Mark[]): Set<number> {
    if (isSame(this.#mark, mark)) return new Set();
    this.#mark = mark;
    const before = this.#drawn;
    const paint = `${mark.stroke} ${mark.width} ${mark.opacity} ${mark.translate}`;
    const samePaint = paint === this.#paint;
    this.#paint = paint;
    this.#color = opaquePixel(colorOf(mark.stroke ?? "ink", this.#theme));
    this.#half = (mark.width ?? 1) / 2;
    this.#full = 255 * (mark.opacity ?? 1);
    this.#round = mark.cap !== "butt";
    const lines = isHidden(mark) ? [] : linesOf(mark);
    this.#drawn = lines.map((ends, i) =>
      samePaint && before[i]?.ends.every((end, j) => end === ends[j])
        ? before[i]
        : { ends, tiles: this.#tilesAlong(ends) }
    );
    this.#byTile.clear();
    for (const line of this.#drawn) {
      for (const tile of line.tiles) {
        const others = this.#byTile.get(tile);
        if (others) others.push(line);
        else this.#byTile.set(tile, [line]);
      }
    }
    const changed = new Set<number>();
    for (let i = 0; i < Math.max(before.length, lines.length); i++) {
      if (before[i] === this.#drawn[i]) continue;
      before[i]?.tiles.forEach((tile) => changed.add(tile));
      this.#drawn[i]?.tiles.forEach((tile) => changed.add(tile));
    }
    return changed;
  }

  compose(tile: number, picture: Int32Array): void {
    const lines = this.#byTile.get(tile);
    if (!lines) return;
    const [left, top, right, bottom] = this.#tiles.box(tile);
    const reach = this.#half + 0.5;
    for (const { ends: [x1, y1, x2, y2] } of lines) {
      const length = Math.hypot(x2 - x1, y2 - y1);
      const [alongX, alongY] = [(x2 - x1) / length, (y2 - y1) / length];
      const firstRow = Math.max(top, Math.floor(Math.min(y1, y2) - reach));
      const lastRow = Math.min(bottom, Math.ceil(Math.max(y1, y2) + reach));
      for (let row = firstRow; row < lastRow; row++) {
        // Where the line, as wide as it reaches, can meet the row.
        const dy = row + 0.5 - y1;
        const [a, b] = Math.abs(alongY) < 1e-9
          ? [Math.min(x1, x2) - reach, Math.max(x1, x2) + reach]
          : spanOf(x1 + dy * alongX / alongY, reach / Math.abs(alongY), x1, x2, reach);
        const last = Math.min(right, Math.ceil(b));
        for (let column = Math.max(left, Math.floor(a)); column < last; column++) {
          const dx = column + 0.5 - x1;
          const along = dx * alongX + dy * alongY;
          const across = Math.abs(dx * alongY - dy * alongX);
          const beyond = Math.max(-along, along - length, 0);
          const covered = this.#round
            ? Math.min(1, reach - Math.hypot(across, beyond))
            : across >= reach
            ? 0
            : Math.min(1, reach - across) * Math.min(1, along + 0.5, length - along + 0.5);
          if (covered <= 0) continue;
          const at = row * this.#tiles.width + column;
          picture[at] = over(
            dimmed(this.#color, Math.round(Math.round(covered * LEVELS) / LEVELS * this.#full)),
            picture[at],
          );
        }
      }
    }
  }

  /** The tiles that a line comes near, row of tiles after row. */
  #tilesAlong([x1, y1, x2, y2]: readonly number[]): number[] {
    const reach = this.#half + 1.5;
    const [low, high] = [Math.min(y1, y2) - reach, Math.max(y1, y2) + reach];
    const tiles: number[] = [];
    const slope = (x2 - x1) / (y2 - y1);
    const first = Math.floor(Math.max(0, low) / Tiles.SIDE) * Tiles.SIDE;
    for (let top = first; top <= Math.min(high, this.#tiles.height - 1); top += Tiles.SIDE) {
      const at = (y: number) =>
        Number.isFinite(slope) ? x1 + (Math.max(low, Math.min(high, y)) - y1) * slope : x1;
      const xs = Math.abs(y2 - y1) < 2 * reach
        ? [x1, x2]
        : [at(top - reach), at(top + Tiles.SIDE + reach)];
      const box = [
        Math.max(Math.min(...xs), Math.min(x1, x2)) - reach,
        top,
        Math.min(Math.max(...xs), Math.max(x1, x2)) + reach,
        top + 1,
      ] as const;
      tiles.push(...this.#tiles.touching(box));
    }
    return tiles;
  }
}

/** The columns around where a line crosses a row, within the line's own. */
function spanOf(
  middle: number,
  half: number,
  x1: number,
  x2: number,
  reach: number,
): [number, number] {
  return [
    Math.max(middle - half, Math.min(x1, x2) - reach),
    Math.min(middle + half, Math.max(x1, x2) + reach) + 1,
  ];
}

function linesOf(mark: Mark): number[][] {
  const { geometry, translate: [dx, dy] = [0, 0] } = mark;
  const { ends, decimals } = geometry instanceof Polyline
    ? drawnOf(geometry, mark)
    : geometry as Segments;
  const lines: number[][] = [];
  for (let i = 0; i < ends.length; i += 4) {
    const line = [...ends.subarray(i, i + 4)].map((value, j) =>
      round(value, decimals) + (j % 2 === 0 ? dx : dy)
    );
    if (line[0] !== line[2] || line[1] !== line[3]) lines.push(line);
  }
  return lines;
}

/** The lines of a polyline, up to where its dash ends. */
function drawnOf({ points }: Polyline, { dash = Infinity, dashOffset = 0 }: Mark): Segments {
  const ends: number[] = [];
  let left = dash - dashOffset;
  for (let i = 0; i + 3 < points.length && left > 0; i += 2) {
    const [x, y] = [points[i], points[i + 1]];
    const [dx, dy] = [points[i + 2] - x, points[i + 3] - y];
    const length = Math.hypot(dx, dy);
    const share = Math.min(1, left / length);
    if (length > 0) ends.push(x, y, x + dx * share, y + dy * share);
    left -= length;
  }
  return new Segments(Float64Array.from(ends));
}
