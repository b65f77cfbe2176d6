/** The points that change cluster in a step, and their new clusters. */
export interface Change {
  /** Their indices, ascending. */
  readonly points: Uint32Array;
  /** The cluster of each of them from this step on, by its index in step 0. */
  readonly clusters: Uint32Array;
}

/** The clusters of all points in every step: those of step 0, then the changes of each. */
export type Clusterings = Pick<Course, "first" | "changes">;

/**
 * The clusters of all points in every step of a run, stored in little memory: those of step 0, then
 * only the changes of each step. A cluster is identified by its index in step 0.
 */
export class Course {
  /** The cluster of each point in step 0. */
  readonly first: Uint32Array;
  readonly #changes: Change[] = [];
  /** The clusters of all points in the step computed last, and its number. */
  readonly #now: Uint32Array;
  #at = 0;

  /**
   * Starts with step 0.
   *
   * @param labels The label of each point.
   */
  constructor(labels: Uint32Array) {
    this.first = labels.slice();
    this.#now = labels.slice();
  }

  /** The changes of each step, step 1 first. */
  get changes(): readonly Change[] {
    return this.#changes;
  }

  /**
   * Adds the next step.
   *
   * @param labels The label of each point.
   * @param clusters The cluster that each label stands for.
   * @returns How many points have changed cluster.
   */
  add(labels: Uint32Array, clusters: Uint32Array): number {
    this.#go(this.#changes.length);
    const now = this.#now;
    let count = 0;
    for (let i = 0; i < labels.length; i++) if (clusters[labels[i]] !== now[i]) count++;
    const change = { points: new Uint32Array(count), clusters: new Uint32Array(count) };
    for (let i = 0, at = 0; at < count; i++) {
      const cluster = clusters[labels[i]];
      if (cluster === now[i]) continue;
      change.points[at] = i;
      change.clusters[at++] = cluster;
    }
    this.#changes.push(change);
    return count;
  }

  /**
   * The labels of a step, in a new array.
   *
   * @param step The number of the step, from 0.
   * @param clusters The cluster that each label stands for in that step, ascending.
   */
  labels(step: number, clusters: Uint32Array): Uint32Array {
    this.#go(step);
    const labelOf = new Uint32Array(clusters[clusters.length - 1] + 1);
    clusters.forEach((cluster, label) => labelOf[cluster] = label);
    return this.#now.map((cluster) => labelOf[cluster]);
  }

  /** Computes the clusters of a step, forward from those at hand or from the first. */
  #go(step: number): void {
    if (step < this.#at) {
      this.#now.set(this.first);
      this.#at = 0;
    }
    for (; this.#at < step; this.#at++) {
      const { points, clusters } = this.#changes[this.#at];
      for (let i = 0; i < points.length; i++) this.#now[points[i]] = clusters[i];
    }
  }
}
