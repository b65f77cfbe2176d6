import { uniformFloat64 } from "npm:pure-rand@8.4.2/distribution/uniformFloat64";
import { uniformInt } from "npm:pure-rand@8.4.2/distribution/uniformInt";
import { mersenne } from "npm:pure-rand@8.4.2/generator/mersenne";
import type { RandomGenerator } from "npm:pure-rand@8.4.2/types/RandomGenerator";

import { requireOption } from "../checks.ts";

/** How far apart the seeds of two streams are: 2³² divided by the golden ratio (Fibonacci hashing). */
const STREAM_STRIDE = 0x9e3779b9;

/** What a seed may be. */
export const SEED_RULE = { is: "number", least: 0, most: 2 ** 32 - 1, isWhole: true } as const;
const END_RULE = { ...SEED_RULE, least: 1 } as const;

/**
 * A seeded source of random numbers: the Mersenne Twister. Its seeding mixes well, so that seeds
 * next to each other give unrelated numbers (those of xoroshiro128+ begin alike for all small
 * seeds).
 *
 * @example The same seed, the same numbers
 * ```ts
 * import { Random } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * assert.equal(new Random(7).uniform(), new Random(7).uniform());
 * assert.notEqual(new Random(7).uniform(), new Random(8).uniform());
 * ```
 */
export class Random {
  readonly #generator: RandomGenerator;

  /**
   * Starts one stream of a seed.
   *
   * @param seed An integer from 0 to 2³² − 1.
   * @param stream Which of a seed's independent streams: starts draw from 0, generated data from 1.
   * @throws {TypeError} If one of them is no number.
   * @throws {RangeError} If one of them is not such an integer.
   */
  constructor(seed: number, stream = 0) {
    requireOption("seed", "seed", seed, SEED_RULE);
    requireOption("seed", "stream", stream, SEED_RULE);
    this.#generator = mersenne((seed + Math.imul(stream, STREAM_STRIDE)) | 0);
  }

  /** A number from 0 up to but not including 1. */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /**
   * An integer from 0 up to but not including `end`.
   *
   * @param end An integer from 1 to 2³² − 1.
   * @throws {TypeError} If it is no number.
   * @throws {RangeError} If it is not such an integer.
   */
  integer(end: number): number {
    requireOption("draw an integer", "end", end, END_RULE);
    return uniformInt(this.#generator, 0, end - 1);
  }

  /** A normal deviate with mean 0 and variance 1, by the polar method (Marsaglia & Bray 1964). */
  normal(): number {
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt(-2 * Math.log(s) / s);
    }
  }
}
