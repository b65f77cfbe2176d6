import type { PlainStep } from "./checker.ts";
import { areFar, mean, nearest, type Table, weightedMean } from "./reference.ts";

/** After this many steps a run is taken for a cycle, which rounding can cause, and ends. */
const MOST = 1000;

/** The steps of a run, exactly as the clauses define them. */
export function plainRun(
  points: Table,
  start: Table,
  weights?: readonly number[],
): PlainStep[] {
  const steps: PlainStep[] = [
    { iteration: 0, centroids: start, labels: points.map((point) => nearest(point, start)) },
  ];
  const counting = [...points.keys()].filter((i) => weights?.[i] !== 0);
  const far = areFar(counting.map((i) => points[i]));
  while (steps.length < MOST) {
    const before = steps[steps.length - 1].centroids;
    const labels = points.map((point) => nearest(point, before));
    const centroids = before.map((centroid, k) => {
      const members = counting.filter((i) => labels[i] === k);
      const cluster = members.map((i) => points[i]);
      if (cluster.length === 0) return centroid;
      return weights
        ? weightedMean(cluster, members.map((i) => weights[i]), far, points[counting[0]])
        : mean(cluster, far);
    });
    steps.push({ iteration: steps.length, centroids, labels });
    if (JSON.stringify(centroids) === JSON.stringify(before)) break;
  }
  return steps;
}
