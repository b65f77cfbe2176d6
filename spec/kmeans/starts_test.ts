import assert from "node:assert/strict";
import fc from "fast-check";
import { type Init, KMeans, toRows } from "../../mod.ts";
import { tamePoints } from "../../src/conform/arbitraries/points.ts";
import {
  anyProblem,
  drawnProblem,
  tameDrawnProblem,
} from "../../src/conform/arbitraries/problems.ts";
import { areFar, mean, squaredDistance, type Table } from "../../src/conform/reference.ts";
import { holds } from "../property.ts";
import { refuses } from "./refuses.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

function startOf(
  points: number[][],
  k: number,
  init: Init,
  seed: number,
  candidates?: number,
): number[][] {
  const how = { k, init, seed, candidates };
  return toRows(new KMeans(points, how).steps().next().value!.centroids);
}

/** Holds that the rows are points, none of them taken twice. */
function areDistinctPoints(rows: Table, points: Table): void {
  const left = points.map((point) => `${point}`);
  for (const row of rows) {
    const place = left.indexOf(`${row}`);
    assert(place >= 0, `${row} is no point, or taken twice`);
    left.splice(place, 1);
  }
}

/** Holds that outcomes come up about as often as they should: χ² at a probability of 0.001. */
function comesUp(seeds: number, draw: (seed: number) => string, expected: Record<string, number>) {
  const counts: Record<string, number> = {};
  let drawn = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const outcome = draw(seed);
    if (!outcome) continue;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    drawn++;
  }
  assert.deepEqual(Object.keys(counts).sort(), Object.keys(expected).sort());
  const chiSquared = Object.entries(expected).reduce(
    (sum, [outcome, share]) => sum + (counts[outcome] - share * drawn) ** 2 / (share * drawn),
    0,
  );
  const limits = [NaN, 10.8, 13.8, 16.3, 18.5, 20.5];
  assert(chiSquared < limits[Object.keys(expected).length - 1], JSON.stringify(counts));
}

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

specify("§10.1", "any problem", () => {
  holds(anyProblem, ({ points, init }) => {
    assert.deepEqual(run(points, { init }).steps[0].centroids, init);
  });
});

specify("§10.2", "any points", () => {
  holds(fc.tuple(drawnProblem, seed), ([{ points, k }, seed]) => {
    const { steps: [start] } = run(points, { k, seed, init: "random" });
    assert.equal(start.centroids.length, k);
    areDistinctPoints(start.centroids, points);
  });
});

specify("§10.2", "two of four, in every order", () => {
  const sets = ["0,1", "0,2", "0,3", "1,2", "1,3", "2,3"];
  const draw = (seed: number) => startOf([[0], [1], [2], [3]], 2, "random", seed);
  const even = Object.fromEntries(sets.map((set) => [set, 1 / 6]));
  comesUp(3000, (seed) => draw(seed).flat().sort().join(), even);
  comesUp(3000, (seed) => `${draw(seed)[1]}`, { 0: 1 / 4, 1: 1 / 4, 2: 1 / 4, 3: 1 / 4 });
});

specify("§10.2", "what is drawn where nothing is said", () => {
  const points = [[0], [1], [2], [3], [4]];
  assert.deepEqual(run(points, { k: 3 }).steps, run(points, { k: 3, init: "random" }).steps);
});

specify("§10.3", "any points", () => {
  holds(fc.tuple(drawnProblem, seed), ([{ points, k }, seed]) => {
    const { steps: [start] } = run(points, { k, seed, init: "kmeans++" });
    assert.equal(start.centroids.length, k);
    areDistinctPoints(start.centroids, points);
  });
});

specify("§10.3", "no two centroids in one place while there are others", () => {
  holds(fc.tuple(tameDrawnProblem, seed), ([{ points, k }, seed]) => {
    const places = new Set(points.map(String)).size;
    const start = startOf(points, k, "kmeans++", seed);
    assert.equal(new Set(start.map(String)).size, Math.min(k, places));
  });
});

