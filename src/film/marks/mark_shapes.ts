import { round } from "../scene/geometry.ts";

/** A marker whose shape tells clusters apart where colours do not. */
export interface MarkShape {
  /** Path data, relative to the place of the marker. */
  readonly stamp: string;
  /** How far the path reaches from there, in pixels, without the width of its stroke. */
  readonly reach: number;
  /** The width of its stroke, in pixels. */
  readonly pen: number;
}

/** The width of the stroke, as a share of the size of a shape. */
const PEN = 0.24;
/** How much larger than a plain dot a shape is, so that it can be made out. */
const LARGER = 1.6;
/** How much larger than usual a dot is among shapes, chosen by eye to match them. */
const DOT_LARGER = 1.35;
/** How much smaller the outline is that fills a shape inside. */
const INNER = 0.36;

type Corner = readonly [x: number, y: number];

const TRIANGLE: readonly Corner[] = [[0, -0.46], [0.43, 0.33], [-0.43, 0.33]];
const SQUARE: readonly Corner[] = [[-0.33, -0.33], [0.33, -0.33], [0.33, 0.33], [-0.33, 0.33]];
const DIAMOND: readonly Corner[] = [[0, -0.46], [0.46, 0], [0, 0.46], [-0.46, 0]];
const RING: readonly Corner[] = Array.from({ length: 9 }, (_, i) => {
  const angle = i * Math.PI / 4;
  return [0.36 * Math.cos(angle), 0.36 * Math.sin(angle)];
});

/** The shapes as lines through corners, in shares of their size; a dot takes no line. */
const LINES: readonly (readonly (readonly Corner[])[])[] = [
  [],
  filled(TRIANGLE),
  filled(SQUARE),
  [[[-0.42, 0], [0.42, 0]], [[0, -0.42], [0, 0.42]]],
  filled(DIAMOND),
  [[[-0.33, -0.33], [0.33, 0.33]], [[-0.33, 0.33], [0.33, -0.33]]],
  filled(TRIANGLE.map(([x, y]) => [x, -y])),
  [RING],
];

/**
 * The shape of a cluster: dot, triangle, square, plus, diamond, cross, triangle on its tip, ring,
 * and over again.
 *
 * @param cluster The index of the cluster.
 * @param diameter The diameter of the plain dot it takes the place of, in pixels.
 */
export function shapeOf(cluster: number, diameter: number): MarkShape {
  const lines = LINES[cluster % LINES.length];
  if (lines.length === 0) return dotOf(diameter * DOT_LARGER);
  const size = diameter * LARGER;
  let stamp = "";
  let [x, y] = [0, 0];
  // Steps are rounded from where the line has got to, so that rounding does not add up.
  const to = ([right, down]: Corner) => {
    const [dx, dy] = [round(right * size - x), round(down * size - y)];
    [x, y] = [x + dx, y + dy];
    return `${dx} ${dy}`;
  };
  for (const line of lines) {
    stamp += line.map((corner, i) => `${i ? "l" : "m"}${to(corner)}`).join("");
  }
  return { stamp, reach: size / 2, pen: size * PEN };
}

/** A dot of a diameter in pixels. */
export function dotOf(diameter: number): MarkShape {
  return { stamp: "h0", reach: 0, pen: diameter };
}

/** A filled shape as two outlines, one inside the other, whose strokes leave no gap. */
function filled(corners: readonly Corner[]): Corner[][] {
  const closed = [...corners, corners[0]];
  return [closed, closed.map(([x, y]): Corner => [x * INNER, y * INNER])];
}
