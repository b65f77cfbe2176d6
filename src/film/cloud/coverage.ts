import { SHARES } from "./footprint.ts";

/**
 * Most pixels hold fewer points than this. What these counts leave uncovered is worked out once
 * and looked up, as a power for each pixel would take long; it changes nothing about the result.
 */
const TABLE = 16;

/** How much of each pixel all the points of a picture cover. */
export interface Coverage {
  /** What the points cover of each pixel, added up: more than {@link SHARES} where they overlap. */
  readonly shares: Float64Array;
  /** The share of each pixel that would be left uncovered if the points were drawn one by one. */
  readonly clear: Float64Array;
}

/**
 * Adds up what points cover of the pixels around them.
 *
 * @param centers The pixel in which each point is centred.
 * @param length How many pixels there are.
 * @param offsets The pixels that a point covers, as differences from the index of its own.
 * @param parts How much of each it covers, in {@link SHARES}.
 */
export function coverageOf(
  centers: Uint32Array,
  length: number,
  offsets: Int32Array,
  parts: Int32Array,
): Coverage {
  const counts = new Uint32Array(length);
  for (let i = 0; i < centers.length; i++) counts[centers[i]]++;
  const shares = new Float64Array(length);
  const clear = new Float64Array(length).fill(1);
  const table = clearTable(parts);
  for (let center = 0; center < length; center++) {
    const count = counts[center];
    if (count === 0) continue;
    for (let i = 0; i < offsets.length; i++) {
      const pixel = center + offsets[i];
      shares[pixel] += count * parts[i];
      clear[pixel] *= count < TABLE ? table[i * TABLE + count] : clearUnder(parts[i], count);
    }
  }
  return { shares, clear };
}

/**
 * The share of a pixel that is left when `count` points are drawn that cover the same part of it.
 */
function clearUnder(part: number, count: number): number {
  return (1 - part / SHARES) ** count;
}

/** The same for each part and every count below {@link TABLE}. */
function clearTable(parts: Int32Array): Float64Array {
  return Float64Array.from(
    { length: parts.length * TABLE },
    (_, i) => clearUnder(parts[Math.floor(i / TABLE)], i % TABLE),
  );
}
