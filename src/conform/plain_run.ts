import type { PlainStep } from "./checker.ts";
import { areFar, mean, nearest, type Table } from "./reference.ts";

/** After this many steps a run is taken for a cycle, which rounding can cause, and ends. */
const MOST = 1000;

/** The steps of a run, exactly as the clauses define them. */
export function plainRun(points: Table, start: Table): PlainStep[] {
  const steps: PlainStep[] = [
    { iteration: 0, centroids: start, labels: points.map((point) => nearest(point, start)) },
  ];
  const far = areFar(points);
  while (steps.length < MOST) {
    const before = steps[steps.length - 1].centroids;
    const labels = points.map((point) => nearest(point, before));
    const centroids = before.map((centroid, k) => {
      const cluster = points.filter((_, i) => labels[i] === k);
      return cluster.length > 0 ? mean(cluster, far) : centroid;
    });
    steps.push({ iteration: steps.length, centroids, labels });
    if (JSON.stringify(centroids) === JSON.stringify(before)) break;
  }
  return steps;
}
