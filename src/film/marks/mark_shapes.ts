import { round } from "../scene/geometry.ts";

/** A shape that tells clusters apart where colours do not: what is stamped, and with which pen. */
export interface MarkShape {
  /** Path data, from where the mark stands. */
  readonly stamp: string;
  /** How far it reaches from there, in pixels, without the width of the pen. */
  readonly reach: number;
  /** The width of the pen, in pixels. */
  readonly pen: number;
}

/** The pen beside the size of a shape. */
const PEN = 0.24;
/** How much larger than a dot a shape is, for it to be made out. */
const LARGER = 1.6;

/** How much larger a dot is among shapes. */
const DOT_LARGER = 1.35;

type Corner = readonly [x: number, y: number];

const TRIANGLE: readonly Corner[] = [[0, -0.46], [0.43, 0.33], [-0.43, 0.33]];
const SQUARE: readonly Corner[] = [[-0.33, -0.33], [0.33, -0.33], [0.33, 0.33], [-0.33, 0.33]];
const DIAMOND: readonly Corner[] = [[0, -0.46], [0.46, 0], [0, 0.46], [-0.46, 0]];
const RING: readonly Corner[] = Array.from({ length: 9 }, (_, i) => {
  const angle = i * Math.PI / 4;
  return [0.36 * Math.cos(angle), 0.36 * Math.sin(angle)];
});

/** The shapes, each as lines, the dot as none; sizes are shares of the mark's. */
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
 * @param diameter The size of a dot that it stands for, in pixels.
 */
export function shapeOf(cluster: number, diameter: number): MarkShape {
  const lines = LINES[cluster % LINES.length];
  if (lines.length === 0) return dotOf(diameter * DOT_LARGER);
  const size = diameter * LARGER;
  let stamp = "";
  let [x, y] = [0, 0];
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

/** A dot. */
export function dotOf(diameter: number): MarkShape {
  return { stamp: "h0", reach: 0, pen: diameter };
}

/** The outline of a shape, and one within that fills it. */
function filled(corners: readonly Corner[]): Corner[][] {
  const closed = [...corners, corners[0]];
  return [closed, closed.map(([x, y]): Corner => [x * 0.36, y * 0.36])];
}
