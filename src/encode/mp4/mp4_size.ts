/** The longest side, in pixels: the encoder counts moves in quarters of them, in 16 bits. */
const LONGEST_SIDE = 8160;
/** The side of a macroblock, in pixels. */
const BLOCK = 16;
/** The most macroblocks: where nothing changes, the encoder writes their number in 31 bits of a code. */
const MOST_BLOCKS = 65_534;

/**
 * Refuses a picture that the encoder cannot encode.
 *
 * @param width In pixels.
 * @param height In pixels.
 * @throws {RangeError} If it is too large.
 */
export function requireMp4Size(width: number, height: number): void {
  const longest = Math.max(width, height);
  if (longest > LONGEST_SIDE) {
    throw new RangeError(
      `Cannot write the MP4 as its sides may be ${LONGEST_SIDE} pixels long at the most: ${longest}`,
    );
  }
  const blocks = Math.ceil(width / BLOCK) * Math.ceil(height / BLOCK);
  if (blocks > MOST_BLOCKS) {
    throw new RangeError(
      `Cannot write the MP4 as it may have ${MOST_BLOCKS} squares of ${BLOCK} by ${BLOCK} pixels, such as 4096 by 4080, at the most: ${width} by ${height} are ${blocks}`,
    );
  }
}
