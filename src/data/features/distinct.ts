import type { Matrix } from "../../kmeans/matrix.ts";

/** How many distinct rows there are; counting ends at `enough`. */
export function distinctRows({ data, rows, columns }: Matrix, enough: number): number {
  const seen = new Set<string>();
  for (let i = 0; i < rows && seen.size < enough; i++) {
    seen.add(data.subarray(i * columns, (i + 1) * columns).join());
  }
  return seen.size;
}
