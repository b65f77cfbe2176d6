import fc from "fast-check";
import type { Target } from "./target.ts";

/**
 * An input of a target. It follows from the seed and its index alone, so that one can be tried without
 * those before it.
 */
export function inputOf({ inputs }: Target, seed: number, index: number): unknown {
  return fc.sample(inputs, { seed: mixed(seed, index), numRuns: 1 })[0];
}

/** A seed for one input: neighbours have nothing in common (the finaliser of MurmurHash3). */
function mixed(seed: number, index: number): number {
  let hash = Math.imul(seed, 0x9e3779b1) + index | 0;
  hash = Math.imul(hash ^ hash >>> 16, 0x85ebca6b);
  hash = Math.imul(hash ^ hash >>> 13, 0xc2b2ae35);
  return hash ^ hash >>> 16;
}
