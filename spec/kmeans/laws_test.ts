import assert from "node:assert/strict";
import fc from "fast-check";
import { assign, toRows } from "../../mod.ts";
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

/** Weights for 24 points, all above 0. */
const loads = fc.array(fc.integer({ min: 1, max: 500 }).map((i) => i / 100), {
  minLength: 24,
  maxLength: 24,
});

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

/** Turns the first two features by a quarter, and leaves the others. */
const turned: Change = (rows) =>
  rows.map(([x, y, ...rest]) => y === undefined ? [x] : [0 - y, x, ...rest]);

specify("§9.8", "any problem, to the bit, under every policy", () => {
  holds(tameProblem, ({ points, init }) => givesTheSame(points, init, turned));
});

specify("§9.8", "with weights, all the way round", () => {
  holds(fc.tuple(tameProblem, loads), ([{ points, init }, all]) => {
    const weights = points.map((_, i) => all[i]);
    const plain = run(points, { init, weights }).steps;
    let [rows, start] = [points, init];
    for (let turns = 1; turns <= 4; turns++) {
      [rows, start] = [turned(rows), turned(start)];
      const { steps } = run(rows, { init: start, weights });
      assert.deepEqual(steps.map(({ labels }) => labels), plain.map(({ labels }) => labels));
    }
  }, 100);
});

/** The first iteration of a run: its labels are decided by what is given, before anything is rounded. */
function firstOf(points: number[][], init: number[][], weights?: number[]) {
  return run(points, { init, weights, maxIterations: 1 }).steps[1];
}

/** Holds that centroids are the same but for the rounding of sums of these points. */
function areAbout(actual: Rows, expected: Rows, points: Rows): void {
  const largest = Math.max(...points.flat().map(Math.abs), ...expected.flat().map(Math.abs));
  actual.flat().forEach((value, at) => {
    const off = Math.abs(value - expected.flat()[at]);
    assert(off <= 1e-13 * largest, `${value}, not ${expected.flat()[at]}`);
  });
}

type Rows = readonly (readonly number[])[];

specify("§9.2", "decimals with weights, points shuffled: centroids within rounding", () => {
  holds(fc.tuple(tameProblem, loads, keys), ([{ points, init }, all, order]) => {
    const weights = points.map((_, i) => all[i]);
    const plain = firstOf(points, init, weights);
    const shuffled = firstOf(reorder(points, order), init, reorder(weights, order));
    assert.deepEqual(shuffled.labels, reorder(plain.labels, order));
    areAbout(shuffled.centroids, plain.centroids, points);
  });
});

specify("§9.3", "decimals moved by powers of two: centroids within rounding", () => {
  const shift = fc.integer({ min: -4, max: 12 }).map((exponent) => 2 ** exponent);
  const value = fc.integer({ min: -4000, max: 4000 }).map((i) => i / 64);
  const rows = (most: number) =>
    fc.array(fc.tuple(value, value), { minLength: 1, maxLength: most });
  holds(fc.tuple(rows(24), rows(5), shift), ([points, init, by]) => {
    const move = (rows: number[][]) => rows.map((row) => row.map((value) => value + by));
    const plain = firstOf(points, init);
    const moved = firstOf(move(points), move(init));
    assert.deepEqual(moved.labels, plain.labels);
    areAbout(moved.centroids, move(plain.centroids as number[][]), move(points));
  });
});

specify("§9.4", "decimals with weights", () => {
  holds(fc.tuple(tameProblem, loads, fc.integer({ min: -300, max: 300 })), ([problem, all, e]) => {
    const { points, init } = problem;
    const weights = points.map((_, i) => all[i]);
    const scale: Change = (rows) => rows.map((row) => row.map((value) => value * 2 ** e));
    const plain = run(points, { init, weights }).steps;
    const { steps } = run(scale(points), { init: scale(init), weights });
    assert.deepEqual(
      steps.map(({ centroids, labels }) => ({ centroids, labels })),
      plain.map(({ centroids, labels }) => ({ centroids: scale(centroids as number[][]), labels })),
    );
  });
});

specify("§9.5", "decimals, a copy of all points: centroids within rounding", () => {
  holds(fc.tuple(tameProblem, loads), ([{ points, init }, all]) => {
    const weights = points.map((_, i) => all[i]);
    const plain = firstOf(points, init, weights);
    const copied = firstOf([...points, ...points], init, [...weights, ...weights]);
    assert.deepEqual(copied.labels, [...plain.labels, ...plain.labels]);
    areAbout(copied.centroids, plain.centroids, points);
  });
});

specify(
  "§9.6",
  "decimals with weights, where no two centroids are equally near: to the bit",
  () => {
    let compared = 0;
    holds(fc.tuple(tameProblem, loads, keys), ([{ points, init }, all, order]) => {
      const isTied = points.some((point) => {
        const distances = init.map((centroid) => squaredDistance(point, centroid));
        return distances.indexOf(Math.min(...distances)) !==
          distances.lastIndexOf(Math.min(...distances));
      });
      if (isTied) return;
      const weights = points.map((_, i) => all[i]);
      const indices = reorder([...init.keys()], order);
      const plain = firstOf(points, init, weights);
      const renamed = firstOf(points, reorder(init, order), weights);
      assert.deepEqual(renamed.labels.map((label) => indices[label]), plain.labels);
      assert.deepEqual(renamed.centroids, indices.map((k) => plain.centroids[k]));
      compared++;
    });
    assert(compared > 30, `${compared}`);
  },
);

specify("§5.3", "with weights", () => {
  holds(fc.tuple(tameProblem, loads), ([{ points, init }, all]) => {
    const weights = points.map((_, i) => all[i]);
    const { fit } = run(points, { init, weights });
    if (!fit.converged) return;
    const again = run(points, { init: toRows(fit.centroids), weights }).fit;
    assert.equal(again.iterations, 1);
    assert.deepEqual(again.centroids, fit.centroids);
    assert.deepEqual(again.labels, fit.labels);
  });
});
