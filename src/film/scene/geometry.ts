/** A rectangle: left, top, right, bottom, in pixels. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/**
 * What a mark draws, as path data in parts. Each part has a box of its own, so that whoever draws a
 * piece of the picture need only draw the parts that lie in it.
 */
export interface Geometry {
  /** How many parts there are. */
  readonly length: number;
  /** The box of part `i`, without the width of its stroke. */
  box(i: number): Box;
  /** The path data of part `i`. */
  path(i: number): string;
}

/** The same small path at many places, as a stamp is put on paper. */
export class Stamps implements Geometry {
  /**
   * Takes the places and the path.
   *
   * @param at The places, x and y alternating, in pixels.
   * @param stamp Path data that follows a move to the place; `h0` is a dot, as wide as its stroke.
   * @param reach How far the path reaches from its place, in pixels.
   */
  constructor(readonly at: Float64Array, readonly stamp = "h0", readonly reach = 0) {}

  get length(): number {
    return this.at.length / 2;
  }

  box(i: number): Box {
    const x = this.at[2 * i];
    const y = this.at[2 * i + 1];
    return [x - this.reach, y - this.reach, x + this.reach, y + this.reach];
  }

  path(i: number): string {
    return `M${round(this.at[2 * i])} ${round(this.at[2 * i + 1])}${this.stamp}`;
  }
}

/** Straight lines that are not joined. */
export class Segments implements Geometry {
  /**
   * Takes the ends of the lines.
   *
   * @param ends x1, y1, x2, y2 of each.
   * @param decimals How many decimals their pixels have in path data.
   */
  constructor(readonly ends: Float64Array, readonly decimals = 1) {}

  get length(): number {
    return this.ends.length / 4;
  }

  box(i: number): Box {
    const [x1, y1, x2, y2] = this.ends.subarray(4 * i, 4 * i + 4);
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
  }

  path(i: number): string {
    const [x1, y1, x2, y2] = this.ends.subarray(4 * i, 4 * i + 4).map((pixel) =>
      round(pixel, this.decimals)
    );
    return `M${x1} ${y1}L${x2} ${y2}`;
  }
}

/** One path as a whole. */
export class Outline implements Geometry {
  readonly length = 1;
  readonly #box: Box;
  readonly #path: string;

  constructor(box: Box, path: string) {
    this.#box = box;
    this.#path = path;
  }

  box(): Box {
    return this.#box;
  }

  path(): string {
    return this.#path;
  }
}

/** A line through points. */
export class Polyline extends Outline {
  /**
   * Takes the points.
   *
   * @param points x and y alternating.
   */
  constructor(readonly points: ArrayLike<number>) {
    let path = "";
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < points.length; i += 2) {
      const [x, y] = [points[i], points[i + 1]];
      const isSame = i > 0 && x === points[i - 2] && y === points[i - 1];
      if (!isSame) path += `${i ? "L" : "M"}${round(x)} ${round(y)}`;
      [left, top] = [Math.min(left, x), Math.min(top, y)];
      [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
    }
    super([left, top, right, bottom], path);
  }
}

/** All parts of a geometry as one path. */
export function wholePath(geometry: Geometry): string {
  if (geometry instanceof Stamps && geometry.stamp === "h0") return dots(geometry.at);
  let path = "";
  for (let i = 0; i < geometry.length; i++) path += geometry.path(i);
  return path;
}

/** The length of a dot, in pixels: Qt draws no lines without length. */
const DOT = 0.1;

/** Dots as a path in which each follows one nearby: relative moves to neighbours are short text. */
function dots(at: Float64Array): string {
  let path = "";
  let x = 0;
  let y = 0;
  for (const i of besideEachOther(at)) {
    const right = round(round(at[i]) - x);
    const down = round(round(at[i + 1]) - y);
    path += `${path ? "m" : "M"}${right}${down < 0 ? "" : " "}${down}h${short(DOT)}`;
    x = round(at[i]) + DOT;
    y = round(at[i + 1]);
  }
  return path.replace(/\b0\./g, ".");
}

/**
 * Where the x of each place is, in an order in which neighbours follow each other: strip by strip
 * from top to bottom, alternately to the right and to the left. Strips are as high as √3 times the
 * distance that places would have on a square grid, which keeps the steps of such a tour short.
 */
function besideEachOther(at: Float64Array): number[] {
  const count = at.length / 2;
  const x = (i: number) => at[2 * i];
  const y = (i: number) => at[2 * i + 1];
  const side = (value: (i: number) => number) => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      [low, high] = [Math.min(low, value(i)), Math.max(high, value(i))];
    }
    return high - low;
  };
  const height = Math.max(1, Math.sqrt(3 * side(x) * side(y) / count));
  const stripOf = (i: number) => Math.floor(y(i) / height);
  return Array.from({ length: count }, (_, i) => i).sort((i, j) =>
    stripOf(i) - stripOf(j) || (stripOf(i) % 2 ? x(j) - x(i) : x(i) - x(j))
  ).map((i) => 2 * i);
}

/** A number rounded to some decimals, one by default, which pixels need; never −0. */
export function round(value: number, decimals = 1): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale + 0;
}

/** A number as path data and lists of SVG may have it: without a zero before its decimal point. */
export function short(value: number): string {
  return String(value).replace(/^(-?)0\./, "$1.");
}
