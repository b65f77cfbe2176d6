import assert from "node:assert/strict";
import fc from "fast-check";
import { assign, inertia, KMeans, type Matrix, type Step, toMatrix, update } from "../../mod.ts";
import {
  drawnProblem,
  tameDrawnProblem,
  tameProblem,
} from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";
import { plain, run } from "./run.ts";
import { specify } from "./specify.ts";

function frozen(rows: number[][]): number[][] {
  return Object.freeze(rows.map((row) => Object.freeze([...row]))) as number[][];
}

function spoil(step: { centroids: Matrix; labels: Uint32Array; clusters: Uint32Array }): void {
  step.centroids.data.fill(NaN);
  step.labels.fill(7);
  step.clusters.fill(7);
}

function buffersOf(step: Pick<Step, "centroids" | "labels" | "clusters">): ArrayBufferLike[] {
  return [step.centroids.data.buffer, step.labels.buffer, step.clusters.buffer];
}

const policies = ["keep", "drop", "farthest"] as const;
const policy = fc.constantFrom(...policies);
const drawing = fc.constantFrom("random", "kmeans++", "maxmin", "partition");

specify("§7.1", "frozen rows", () => {
  holds(tameProblem, ({ points, init }) => {
    const [p, c] = [frozen(points), frozen(init)];
    update(p, assign(p, c), c);
    inertia(p, c, assign(p, c));
    for (const empty of policies) run(p, Object.freeze({ init: c, empty }));
  }, 100);
  holds(fc.tuple(drawnProblem, drawing), ([{ points, k }, init]) => {
    run(frozen(points), Object.freeze({ k, init, restarts: 2 }));
  });
});

specify("§7.1", "matrices and labels", () => {
  holds(fc.tuple(tameProblem, policy), ([{ points, init }, empty]) => {
    const [p, c] = [toMatrix(points), toMatrix(init)];
    const labels = assign(p, c);
    const before = labels.slice();
    update(p, labels, c);
    inertia(p, c, labels);
    const kmeans = new KMeans(p, { init: c, empty });
    [...kmeans.steps(), kmeans.fit()].forEach(spoil);
    assert.deepEqual([...p.data], points.flat());
    assert.deepEqual([...c.data], init.flat());
    assert.deepEqual(labels, before);
  });
});

specify("§7.1", "rows that change later do not change the run", () => {
  const points = [[1], [2], [9]];
  const init = [[1], [9]];
  const kmeans = new KMeans(points, { init });
  const steps = Array.from(kmeans.steps(), plain);
  points[0][0] = init[0][0] = 100;
  assert.deepEqual(Array.from(kmeans.steps(), plain), steps);
});

specify("§7.1", "what is given back is fresh", () => {
  const centroids = toMatrix([[1], [9]]);
  const moved = update([[5]], [0], centroids);
  moved.data.fill(NaN);
  assert.deepEqual([...centroids.data], [1, 9]);
});

specify("§7.2", "spoiling a step changes none that follows", () => {
  holds(fc.tuple(tameProblem, policy), ([{ points, init }, empty]) => {
    const { kmeans, steps } = run(points, { init, empty });
    const running = kmeans.steps();
    for (const expected of steps) {
      const step = running.next().value!;
      assert.deepEqual(plain(step), expected);
      spoil(step);
    }
    assert(running.next().done);
  });
});

specify("§7.2", "a collected history is not changed by what follows", () => {
  holds(fc.tuple(tameProblem, policy), ([{ points, init }, empty]) => {
    const copies: unknown[] = [];
    const history: Step[] = [];
    for (const step of new KMeans(points, { init, empty }).steps()) {
      history.push(step);
      copies.push(plain(step));
    }
    assert.deepEqual(history.map(plain), copies);
  });
});

specify("§7.2", "no two steps or results share memory", () => {
  holds(fc.tuple(tameProblem, policy), ([{ points, init }, empty]) => {
    const kmeans = new KMeans(points, { init, empty });
    const all = [...kmeans.steps(), ...kmeans.steps(), kmeans.fit(), kmeans.fit()];
    const buffers = all.flatMap(buffersOf);
    assert.equal(new Set(buffers).size, buffers.length);
  });
});

specify("§7.3", "any start", () => {
  holds(fc.tuple(drawnProblem, drawing, fc.nat()), ([{ points, k }, init, seed]) => {
    const { kmeans, steps, fit } = run(points, { k, init, seed, restarts: 2 });
    for (const step of kmeans.steps()) if (step.iteration === 1) break;
    assert.deepEqual(Array.from(kmeans.steps(), plain), steps);
    assert.deepEqual(kmeans.fit(), fit);
  });
});

specify("§7.3", "after an error, too", () => {
  const problem = fc.tuple(tameDrawnProblem, fc.nat(), fc.integer({ min: 1, max: 5 }));
  holds(problem, ([{ points, k }, seed, restarts]) => {
    const kmeans = new KMeans(points, { k, seed, restarts, empty: "error" });
    const outcome = () => {
      try {
        return Array.from(kmeans.steps(), plain);
      } catch (error) {
        return (error as Error).message;
      }
    };
    assert.deepEqual(outcome(), outcome());
  });
});

specify("§7.4", "two runs of one object, one a step behind", () => {
  holds(fc.tuple(tameProblem, policy), ([{ points, init }, empty]) => {
    const { kmeans, steps } = run(points, { init, empty });
    const [ahead, behind] = [kmeans.steps(), kmeans.steps()];
    ahead.next();
    for (const expected of steps) {
      const step = ahead.next().value;
      if (step) spoil(step);
      assert.deepEqual(plain(behind.next().value!), expected);
    }
  });
});

specify("§7.4", "two objects that share their points", () => {
  const points = toMatrix([[1], [2], [8], [9], [20]]);
  const inits = [[[1], [2]], [[9], [20]]];
  const alone = inits.map((init) => Array.from(new KMeans(points, { init }).steps(), plain));
  const [a, b] = inits.map((init) => new KMeans(points, { init }).steps());
  const together: unknown[][] = [[], []];
  for (let i = 0; i < 9; i++) {
    [a, b].forEach((steps, which) => {
      const step = steps.next().value;
      if (step) together[which].push(plain(step));
    });
  }
  assert.deepEqual(together, alone);
});

specify("§7.5", "every start, every policy", () => {
  holds(
    fc.tuple(tameDrawnProblem, drawing, policy, fc.nat(), fc.integer({ min: 1, max: 3 })),
    ([{ points, k }, init, empty, seed, restarts]) => {
      const recipe = { k, init, empty, seed, restarts };
      const [a, b] = [run(points, recipe), run(points, { ...recipe })];
      assert.deepEqual(a.steps, b.steps);
      assert.deepEqual(a.fit, b.fit);
    },
  );
});

specify("§7.5", "the seed is part of the recipe", () => {
  const points = Array.from({ length: 100 }, (_, i) => [i]);
  for (const init of ["random", "kmeans++", "maxmin", "partition"] as const) {
    const starts = [0, 1, 2, 3, 2 ** 32 - 1].map((seed) =>
      `${run(points, { k: 5, init, seed }).steps[0].centroids}`
    );
    assert(new Set(starts).size >= 4, `${init}: ${starts}`);
  }
});
