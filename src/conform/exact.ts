// Arithmetic without rounding or limits: every finite 64-bit float is an integer times 2^-1074.

/** Exact numbers are integers in units of 2 to the power of minus this. */
export const UNIT = 1074;

const bits = new DataView(new ArrayBuffer(8));

/** A finite number as a whole number of units of 2^-1074, the smallest number above 0. */
export function unitsOf(value: number): bigint {
  bits.setFloat64(0, value);
  const all = bits.getBigUint64(0);
  const exponent = all >> 52n & 0x7ffn;
  const fraction = all & (1n << 52n) - 1n;
  const size = exponent === 0n ? fraction : (fraction | 1n << 52n) << exponent - 1n;
  return value < 0 ? -size : size;
}

/** The number nearest to an integer divided by 2^`shift`; 0 or `Infinity` beyond their range. */
export function numberOf(integer: bigint, shift: number): number {
  const size = integer < 0n ? -integer : integer;
  // More than 64 bits are not needed but for whether there is any beyond them.
  const spare = Math.max(0, bitsOf(size) - 64);
  const kept = size >> BigInt(spare);
  const sticky = kept << BigInt(spare) === size ? 0n : 1n;
  let number = Number(kept << 1n | sticky);
  // In steps, as 2^exponent alone can be beyond the range.
  for (let left = spare - 1 - shift; left !== 0;) {
    const step = Math.max(-1000, Math.min(900, left));
    number *= 2 ** step;
    left -= step;
  }
  return integer < 0n ? -number : number;
}

/** The number nearest to an integer divided by a count and 2^`shift`. */
export function quotientOf(integer: bigint, count: number, shift: number): number {
  const spare = 128n;
  const divisor = BigInt(count);
  const scaled = integer << spare;
  const whole = scaled / divisor;
  const rest = scaled - whole * divisor;
  // One bit below all others tells that there is a rest.
  const sticky = rest === 0n ? 0n : rest > 0n ? 1n : -1n;
  return numberOf((whole << 1n) + sticky, shift + Number(spare) + 1);
}

/** An integer rounded to the 53 bits of a float, to the even one of two that are equally near. */
export function rounded(integer: bigint): bigint {
  const size = integer < 0n ? -integer : integer;
  const spare = BigInt(Math.max(0, bitsOf(size) - 53));
  const half = spare > 0n ? 1n << spare - 1n : 0n;
  const down = size >> spare;
  const rest = size - (down << spare);
  const up = rest > half || (rest === half && half > 0n && (down & 1n) === 1n);
  const result = (up ? down + 1n : down) << spare;
  return integer < 0n ? -result : result;
}

/** The squared distance of two rows, in squared units. */
export function exactSquaredDistance(a: readonly number[], b: readonly number[]): bigint {
  return a.reduce((sum, value, j) => sum + (unitsOf(value) - unitsOf(b[j])) ** 2n, 0n);
}

/** How many binary digits a positive integer has. */
function bitsOf(size: bigint): number {
  const digits = size.toString(16);
  return 4 * digits.length + 28 - Math.clz32(parseInt(digits[0], 16));
}
