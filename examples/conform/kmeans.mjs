// K-means in plain JavaScript, one JSON a line: conform -- node kmeans.mjs
import { createInterface } from "node:readline";

function squaredDistance(a, b) {
  return a.reduce((sum, x, j) => sum + (x - b[j]) ** 2, 0);
}

function nearest(point, centroids) {
  const distances = centroids.map((centroid) => squaredDistance(point, centroid));
  return distances.indexOf(Math.min(...distances));
}

function run(points, centroids) {
  const widths = new Set([...points, ...centroids].map((row) => row.length));
  if (points.length === 0 || centroids.length === 0) throw new Error("nothing to cluster");
  if (widths.size > 1 || widths.has(0)) throw new Error(`rows of ${[...widths].join(", ")} values`);
  let labels = points.map((point) => nearest(point, centroids));
  const steps = [{ iteration: 0, centroids, labels }];
  for (let iteration = 1;; iteration++) {
    labels = points.map((point) => nearest(point, centroids));
    const moved = centroids.map((old, k) => {
      const own = points.filter((_, i) => labels[i] === k);
      if (own.length === 0) return old;
      return old.map((_, j) => own.reduce((sum, point) => sum + point[j], 0) / own.length);
    });
    steps.push({ iteration, centroids: moved, labels });
    const rests = moved.every((row, k) => row.every((value, j) => value === centroids[k][j]));
    if (rests) return { steps };
    centroids = moved;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { points, centroids } = JSON.parse(line);
  let answer;
  try {
    answer = run(points, centroids);
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
