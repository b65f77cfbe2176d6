import type { Matrix } from "./matrix.ts";

/** Squares of differences neither overflow nor lose their digits while exponents stay in here. */
const SAFE_EXPONENT = 400;

/**
 * The power of two by which values must be multiplied so that their squares can be summed: 1 for
 * all but extreme data. Multiplying by a power of two is exact, so nearness and means do not change.
 */
export function safeScale(...tables: Matrix[]): number {
  let largest = 0;
  for (const { data } of tables) {
    for (let i = 0; i < data.length; i++) {
      const magnitude = Math.abs(data[i]);
      if (magnitude > largest) largest = magnitude;
    }
  }
  if (largest === 0) return 1;
  const exponent = Math.floor(Math.log2(largest));
  if (Math.abs(exponent) <= SAFE_EXPONENT) return 1;
  return 2 ** Math.max(-1022, Math.min(1022, -exponent));
}

/** The matrix times `scale`: itself where that is 1, else a copy. */
export function scaled(matrix: Matrix, scale: number): Matrix {
  return scale === 1 ? matrix : { ...matrix, data: matrix.data.map((value) => value * scale) };
}
