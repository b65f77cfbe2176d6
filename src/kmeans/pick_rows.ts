import type { Matrix } from "./matrix.ts";

/** A new matrix of the rows at the given indices, in that order. */
export function pickRows({ data, columns }: Matrix, indices: ArrayLike<number>): Matrix {
  const picked = new Float64Array(indices.length * columns);
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i] * columns;
    picked.set(data.subarray(row, row + columns), i * columns);
  }
  return { data: picked, rows: indices.length, columns };
}
