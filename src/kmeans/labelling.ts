/** The label of every point, and what must be known of each cluster to move its centroid. */
export class Labelling {
  /** M labels, each from 0 to K − 1. */
  readonly labels: Uint32Array;
  /** How many points each cluster has. */
  readonly counts: Uint32Array;
  /** 1 for each cluster that has gained or lost a point since its centroid was moved. */
  readonly changed: Uint8Array;

  /**
   * Gives all points to the first cluster.
   *
   * @param points How many.
   * @param k How many clusters.
   */
  constructor(points: number, k: number) {
    this.labels = new Uint32Array(points);
    this.counts = new Uint32Array(k);
    this.counts[0] = points;
    this.changed = new Uint8Array(k).fill(1);
  }

  /** Gives a point to a cluster. */
  give(point: number, cluster: number): void {
    const { labels, counts, changed } = this;
    const before = labels[point];
    if (before === cluster) return;
    labels[point] = cluster;
    counts[before]--;
    counts[cluster]++;
    changed[before] = 1;
    changed[cluster] = 1;
  }

  /** The clusters that have points. */
  occupied(): Uint32Array {
    return Uint32Array.from(this.counts.keys()).filter((k) => this.counts[k] > 0);
  }

  /** The same with some clusters only, which have all the points, in their order. */
  of(kept: Uint32Array): Labelling {
    const number = new Uint32Array(this.counts.length);
    kept.forEach((k, i) => number[k] = i);
    const labelling = new Labelling(this.labels.length, kept.length);
    this.labels.forEach((k, i) => labelling.give(i, number[k]));
    return labelling;
  }
}
