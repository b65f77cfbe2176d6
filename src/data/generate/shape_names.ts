/** The shapes that can be generated, and what each shows about K-means. */
export const SHAPES_SHOW: Readonly<Record<ShapeName, string>> = {
  blobs: "round clusters of one size, what K-means is made for",
  uniform: "no clusters at all: it finds k all the same, and cuts the plane into even cells",
  moons: "two crescents: cells are convex, so each takes a piece of both",
  rings: "three rings around one centre: no mean lies in its own ring",
  smiley: "parts of unlike form: the face's outline is cut into arcs",
  spirals: "two arms: nearness to a centre is not nearness along an arm",
  bars: "bars of unlike density: the dense ones draw the centroids",
  anisotropic: "stretched clusters: squared distance knows no direction, so they are cut across",
  unequal:
    "clusters of unlike width and number: the widest is split, the small ones share a centroid",
  grid: "a square lattice: many answers are equally good, and the start decides",
};

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
export const SHAPE_NAMES: readonly ShapeName[] = Object.keys(SHAPES_SHOW) as ShapeName[];
