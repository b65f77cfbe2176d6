import type { Weights } from "./weights.ts";

/**
 * The label of every point, and the size of every cluster and whether it has changed. Points of weight
 * 0 have labels, and count nowhere.
 */
export class Labelling {
  /** M labels, each from 0 to K − 1. */
  readonly labels: Uint32Array;
  /** How many points each cluster has that count. */
  readonly counts: Uint32Array;
  /** 1 for each cluster that has gained or lost a point since its mean was last taken. */
  readonly changed: Uint8Array;

  /**
   * Starts with all points in the first cluster.
   *
   * @param points How many.
   * @param k How many clusters.
   * @param weights Their weights.
   */
  constructor(points: number, k: number, readonly weights?: Weights) {
    this.labels = new Uint32Array(points);
    this.counts = new Uint32Array(k);
    this.counts[0] = weights ? weights.of.reduce((n, weight) => n + Number(weight > 0), 0) : points;
    this.changed = new Uint8Array(k).fill(1);
  }

  /** Moves a point to a cluster. */
  give(point: number, cluster: number): void {
    const { labels, counts, changed } = this;
    const before = labels[point];
    if (before === cluster) return;
    labels[point] = cluster;
    if (this.weights !== undefined && this.weights.of[point] === 0) return;
    counts[before]--;
    counts[cluster]++;
    changed[before] = 1;
    changed[cluster] = 1;
  }

  /** The indices of the clusters that have points, ascending. */
  occupied(): Uint32Array {
    return Uint32Array.from(this.counts.keys()).filter((k) => this.counts[k] > 0);
  }

  /**
   * The same labelling without the other clusters, which must be empty; those kept are renumbered.
   * Points of weight 0 that were in others are in the first.
   *
   * @param kept The clusters to keep, ascending.
   */
  of(kept: Uint32Array): Labelling {
    const number = new Uint32Array(this.counts.length);
    kept.forEach((k, i) => number[k] = i);
    const labelling = new Labelling(this.labels.length, kept.length, this.weights);
    this.labels.forEach((k, i) => labelling.give(i, number[k]));
    return labelling;
  }
}
