import { around, box, curve, disc, type Part, ring, stretched } from "./parts.ts";

/** What a shape is. */
interface Shape {
  /** What it shows about K-means. */
  readonly shows: string;
  /** How many groups a person sees in it, where that is not the number of its parts. */
  readonly groups?: number;
  /** The parts that it is made of; `blobs` and `grid` are made otherwise. */
  readonly parts: readonly Part[];
}

/** The shapes that can be generated. */
export const SHAPES = {
  blobs: {
    shows: "round clusters of one size, what K-means is made for",
    groups: 12,
    parts: [],
  },
  uniform: {
    shows: "no clusters at all: it finds k all the same, and cuts the plane into even cells",
    groups: 12,
    parts: [box(1, [-1, -1], [1, 1])],
  },
  moons: {
    shows: "two crescents: cells are convex, so each takes a piece of both",
    parts: [
      curve(1, (t) => [(Math.cos(Math.PI * t) - 0.5) / 1.6, (Math.sin(Math.PI * t) - 0.25) / 1.6]),
      curve(1, (t) => [(0.5 - Math.cos(Math.PI * t)) / 1.6, (0.25 - Math.sin(Math.PI * t)) / 1.6]),
    ],
  },
  rings: {
    shows: "three rings around one centre: no mean lies in its own ring",
    parts: [ring(0.2), ring(0.55), ring(0.9)],
  },
  smiley: {
    shows: "parts of unlike form: the face's outline is cut into arcs",
    parts: [
      { ...ring(0.95), share: 5 },
      disc(1.2, [-0.35, 0.3], 0.06),
      disc(1.2, [0.35, 0.3], 0.06),
      curve(2.2, (t) => around(0.55, -Math.PI * (0.15 + 0.7 * t)), 0.4),
    ],
  },
  spirals: {
    shows: "two arms: nearness to a centre is not nearness along an arm",
    parts: [
      curve(1, (t) => around(0.15 + 0.8 * t, 3 * Math.PI * t), 0.4),
      curve(1, (t) => around(0.15 + 0.8 * t, 3 * Math.PI * t + Math.PI), 0.4),
    ],
  },
  bars: {
    shows: "bars of unlike density: the dense ones draw the centroids",
    parts: [
      box(1, [-0.9, -0.9], [-0.6, 0.9]),
      box(2, [-0.4, -0.9], [-0.1, 0.9]),
      box(4, [0.1, -0.9], [0.4, 0.9]),
      box(16, [0.6, -0.9], [0.9, 0.9]),
    ],
  },
  anisotropic: {
    shows: "stretched clusters: squared distance knows no direction, so they are cut across",
    parts: [stretched([-0.22, 0.22]), stretched([0, 0]), stretched([0.22, -0.22])],
  },
  unequal: {
    shows:
      "clusters of unlike width and number: the widest is split, the small ones share a centroid",
    parts: [
      disc(16, [-0.25, 0], 0.28),
      disc(1, [0.75, 0.4], 0.05),
      disc(1, [0.75, -0.4], 0.05),
    ],
  },
  grid: {
    shows: "a square lattice: many answers are equally good, and the start decides",
    groups: 5,
    parts: [],
  },
} satisfies Readonly<Record<ShapeName, Shape>>;

/** The name of a shape. */
export type ShapeName =
  | "blobs"
  | "uniform"
  | "moons"
  | "rings"
  | "smiley"
  | "spirals"
  | "bars"
  | "anisotropic"
  | "unequal"
  | "grid";

/** The names of the shapes. */
export const SHAPE_NAMES: readonly ShapeName[] = Object.keys(SHAPES) as ShapeName[];

/** How many groups a person sees in a shape: a k that fits. */
export function groupsIn(name: ShapeName): number {
  const { groups, parts }: Shape = SHAPES[name];
  return groups ?? parts.length;
}
