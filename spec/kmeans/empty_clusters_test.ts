import assert from "node:assert/strict";
import { KMeans, Random } from "../../mod.ts";
import { exactProblem, tameProblem } from "../../src/conform/arbitraries/problems.ts";
import type { PlainStep } from "../../src/conform/checker.ts";
import { holds } from "../property.ts";
import { refuses } from "./refuses.ts";
import { plain, run } from "./run.ts";
import { specify } from "./specify.ts";

/** The first empty cluster of a step, or −1. */
function emptied({ centroids, labels }: PlainStep): number {
  return centroids.findIndex((_, k) => !labels.includes(k));
}

function centroidsOf(steps: readonly PlainStep[]): string[] {
  return steps.map(({ centroids }) => centroids.join(" "));
}

specify("§12.1", "any problem without", () => {
  let compared = 0;
  holds(tameProblem, ({ points, init }) => {
    const { steps } = run(points, { init });
    if (steps.some((step) => emptied(step) >= 0)) return;
    for (const empty of ["drop", "farthest", "error"] as const) {
      assert.deepEqual(run(points, { init, empty }).steps, steps);
    }
    compared++;
  });
  assert(compared > 50);
});

specify("§12.1", "what is done where nothing is said", () => {
  holds(tameProblem, ({ points, init }) => {
    assert.deepEqual(run(points, { init }).steps, run(points, { init, empty: "keep" }).steps);
  });
});

specify("§12.2", "a cluster that loses all and wins one", () => {
  const { steps } = run([[0], [5]], { init: [[4], [7]], empty: "keep" });
  assert.deepEqual(centroidsOf(steps), ["4 7", "2.5 7", "0 5", "0 5"]);
  assert.deepEqual(steps.map(({ labels }) => labels.join()), ["0,0", "0,0", "0,1", "0,1"]);
  assert.deepEqual(steps.map(({ clusters }) => clusters.join()), ["0,1", "0,1", "0,1", "0,1"]);
});

specify("§12.3", "one that would win again is gone", () => {
  const { steps } = run([[0], [5]], { init: [[4], [7]], empty: "drop" });
  assert.deepEqual(centroidsOf(steps), ["4 7", "2.5", "2.5"]);
  assert.deepEqual(steps.map(({ clusters }) => clusters.join()), ["0,1", "0", "0"]);
});

specify("§12.3", "one in the middle", () => {
  const { steps, fit } = run([[0], [5], [100]], { init: [[4], [50], [99]], empty: "drop" });
  assert.deepEqual(steps.map(({ labels }) => labels.join()), ["0,0,2", "0,0,1", "0,0,1"]);
  assert.deepEqual(steps.map(({ clusters }) => clusters.join()), ["0,1,2", "0,2", "0,2"]);
  assert.deepEqual([...fit.clusters], [0, 2]);
});

specify("§12.3", "one, and later another", () => {
  const points = [[2], [5], [13], [14], [17]];
  const { steps } = run(points, { init: [[8], [22], [2], [19]], empty: "drop" });
  assert.deepEqual(steps.map(({ clusters }) => clusters.join()), [
    "0,1,2,3",
    "0,2,3",
    "2,3",
    "2,3",
  ]);
});

specify("§12.3", "several at once", () => {
  const points = [[0], [4], [6], [20]];
  const { steps } = run(points, { init: [[1], [5], [6], [99], [-99]], empty: "drop" });
  assert.deepEqual(steps.map(({ clusters }) => clusters.join()), [
    "0,1,2,3,4",
    "0,1,2",
    "0,1,2",
    "0,1,2",
  ]);
});

specify("§12.3", "any problem", () => {
  holds(tameProblem, ({ points, init }) => {
    const { steps } = run(points, { init, empty: "drop" });
    for (const step of steps.slice(1)) assert.equal(emptied(step), -1);
  });
});

specify("§12.4", "worked by hand", () => {
  const { steps } = run([[0], [1], [9]], { init: [[0], [100]], empty: "farthest" });
  assert.deepEqual(centroidsOf(steps), ["0 100", "0.5 9", "0.5 9"]);
  assert.deepEqual(steps.map(({ labels }) => labels.join()), ["0,0,0", "0,0,1", "0,0,1"]);
});

