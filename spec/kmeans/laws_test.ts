import assert from "node:assert/strict";
import fc from "fast-check";
import { assign } from "../../mod.ts";
import {
  exactProblem,
  tameDrawnProblem,
  tameProblem,
} from "../../src/conform/arbitraries/problems.ts";
import { squaredDistance } from "../../src/conform/reference.ts";
import { holds } from "../property.ts";
import { run } from "./run.ts";
import { specify } from "./specify.ts";

type Change = (rows: number[][]) => number[][];

const policies = ["keep", "drop", "farthest"] as const;

/** Holds that changed points and start give the same labels, and the centroids changed alike. */
function givesTheSame(points: number[][], init: number[][], change: Change): void {
  for (const empty of policies) {
    const plain = run(points, { init, empty }).steps;
    const changed = run(change(points), { init: change(init), empty }).steps;
    assert.deepEqual(
      changed.map(({ centroids, labels }) => ({ centroids, labels })),
      plain.map(({ centroids, labels }) => ({
        centroids: change(centroids as number[][]),
        labels,
      })),
    );
  }
}

/** Puts the values in the order of the keys. */
function reorder<T>(values: readonly T[], keys: readonly number[]): T[] {
  return values.map((_, i) => i).sort((a, b) => keys[a] - keys[b]).map((i) => values[i]);
}

const drawing = fc.constantFrom("random", "kmeans++", "maxmin", "partition");
const keys = fc.array(fc.nat(), { minLength: 24, maxLength: 24 });

specify("§9.1", "integers, features shuffled", () => {
  holds(fc.tuple(exactProblem, keys), ([{ points, init }, order]) => {
    givesTheSame(points, init, (rows) => rows.map((row) => reorder(row, order)));
  });
});

specify("§9.1", "integers, axes mirrored", () => {
  holds(exactProblem, ({ points, init }) => {
    givesTheSame(points, init, (rows) => rows.map((row) => row.map((value) => 0 - value)));
  });
});

specify("§9.2", "integers, points shuffled", () => {
  holds(fc.tuple(exactProblem, keys), ([{ points, init }, order]) => {
    const plain = run(points, { init }).steps;
    const shuffled = run(reorder(points, order), { init }).steps;
    assert.deepEqual(
      shuffled.map(({ centroids, labels }) => ({ centroids, labels })),
      plain.map(({ centroids, labels }) => ({ centroids, labels: reorder(labels, order) })),
    );
  });
});

specify("§9.3", "integers moved by integers", () => {
  const shift = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 3, maxLength: 3 });
  holds(fc.tuple(exactProblem, shift), ([{ points, init }, by]) => {
    givesTheSame(points, init, (rows) => rows.map((row) => row.map((value, j) => value + by[j])));
  });
});

const ordinaryExponent = fc.integer({ min: -300, max: 300 });
const extremeExponent = fc.oneof(
  fc.integer({ min: -950, max: -500 }),
  fc.integer({ min: 500, max: 950 }),
);

for (
  const [magnitudes, exponent] of [
    ["of ordinary magnitudes", ordinaryExponent],
    ["where squares overflow or vanish", extremeExponent],
  ] as const
) {
  specify("§9.4", `any problem ${magnitudes}`, () => {
    holds(fc.tuple(tameProblem, exponent), ([{ points, init }, e]) => {
      givesTheSame(points, init, (rows) => rows.map((row) => row.map((value) => value * 2 ** e)));
    });
  });

  specify("§9.4", `any drawn start ${magnitudes}`, () => {
    const problem = fc.tuple(tameDrawnProblem, drawing, fc.nat(), exponent);
    holds(problem, ([{ points, k }, init, seed, e]) => {
      const scale: Change = (rows) => rows.map((row) => row.map((value) => value * 2 ** e));
      const recipe = { k, init, seed };
      assert.deepEqual(
        run(scale(points), recipe).steps.map(({ centroids }) => centroids),
        run(points, recipe).steps.map(({ centroids }) => scale(centroids as number[][])),
      );
    });
  });
}

specify("§9.5", "integers, each point twice", () => {
  holds(exactProblem, ({ points, init }) => {
    const plain = run(points, { init }).steps;
    const doubled = run([...points, ...points], { init }).steps;
    assert.deepEqual(
      doubled.map(({ centroids, labels, inertia }) => ({ centroids, labels, inertia })),
      plain.map(({ centroids, labels, inertia }) => ({
        centroids,
        labels: [...labels, ...labels],
        inertia: 2 * inertia,
      })),
    );
  });
});

specify("§9.6", "each point goes as near as before", () => {
  holds(fc.tuple(exactProblem, keys), ([{ points, init }, order]) => {
    const reordered = reorder(init, order);
    const indices = reorder([...init.keys()], order);
    const [before, after] = [assign(points, init), assign(points, reordered)];
    points.forEach((point, i) => {
      const distances = init.map((centroid) => squaredDistance(point, centroid));
      const tied = distances.filter((distance) => distance === distances[before[i]]).length > 1;
      assert.equal(squaredDistance(point, reordered[after[i]]), distances[before[i]]);
      if (!tied) assert.equal(indices[after[i]], before[i]);
    });
  });
});

specify("§9.6", "a whole run without ties", () => {
  const points = [[0, 0.1], [1.3, 0], [7, 8.2], [8.4, 7], [-6.1, 5], [-5, 6.7]];
  const init = [[0, 0.1], [1.3, 0], [7, 8.2]];
  const plain = run(points, { init }).steps;
  for (const order of [[1, 2, 0], [2, 1, 0], [0, 2, 1]]) {
    const renamed = run(points, { init: order.map((k) => init[k]) }).steps;
    assert.deepEqual(
      renamed.map(({ centroids, labels }) => ({ centroids, labels: labels.map((l) => order[l]) })),
      plain.map(({ centroids, labels }) => ({ centroids: order.map((k) => centroids[k]), labels })),
    );
  }
});

specify("§9.7", "integers with a constant column before and after", () => {
  holds(fc.tuple(exactProblem, fc.integer()), ([{ points, init }, constant]) => {
    givesTheSame(points, init, (rows) => rows.map((row) => [constant, ...row, constant]));
  });
});
