import type { ClusterFigures } from "../kmeans/cluster_figures.ts";
import type { Matrix } from "../kmeans/matrix.ts";
import type { Recipe } from "../trace/trace.ts";
import type { TraceScaling } from "../trace/trace_scaling.ts";

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