specify("§12.4", "a point that is given counts no longer where it was", () => {
  const { steps } = run([[-7], [-2], [9.5], [10]], {
    init: [[0], [100], [9.7]],
    empty: "farthest",
  });
  assert.deepEqual(steps[1].labels, [1, 0, 2, 2]);
  assert.deepEqual(steps[1].centroids, [[-2], [-7], [9.75]]);
});

specify("§12.4", "the last point of a cluster stays, and the cluster left empty too", () => {
  const { steps } = run([[0], [2]], { init: [[1], [50], [60]], empty: "farthest" });
  assert.deepEqual(centroidsOf(steps), ["1 50 60", "2 0 60", "2 0 60"]);
  assert.deepEqual(steps[1].labels, [1, 0]);
});

specify("§12.4", "the distances are those to the means of all points", () => {
  const points = [[0], [10], [11], [12], [-20]];
  const { steps } = run(points, { init: [[0], [99], [98]], empty: "farthest" });
  assert.deepEqual(steps[1].labels, [0, 0, 0, 2, 1]);
});

specify("§12.4", "the engines go on from their own labels", () => {
  const random = new Random(5);
  for (const columns of [2, 3]) {
    const points = Array.from(
      { length: 900 },
      () => Array.from({ length: columns }, () => random.normal()),
    );
    const init = Array.from(
      { length: 9 },
      (_, k) => k % 3 ? points[k] : points[k].map((v) => v + 99),
    );
    run(points, { init, empty: "farthest" });
  }
});

specify(
  "§12.4",
  "two at once, each a point of its own, of equally far ones the lowest index",
  () => {
    const { steps } = run([[3], [-3], [0]], { init: [[50], [0], [60]], empty: "farthest" });
    assert.deepEqual(centroidsOf(steps), ["50 0 60", "3 0 -3", "3 0 -3"]);
    assert.deepEqual(steps[1].labels, [0, 2, 1]);
  },
);

specify("§12.4", "where every point is a centroid, an empty cluster stays", () => {
  const { steps } = run([[1], [1], [2]], { init: [[1], [2], [7]], empty: "farthest" });
  assert.deepEqual(centroidsOf(steps), ["1 2 7", "1 2 7"]);
});

specify("§12.4", "by the new centroids, not the old ones", () => {
  const { steps } = run([[0], [1], [1], [1], [8]], { init: [[8], [99]], empty: "farthest" });
  assert.deepEqual(steps[1].centroids, [[3 / 4], [8]]);
});

specify("§12.4", "any problem, and every run ends", () => {
  holds(tameProblem, ({ points, init }) => void run(points, { init, empty: "farthest" }), 500);
  holds(exactProblem, ({ points, init }) => void run(points, { init, empty: "farthest" }), 500);
});

specify("§12.5", "worked by hand", () => {
  const kmeans = new KMeans([[0], [5], [100]], { init: [[4], [50], [99]], empty: "error" });
  const steps = kmeans.steps();
  assert.equal(steps.next().value!.iteration, 0);
  refuses(() => steps.next(), RangeError, "cluster 1", "iteration 1");
  refuses(() => kmeans.fit(), RangeError, "cluster 1", "iteration 1");
});

specify("§12.5", "any problem", () => {
  holds(tameProblem, ({ points, init }) => {
    const { steps } = run(points, { init });
    const end = steps.findIndex((step, i) => i > 0 && emptied(step) >= 0);
    if (end < 0) return void run(points, { init, empty: "error" });
    const kmeans = new KMeans(points, { init, empty: "error" });
    const running = kmeans.steps();
    for (const expected of steps.slice(0, end)) {
      assert.deepEqual(plain(running.next().value!), expected);
    }
    const details = [`cluster ${emptied(steps[end])}`, `iteration ${end}`];
    refuses(() => running.next(), RangeError, ...details);
    refuses(() => kmeans.fit(), RangeError, ...details);
  });
});
