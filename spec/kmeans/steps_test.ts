import assert from "node:assert/strict";
import { assign, KMeans } from "../../mod.ts";
import {
  anyProblem,
  exactProblem,
  extremeProblem,
  roundingProblem,
  tameProblem,
} from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";
import { fixturesIn } from "./fixtures.ts";
import { plain, run } from "./run.ts";
import { specify } from "./specify.ts";

const fourPoints = [[1, 1], [2, 1], [4, 3], [5, 4]];
const twoOfThem = [[1, 1], [2, 1]];

specify("§4.1", "worked by hand", () => {
  const { steps: [first] } = run(fourPoints, { init: twoOfThem });
  assert.equal(first.iteration, 0);
  assert.deepEqual(first.centroids, twoOfThem);
  assert.deepEqual(first.labels, [0, 1, 1, 1]);
});

specify("§4.1", "any problem", () => {
  holds(anyProblem, ({ points, init }) => {
    const first = plain(new KMeans(points, { init }).steps().next().value!);
    assert.deepEqual(first.centroids, init);
    assert.deepEqual(first.labels, [...assign(points, init)]);
  });
});

specify("§4.2", "worked by hand", () => {
  const { steps } = run(fourPoints, { init: twoOfThem });
  assert.deepEqual(steps.map(({ labels }) => labels), [
    [0, 1, 1, 1],
    [0, 1, 1, 1],
    [0, 0, 1, 1],
    [0, 0, 1, 1],
  ]);
  assert.deepEqual(steps.map(({ centroids }) => centroids), [
    [[1, 1], [2, 1]],
    [[1, 1], [11 / 3, 8 / 3]],
    [[1.5, 1], [4.5, 3.5]],
    [[1.5, 1], [4.5, 3.5]],
  ]);
});

specify("§4.2", "a point that changes its cluster", () => {
  const { steps } = run([[0], [4], [6], [20]], { init: [[1], [5], [6]] });
  assert.deepEqual(steps.map(({ centroids }) => centroids.flat()), [
    [1, 5, 6],
    [0, 4, 13],
    [0, 5, 20],
    [0, 5, 20],
  ]);
});

specify("§4.2", "problems of ordinary magnitudes", () => {
  holds(tameProblem, ({ points, init }) => void run(points, { init }), 1000);
});

specify("§4.2", "integers, whose distances are exact", () => {
  holds(exactProblem, ({ points, init }) => void run(points, { init }), 500);
});

specify("§4.2", "huge and tiny values", () => {
  holds(extremeProblem, ({ points, init }) => void run(points, { init }), 500);
});

specify("§4.3", "worked by hand", () => {
  const { steps } = run(fourPoints, { init: twoOfThem });
  assert.deepEqual(steps.map(({ iteration }) => iteration), [0, 1, 2, 3]);
});

specify("§4.3", "each iteration is told when it is done, those of every restart included", () => {
  const told: number[] = [];
  const onIteration = (iteration: number) => told.push(iteration);
  for (const _ of new KMeans(fourPoints, { init: twoOfThem, onIteration }).steps());
  assert.deepEqual(told, [1, 2, 3]);
  told.length = 0;
  new KMeans(fourPoints, { k: 2, maxIterations: 1, restarts: 3, onIteration }).fit();
  assert.deepEqual(told, [1, 1, 1, 1]);
});

specify("§4.4", "a centroid one bit off still moves", () => {
  const oneBitOff = 1 + Number.EPSILON;
  assert.equal(run([[0], [2]], { init: [[oneBitOff]] }).steps.length, 3);
  assert.equal(run([[0], [2]], { init: [[1]] }).steps.length, 2);
  assert.equal(run([[0, 0], [2, 2]], { init: [[1, oneBitOff]] }).steps.length, 3);
});

specify("§4.4", "labels that stay are not enough", () => {
  const { steps } = run([[0], [1], [9]], { init: [[-5], [20]] });
  assert.deepEqual(steps.map(({ labels }) => labels.join()), ["0,0,1", "0,0,1", "0,0,1"]);
});

specify("§4.4", "it converged, says the fit", () => {
  const { fit } = run(fourPoints, { init: twoOfThem });
  assert.equal(fit.converged, true);
  assert.equal(fit.stopped, "converged");
});

specify("§4.5", "a start that is the end", () => {
  const { steps } = run([[0], [10]], { init: [[0], [10]] });
  assert.deepEqual(steps.map(({ iteration }) => iteration), [0, 1]);
  assert.deepEqual(steps[0], { ...steps[1], iteration: 0 });
});

specify("§4.5", "above 2^53, where centroids + 1 equals centroids", () => {
  const above = 2 ** 53 + 2;
  for (const init of [[[above]], [[2 ** 60]]]) {
    const { steps } = run([[above], [above]], { init });
    assert.deepEqual(steps.at(-1)!.centroids, [[above]]);
    assert.equal(steps.length, init[0][0] === above ? 2 : 3);
  }
});

specify("§4.5", "one point, one cluster", () => {
  holds(anyProblem, ({ points }) => {
    assert.equal(run([points[0]], { init: [points[0]] }).steps.length, 2);
  });
});

for (const { name, note, points, centroids: init, steps } of fixturesIn("cycles")) {
  specify("§4.6", `${name} (${note})`, () => {
    const { steps: ours, fit } = run(points, { init });
    assert.equal(fit.stopped, "cycle");
    assert.equal(fit.converged, false);
    const found = ours.map(({ iteration, centroids, labels }) => ({
      iteration,
      centroids,
      labels,
    }));
    const expected = steps.map(({ iteration, centroids, labels }) => (
      { iteration, centroids, labels }
    ));
    assert.deepEqual(found.slice(0, steps.length), expected);
  });
}

specify("§4.6", "points so close together that rounding decides", () => {
  let cycles = 0;
  holds(roundingProblem, ({ points, init }) => {
    if (run(points, { init }).fit.stopped === "cycle") cycles++;
  }, 800);
  assert(cycles > 0);
});

for (const { name, points } of fixturesIn("reference")) {
  specify("§4.7", `${name} from other starts`, () => {
    for (const k of [2, 5, 20].filter((k) => k <= points.length)) {
      for (const seed of [1, 2]) run(points, { k, seed });
    }
  });
}
