import assert from "node:assert/strict";
import { makeFilm, record } from "../../mod.ts";

const points = [[0, 0], [0, 1], [9, 9]];

Deno.test("A film tells in words what it shows: k, points, features, iterations, inertia and seed", () => {
  const trace = record(points, { k: 2, seed: 7 }, { recipe: { seed: 7 } });
  const { title, description } = makeFilm(trace);
  assert.equal(title, "K-means, k = 2");
  assert.equal(
    description,
    `K-means with k = 2 on 3 points of 2 features: 2 centroids, converged after ${
      trace.steps.length - 1
    } iterations with an inertia of 0.5. Seed 7.`,
  );
});

Deno.test("One of a kind has no plural, and a run without a seed tells of none", () => {
  const { description } = makeFilm(record([[3]], { k: 1, maxIterations: 1 }));
  assert.equal(
    description,
    "K-means with k = 1 on 1 point of 1 feature: 1 centroid, converged after 1 iteration with an inertia of 0.",
  );
});

Deno.test("Large counts have commas, and an inertia has four figures, or is too large for a number", () => {
  const many = Array.from({ length: 1234 }, (_, i) => [i * 1.1]);
  const { description } = makeFilm(record(many, { k: 1, maxIterations: 1 }));
  assert.match(description, /on 1,234 points/);
  assert.match(description, /inertia of 189500000\.$/);
  const huge = makeFilm(record([[0, 0], [1e300, -1e300]], { k: 1 }));
  assert.match(huge.description, /inertia too large to be a number\.$/);
});

Deno.test("A run that reaches its limit is said to have stopped", () => {
  const line = Array.from({ length: 50 }, (_, i) => [i]);
  const { description } = makeFilm(record(line, { init: [[0], [1]], maxIterations: 2 }));
  assert.match(description, /stopped after 2 iterations/);
});

Deno.test("Clusters that are empty at the end are named, and those that were dropped", () => {
  const told = (init: number[][], empty: "keep" | "drop" | "farthest") =>
    makeFilm(record(points, { init, empty })).description.replace(/^.*? of [\d.]+\.(?= |$)/, "");
  assert.equal(told([[0, 0], [9, 9]], "keep"), "");
  assert.equal(told([[0, 0], [99, 99], [9, 9]], "keep"), " Cluster 1 is empty.");
  assert.equal(told([[99, 99], [0, 0], [98, 98]], "keep"), " Clusters 0 and 2 are empty.");
  assert.equal(told([[0, 0], [99, 99], [9, 9]], "drop"), " Cluster 1 was dropped.");
  assert.equal(told([[0, 0], [99, 99], [9, 9]], "farthest"), "");
  const far = (count: number) => Array.from({ length: count }, (_, i) => [99 + i, 99]);
  assert.equal(
    told([[0, 0], ...far(9)], "drop"),
    " Clusters 1, 2, 3, 4, 5, 6, 7, 8 and 9 were dropped.",
  );
  assert.equal(
    told([[0, 0], ...far(20)], "drop"),
    " Clusters 1, 2, 3, 4, 5, 6, 7, 8 and 12 more were dropped.",
  );
});
