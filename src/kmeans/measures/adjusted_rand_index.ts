import { readable, shown } from "../../checks.ts";

/**
 * How well two partitions of the same points agree: 1 where they are the same, about 0 where they
 * agree only by chance, negative where they agree less than that.
 *
 * L. Hubert and P. Arabie, "Comparing Partitions", Journal of Classification 2, 1985.
 *
 * @param a A label of any type for each point.
 * @param b The same of the other partition.
 * @returns The index, at most 1.
 * @throws {TypeError} If they are no arrays, or not of one length.
 *
 * @example Names do not matter
 * ```ts
 * import { adjustedRandIndex } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * assert.equal(adjustedRandIndex([0, 0, 1, 1], ["b", "b", "a", "a"]), 1);
 * ```
 */
export function adjustedRandIndex(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  const [lengthA, lengthB] = [lengthOf("a", a), lengthOf("b", b)];
  if (lengthA !== lengthB) {
    throw new TypeError(
      `Cannot compare partitions as 'a' and 'b' must be of the same points: ${lengthA} and ${lengthB}`,
    );
  }
  const [ia, sizesA] = readable(ACTION, "a", a, () => numbered(a));
  const [ib, sizesB] = readable(ACTION, "b", b, () => numbered(b));
  const cells = new Map<number, number>();
  for (let i = 0; i < ia.length; i++) {
    const cell = ia[i] * sizesB.length + ib[i];
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  const together = pairs(cells.values());
  const inA = pairs(sizesA);
  const inB = pairs(sizesB);
  const all = pairs([lengthA]);
  const expected = all > 0 ? inA * inB / all : 0;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

const ACTION = "compare partitions";

/** How many labels there are; those of more than 2³² points cannot be. */
function lengthOf(name: string, labels: ArrayLike<unknown>): number {
  const isSome = typeof labels === "string" || typeof labels === "object" && labels !== null;
  const length = isSome ? readable(ACTION, name, labels, () => labels.length) : undefined;
  if (Number.isInteger(length) && length! >= 0 && length! < 2 ** 32) return length!;
  throw new TypeError(`Cannot compare partitions as '${name}' must be an array: ${shown(labels)}`);
}

/** Numbers the labels from 0 in the order in which they first occur, and counts each. */
function numbered(labels: ArrayLike<unknown>): [numbers: Uint32Array, sizes: number[]] {
  const found = new Map<unknown, number>();
  const sizes: number[] = [];
  const numbers = new Uint32Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    let number = found.get(labels[i]);
    if (number === undefined) {
      found.set(labels[i], number = sizes.length);
      sizes.push(0);
    }
    numbers[i] = number;
    sizes[number]++;
  }
  return [numbers, sizes];
}

/** How many pairs there are within groups of these sizes. */
function pairs(sizes: Iterable<number>): number {
  let sum = 0;
  for (const size of sizes) sum += size * (size - 1) / 2;
  return sum;
}
