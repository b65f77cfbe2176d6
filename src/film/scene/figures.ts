/** The figures of an iteration. */
export interface Figures {
  /** The sum of squared distances of the points to their centroids. */
  readonly inertia: number;
  /** How many points changed cluster. */
  readonly changed: number;
}
