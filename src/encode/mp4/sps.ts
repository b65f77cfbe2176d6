import { joined } from "../../bytes/join.ts";

/** The levels of H.264 with the most macroblocks a second and a frame; Table A-1 of the standard. */
const LEVELS: readonly (readonly [level: number, perSecond: number, perFrame: number])[] = [
  [10, 1485, 99],
  [11, 3000, 396],
  [12, 6000, 396],
  [13, 11880, 396],
  [21, 19800, 792],
  [22, 20250, 1620],
  [30, 40500, 1620],
  [31, 108000, 3600],
  [32, 216000, 5120],
  [40, 245760, 8192],
  [42, 522240, 8704],
  [50, 589824, 22080],
  [51, 983040, 36864],
  [52, 2073600, 36864],
  [60, 4177920, 139264],
  [61, 8355840, 139264],
  [62, 16711680, 139264],
];

/** The lowest level that a decoder must have for films of some size and rate. */
export function levelOf(width: number, height: number, fps: number): number {
  const [across, down] = [Math.ceil(width / 16), Math.ceil(height / 16)];
  const blocks = across * down;
  const fits = LEVELS.find(([, perSecond, perFrame]) =>
    blocks <= perFrame && blocks * fps <= perSecond && Math.max(across, down) ** 2 <= 8 * perFrame
  );
  return (fits ?? LEVELS[LEVELS.length - 1])[0];
}

/**
 * Video usability information (annex E of the standard), as bits: BT.709 with a limited range, chroma
 * in the middle of its four pixels, and nothing else.
 */
const USABILITY = "1" + // there is usability information
  "0" + "0" + // aspect ratio, overscan
  "1" + "101" + "0" + "1" + "00000001".repeat(3) + // video: unspecified, limited; BT.709 in all
  "1" + "010" + "010" + // chroma: 1 and 1, as Exp-Golomb codes
  "0" + "0" + "0" + "0" + "0"; // timing, two of buffering, picture structure, restrictions

/**
 * A sequence parameter set that says its level, and what its colours mean.
 *
 * @param sps One without usability information, which ends it.
 */
export function describedSps(sps: Uint8Array, level: number): Uint8Array {
  const bits = [...withoutEscapes(sps)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  // It ends with a 0 for no usability information, and a 1 behind which there are but zeros.
  const end = bits.lastIndexOf("1") - 1;
  if (bits[end] !== "0") throw new TypeError("Cannot describe colours as they are described");
  const all = `${bits.slice(0, end)}${USABILITY}1`;
  const bytes = all.match(/.{1,8}/g)!.map((byte) => parseInt(byte.padEnd(8, "0"), 2));
  bytes[3] = level;
  return withEscapes(bytes);
}

/** A unit without its emulation prevention bytes: the 3s that keep two zeros from a start code. */
function withoutEscapes(unit: Uint8Array): Uint8Array {
  return unit.filter((byte, i) => !(byte === 3 && i >= 2 && !unit[i - 1] && !unit[i - 2]));
}

function withEscapes(bytes: readonly number[]): Uint8Array {
  const unit: number[] = [];
  let zeros = 0;
  for (const byte of bytes) {
    if (zeros >= 2 && byte <= 3) {
      unit.push(3);
      zeros = 0;
    }
    unit.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return joined(unit);
}