specify("§10.3", "the better of two candidates, of 0, 1 and 3", () => {
  comesUp(4000, (seed) => startOf([[0], [1], [3]], 2, "kmeans++", seed).join(), {
    "0,1": 1 / 3 * 1 / 100,
    "0,3": 1 / 3 * 99 / 100,
    "1,0": 1 / 3 * 1 / 25,
    "1,3": 1 / 3 * 24 / 25,
    // Either leaves a sum of 1: the first that is drawn is picked.
    "3,0": 1 / 3 * 9 / 13,
    "3,1": 1 / 3 * 4 / 13,
  });
});

specify("§10.3", "of many candidates the best of all points, at every pick", () => {
  const points = [[0], [1], [3], [10], [31], [40]];
  const left = (picks: readonly number[]) =>
    points.reduce((sum, [x]) => sum + Math.min(...picks.map((pick) => (x - pick) ** 2)), 0);
  for (let seed = 0; seed < 30; seed++) {
    const picks = startOf(points, 4, "kmeans++", seed, 100).flat();
    for (let i = 1; i < 4; i++) {
      const before = picks.slice(0, i);
      const least = Math.min(...points.map(([x]) => left([...before, x])));
      // One point in 1,000 squares is missed by a hundred candidates now and then.
      assert(left(picks.slice(0, i + 1)) <= 1.02 * least, `${picks} of seed ${seed}`);
    }
  }
});

specify("§10.3", "2 + ⌊ln K⌋ candidates where nothing is said", () => {
  for (const [k, candidates] of [[1, 2], [2, 2], [3, 3], [7, 3], [8, 4], [20, 4], [21, 5]]) {
    const points = Array.from({ length: 60 }, (_, i) => [i * i % 97, i]);
    for (let seed = 0; seed < 10; seed++) {
      const start = startOf(points, k, "kmeans++", seed);
      assert.deepEqual(startOf(points, k, "kmeans++", seed, candidates), start);
    }
  }
});

specify("§10.3", "one candidate, as before there were several", () => {
  const points = Array.from({ length: 20 }, (_, i) => [i * i]);
  const starts = [1, 2, 3].map((seed) => startOf(points, 5, "kmeans++", seed, 1).flat());
  assert.deepEqual(starts, [
    [169, 324, 25, 81, 361],
    [256, 81, 169, 121, 0],
    [324, 25, 196, 225, 100],
  ]);
});

specify("§1.9", "candidates of another start, and as many as there are none", () => {
  for (const init of ["random", "maxmin", "partition", [[1]]] as const) {
    refuses(() => new KMeans([[1]], { k: 1, init, candidates: 3 }), RangeError, "candidates", 3);
  }
  for (const candidates of [0, -1, 1.5, 101, NaN]) {
    const how = { k: 1, init: "kmeans++", candidates } as const;
    refuses(() => new KMeans([[1]], how), RangeError, "candidates", candidates);
  }
});

specify("§10.3", "one candidate: two of 0, 1 and 3", () => {
  comesUp(4000, (seed) => startOf([[0], [1], [3]], 2, "kmeans++", seed, 1).join(), {
    "0,1": 1 / 3 * 1 / 10,
    "0,3": 1 / 3 * 9 / 10,
    "1,0": 1 / 3 * 1 / 5,
    "1,3": 1 / 3 * 4 / 5,
    "3,0": 1 / 3 * 9 / 13,
    "3,1": 1 / 3 * 4 / 13,
  });
});

specify("§10.3", "a third by its distance from the nearer of two", () => {
  const third = (seed: number) => {
    const [a, b, c] = startOf([[0], [1], [3], [10]], 3, "kmeans++", seed, 1).flat();
    return a === 0 && b === 10 ? `${c}` : "";
  };
  comesUp(4000, third, { 1: 1 / 10, 3: 9 / 10 });
});

