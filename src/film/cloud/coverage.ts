import { SHARES } from "./footprint.ts";

/** So many points in one cell are so often there that what they do is worked out once. */
const FEW = 16;

/** What the points of a picture do to its pixels, all together. */
export interface Coverage {
  /** How much they cover of each pixel, one after another, in {@link SHARES}. */
  readonly shares: Float64Array;
  /** How much of what lies behind them each pixel still shows. */
  readonly clear: Float64Array;
}

/**
 * What points do to the pixels around their cells.
 *
 * @param cells The cell of each point.
 * @param length How many pixels there are.
 * @param ways From a cell to the pixels that its points cover.
 * @param parts How much each covers of them, in {@link SHARES}.
 */
export function coverageOf(
  cells: Uint32Array,
  length: number,
  ways: Int32Array,
  parts: Int32Array,
): Coverage {
  const counts = new Uint32Array(length);
  for (let i = 0; i < cells.length; i++) counts[cells[i]]++;
  const shares = new Float64Array(length);
  const clear = new Float64Array(length).fill(1);
  const few = powersOf(parts);
  for (let cell = 0; cell < length; cell++) {
    const count = counts[cell];
    if (count === 0) continue;
    for (let i = 0; i < ways.length; i++) {
      const pixel = cell + ways[i];
      shares[pixel] += count * parts[i];
      clear[pixel] *= count < FEW ? few[i * FEW + count] : clearOf(parts[i], count);
    }
  }
  return { shares, clear };
}

/** How much a pixel still shows under some points that each cover a part of it. */
function clearOf(part: number, count: number): number {
  return (1 - part / SHARES) ** count;
}

/** The same for each part and few points. */
function powersOf(parts: Int32Array): Float64Array {
  return Float64Array.from(
    { length: parts.length * FEW },
    (_, i) => clearOf(parts[Math.floor(i / FEW)], i % FEW),
  );
}
