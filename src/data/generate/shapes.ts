import { requireOption } from "../../checks.ts";
import type { Matrix } from "../../kmeans/matrix.ts";
import { Random } from "../../kmeans/random.ts";
import { blobs, type BlobsOptions, settled } from "./blobs.ts";
import { SHAPE_NAMES, type ShapeName } from "./shape_names.ts";

/** A place in the square from −1 to 1. */
type Place = readonly [x: number, y: number];

/** A part of a shape: its share of the points, and a place in it by chance. */
interface Part {
  readonly share: number;
  /** @param noise The deviation that `spread` asks for, in the same square. */
  readonly place: (random: Random, noise: number) => Place;
}

/** The parts of each shape that is made of parts. */
const PARTS: Readonly<Record<Exclude<ShapeName, "blobs" | "grid">, readonly Part[]>> = {
  uniform: [box(1, [-1, -1], [1, 1])],
  moons: [
    curve(1, (t) => [(Math.cos(Math.PI * t) - 0.5) / 1.6, (Math.sin(Math.PI * t) - 0.25) / 1.6]),
    curve(1, (t) => [(0.5 - Math.cos(Math.PI * t)) / 1.6, (0.25 - Math.sin(Math.PI * t)) / 1.6]),
  ],
  rings: [ring(0.2), ring(0.55), ring(0.9)],
  smiley: [
    { ...ring(0.95), share: 5 },
    disc(1.2, [-0.35, 0.3], 0.06),
    disc(1.2, [0.35, 0.3], 0.06),
    curve(2.2, (t) => around(0.55, -Math.PI * (0.15 + 0.7 * t)), 0.4),
  ],
  spirals: [
    curve(1, (t) => around(0.15 + 0.8 * t, 3 * Math.PI * t), 0.4),
    curve(1, (t) => around(0.15 + 0.8 * t, 3 * Math.PI * t + Math.PI), 0.4),
  ],
  bars: [
    box(1, [-0.9, -0.9], [-0.6, 0.9]),
    box(2, [-0.4, -0.9], [-0.1, 0.9]),
    box(4, [0.1, -0.9], [0.4, 0.9]),
    box(16, [0.6, -0.9], [0.9, 0.9]),
  ],
  anisotropic: [stretched([-0.22, 0.22]), stretched([0, 0]), stretched([0.22, -0.22])],
  unequal: [
    disc(16, [-0.25, 0], 0.28),
    disc(1, [0.75, 0.4], 0.05),
    disc(1, [0.75, -0.4], 0.05),
  ],
};

/**
 * Generates points of a shape that shows what K-means can do and what it cannot.
 *
 * @param name The shape.
 * @param options How many points (`clusters` times `points`), where, and how blurred.
 * @returns Points of 2 features, part after part.
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
    return { data, rows: data.length / 2, columns: 2 };
  };
  if (name === "grid") return placed(lattice(Math.max(1, Math.round(Math.sqrt(count)))));
  const noise = half > 0 ? Math.sqrt(spread * (high - low)) / half : 0;
  return placed(scattered(PARTS[name], count, noise, new Random(seed, 1)));
}

/** How many groups a person sees in a shape: a k that fits. */
export function groupsIn(name: ShapeName): number {
  if (name === "grid") return 5;
  return name === "blobs" || name === "uniform" ? 12 : PARTS[name].length;
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

function around(radius: number, angle: number): Place {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** Points along a line, `t` from 0 to 1, blurred by a share of the noise. */
function curve(share: number, line: (t: number) => Place, blur = 0.7): Part {
  return {
    share,
    place: (random, noise) => {
      const [x, y] = line(random.uniform());
      return [x + blur * noise * random.normal(), y + blur * noise * random.normal()];
    },
  };
}

/** A ring with as many points as it is long. */
function ring(radius: number): Part {
  return curve(radius, (t) => around(radius, 2 * Math.PI * t), 0.4);
}

function box(share: number, [left, bottom]: Place, [right, top]: Place): Part {
  return {
    share,
    place: (random) => [
      left + (right - left) * random.uniform(),
      bottom + (top - bottom) * random.uniform(),
    ],
  };
}

function disc(share: number, [x, y]: Place, deviation: number): Part {
  return {
    share,
    place: (random) => [x + deviation * random.normal(), y + deviation * random.normal()],
  };
}

/** A cluster stretched along a diagonal. */
function stretched([x, y]: Place): Part {
  return {
    share: 1,
    place: (random, noise) => {
      const along = 0.32 * random.normal();
      const across = 0.6 * noise * random.normal();
      return [x + (along - across) * Math.SQRT1_2, y + (along + across) * Math.SQRT1_2];
    },
  };
}