specify("§10.3", "where every point equals a drawn one, any of the others", () => {
  const third = (seed: number) =>
    `${startOf([[0], [0], [1], [1], [1]], 3, "kmeans++", seed).flat()[2]}`;
  comesUp(3000, third, { 0: 1 / 3, 1: 2 / 3 });
});

specify("§10.4", "worked by hand", () => {
  const points = [[0], [4], [6], [10], [5]];
  const rest: Record<number, number[]> = {
    0: [10, 4],
    4: [10, 0],
    6: [0, 10],
    10: [0, 4],
    5: [0, 10],
  };
  for (let seed = 0; seed < 30; seed++) {
    const [first, ...others] = startOf(points, 3, "maxmin", seed).flat();
    assert.deepEqual(others, first === 0 || first === 10 ? [10 - first, 5] : rest[first]);
  }
});

specify("§10.4", "any points", () => {
  holds(fc.tuple(tameDrawnProblem, seed), ([{ points, k }, seed]) => {
    const { steps: [{ centroids }] } = run(points, { k, seed, init: "maxmin" });
    assert.equal(centroids.length, k);
    areDistinctPoints(centroids, points);
    for (let i = 1; i < k; i++) {
      const nearest = points.map((point) =>
        Math.min(...centroids.slice(0, i).map((centroid) => squaredDistance(point, centroid)))
      );
      const most = Math.max(...nearest);
      if (most > 0) assert.deepEqual(centroids[i], points[nearest.indexOf(most)]);
    }
  });
});

specify("§10.4", "huge and tiny points", () => {
  holds(fc.tuple(drawnProblem, seed), ([{ points, k }, seed]) => {
    areDistinctPoints(run(points, { k, seed, init: "maxmin" }).steps[0].centroids, points);
  });
});

specify("§10.4", "each point can be the first", () => {
  comesUp(1000, (seed) => startOf([[0], [1], [2]], 2, "maxmin", seed)[0].join(), {
    0: 1 / 3,
    1: 1 / 3,
    2: 1 / 3,
  });
});

/** Every way to label m points with k clusters, none empty. */
function partitions(m: number, k: number): number[][] {
  const all = Array.from(
    { length: k ** m },
    (_, n) => Array.from({ length: m }, (_, i) => Math.floor(n / k ** i) % k),
  );
  return all.filter((labels) => new Set(labels).size === k);
}

function meansOf(points: number[][], labels: number[], k: number): number[][] {
  const far = areFar(points);
  return Array.from({ length: k }, (_, c) => mean(points.filter((_, i) => labels[i] === c), far));
}

specify("§10.5", "the means of one of all partitions", () => {
  const problem = fc.tuple(tamePoints(), fc.nat(), seed);
  holds(problem, ([rows, n, seed]) => {
    const points = rows.slice(0, 5);
    const k = 1 + n % Math.min(3, points.length);
    const start = `${startOf(points, k, "partition", seed)}`;
    assert(
      partitions(points.length, k).some((labels) => `${meansOf(points, labels, k)}` === start),
    );
  });
});

specify("§10.5", "any points", () => {
  holds(fc.tuple(drawnProblem, seed), ([{ points, k }, seed]) => {
    const { steps: [start] } = run(points, { k, seed, init: "partition" });
    assert.equal(start.centroids.length, k);
  });
});

specify("§10.5", "as many clusters as points: each point is one", () => {
  holds(fc.tuple(tamePoints(), seed), ([points, seed]) => {
    areDistinctPoints(startOf(points, points.length, "partition", seed), points);
  });
});

specify("§10.5", "each partition can be drawn", () => {
  const starts = partitions(4, 2).map((labels) => `${meansOf([[1], [2], [4], [8]], labels, 2)}`);
  const drawn = Array.from(
    { length: 1000 },
    (_, seed) => `${startOf([[1], [2], [4], [8]], 2, "partition", seed)}`,
  );
  assert.deepEqual([...new Set(drawn)].sort(), starts.sort());
});
