import type { Box } from "../film/geometry.ts";
import type { Point } from "../film/mark.ts";
import { type Attributes, DEFAULTS, element } from "../svg/elements.ts";
import { rasterize } from "./rasterizer.ts";

/** A path to be drawn. */
export interface Piece {
  /** Its attributes, but for its path. */
  readonly paint: Attributes;
  /** Its path data. */
  readonly path: string;
  /** What it lies within, in whole pixels. */
  readonly box: Box;
  /**
   * Takes what was drawn.
   *
   * @param pixels The pixels of a picture, premultiplied.
   * @param width The width of that picture.
   * @param corner Where in it the box begins.
   */
  take(pixels: Int32Array, width: number, corner: Point): void;
}

/** How far from the edge pieces are: near it resvg smooths them a little differently. */
const MARGIN = 4;

/** Paths that wait to be drawn by resvg. */
export class Sheet {
  readonly #room: number;
  #pieces: Piece[] = [];

  /** @param room How wide a shelf is, in pixels, where no piece is wider. */
  constructor(room: number) {
    this.#room = room;
  }

  add(piece: Piece): void {
    this.#pieces.push(piece);
  }

  /**
   * Draws what waits, in one go: a document costs resvg more than a path. What is moved is drawn
   * alone: resvg adds up in single precision, and where else it stood it would be rounded otherwise.
   */
  draw(): void {
    this.#pieces.filter(isMoved).forEach(drawAlone);
    const others = this.#pieces.filter((piece) => !isMoved(piece));
    if (others.length > 0) this.#drawOnShelves(others);
    this.#pieces = [];
  }

  /** Draws pieces side by side, the highest first. */
  #drawOnShelves(pieces: Piece[]): void {
    pieces.sort((a, b) => heightOf(b) - heightOf(a));
    const room = Math.max(this.#room, ...pieces.map(widthOf));
    let [left, top, right, bottom] = [MARGIN, MARGIN, MARGIN, MARGIN];
    const corners = pieces.map((piece): Point => {
      if (left + widthOf(piece) > MARGIN + room) [left, top] = [MARGIN, bottom];
      const corner = [left, top] as const;
      left += widthOf(piece);
      right = Math.max(right, left);
      bottom = Math.max(bottom, top + heightOf(piece));
      return corner;
    });
    const width = right + MARGIN;
    const paths = pieces.map(({ paint, path, box }, i) => {
      const transform = `translate(${corners[i][0] - box[0]} ${corners[i][1] - box[1]})`;
      return element("path", { ...paint, transform, d: path });
    });
    const pixels = rasterize(
      element("svg", { ...DEFAULTS, width, height: bottom + MARGIN }, paths.join("")),
    );
    pieces.forEach((piece, i) => piece.take(pixels, width, corners[i]));
  }
}

function drawAlone(piece: Piece): void {
  const { paint, path, box: [left, top] } = piece;
  const width = widthOf(piece) + 2 * MARGIN;
  const height = heightOf(piece) + 2 * MARGIN;
  const viewBox = `${left - MARGIN} ${top - MARGIN} ${width} ${height}`;
  const pixels = rasterize(element(
    "svg",
    { ...DEFAULTS, width, height, viewBox },
    element("path", { ...paint, d: path }),
  ));
  piece.take(pixels, width, [MARGIN, MARGIN]);
}

function isMoved({ paint }: Piece): boolean {
  return "transform" in paint;
}

function widthOf({ box: [left, , right] }: Piece): number {
  return right - left;
}

function heightOf({ box: [, top, , bottom] }: Piece): number {
  return bottom - top;
}
