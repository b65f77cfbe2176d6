import type { Matrix } from "../kmeans/matrix.ts";
import type { Recipe } from "../trace/trace.ts";
import type { TraceScaling } from "../trace/trace_scaling.ts";

/** The points of one cluster, in figures. */
export interface ClusterFigures {
  /** Its number in the rows that were labelled, if that is not its place in the list. */
  readonly cluster?: number;
  /** How many points it has. */
  readonly size: number;
  /** The sum of their weights; as much as `size` where they have none. */
  readonly weight: number;
  /** The sum of their squared distances to the centroid, in the units of the run. */
  readonly inertia: number;
}

/** What a run found: all that it takes to label new rows. */
export interface Model {
  /** The N names of the features; empty where they have none. */
  readonly features: readonly string[];
  /** How the features were scaled for the run; `undefined` if they were not. */
  readonly scaling?: TraceScaling;
  /** K centroids × N features, in the space of the run. */
  readonly centroids: Matrix;
  /** The figures of the K clusters. */
  readonly clusters: readonly ClusterFigures[];
  /** What the run was made with. */
  readonly recipe: Recipe;
}
