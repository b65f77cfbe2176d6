import { requireOption } from "../../checks.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { Random } from "../../kmeans/random.ts";
import { blobs, type BlobsOptions, generated, settled } from "./blobs.ts";
import type { Part, Place } from "./parts.ts";
import { SHAPE_NAMES, type ShapeName, SHAPES } from "./shapes.ts";

/**
 * Generates points of a shape that shows what K-means can do and what it cannot.
 *
 * @param name The shape.
 * @param options How many points (`clusters` times `points`), where, and how blurred.
 * @returns Points of 2 features, part after part.
 * @throws {TypeError} If an option is of a wrong type.
 * @throws {RangeError} If there is no such shape, or an option is out of range.
 *
 * @example Two crescents
 * ```ts
 * import { makeShape } from "@lloyd/lloyd";
 * import assert from "node:assert/strict";
 *
 * assert.equal(makeShape("moons", { clusters: 2, points: 50, seed: 1 }).rows, 100);
 * ```
 */
export function makeShape(name: ShapeName, options: BlobsOptions = {}): Matrix {
  requireOption("make the shape", "name", name, { is: "word", words: SHAPE_NAMES });
  if (name === "blobs") return blobs(options);
  const { clusters, points, spread, bounds: [low, high], seed } = settled(options);
  const count = clusters * points;
  const middle = low / 2 + high / 2;
  const half = (high - low) / 2;
  const placed = (places: Iterable<Place>): Matrix => {
    const data = Float64Array.from(
      [...places].flatMap(([x, y]) => [middle + half * x, middle + half * y]),
    );
    return generated(data);
  };
  if (name === "grid") return placed(lattice(Math.max(1, Math.round(Math.sqrt(count)))));
  const noise = half > 0 ? Math.sqrt(spread * (high - low)) / half : 0;
  return placed(scattered(SHAPES[name].parts, count, noise, new Random(seed, 1)));
}

function* scattered(
  parts: readonly Part[],
  count: number,
  noise: number,
  random: Random,
): Generator<Place> {
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  let until = 0;
  let made = 0;
  for (const { share, place } of parts) {
    until += share;
    for (; made < Math.round(count * until / total); made++) yield place(random, noise);
  }
}

function* lattice(side: number): Generator<Place> {
  const at = (i: number) => side > 1 ? 2 * i / (side - 1) - 1 : 0;
  for (let i = 0; i < side * side; i++) yield [at(i % side), at(Math.floor(i / side))];
}
