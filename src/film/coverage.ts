import { SHARES } from "./footprint.ts";

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
  for (let cell = 0; cell < length; cell++) {
    if (counts[cell] === 0) continue;
    for (let i = 0; i < ways.length; i++) {
      shares[cell + ways[i]] += counts[cell] * parts[i];
      clear[cell + ways[i]] *= (1 - parts[i] / SHARES) ** counts[cell];
    }
  }
  return { shares, clear };
}
