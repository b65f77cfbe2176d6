import assert from "node:assert/strict";
import fc from "fast-check";
import { KMeans, record } from "../../mod.ts";
import { Course } from "../../src/trace/course.ts";
import { courseOf } from "../../src/trace/kept_steps.ts";
import { drawnProblem } from "../../src/conform/arbitraries/problems.ts";
import { holds } from "../property.ts";

/** Labels of step after step, and the clusters that remain: fewer and fewer. */
const runs = fc.integer({ min: 1, max: 9 }).chain((points) =>
  fc.array(fc.uint32Array({ minLength: points, maxLength: points, max: 5 }), { minLength: 1 })
).map((steps) =>
  steps.map((all, step) => {
    const clusters = step === 0
      ? Uint32Array.from({ length: 6 }, (_, i) => i)
      : Uint32Array.from(new Set(all)).sort();
    return { clusters, labels: all.map((cluster) => clusters.indexOf(cluster)) };
  })
);

Deno.test("A course tells only who changes cluster", () => {
  const course = new Course(Uint32Array.of(0, 1, 2, 2));
  // Cluster 1 is dropped, so that the labels of all others are new.
  course.add(Uint32Array.of(0, 0, 1, 1), Uint32Array.of(0, 2));
  course.add(Uint32Array.of(0, 0, 1, 1), Uint32Array.of(0, 2));
  const nobody = new Uint32Array(0);
  assert.deepEqual(course.changes, [
    { points: Uint32Array.of(1), clusters: Uint32Array.of(0) },
    { points: nobody, clusters: nobody },
  ]);
});

Deno.test("A course gives the labels of any step, in whatever order they are asked for", () => {
  holds(fc.tuple(runs, fc.array(fc.nat())), ([steps, order]) => {
    const course = new Course(steps[0].labels);
    for (const { labels, clusters } of steps.slice(1)) course.add(labels, clusters);
    for (const asked of order) {
      const step = asked % steps.length;
      const { labels, clusters } = steps[step];
      const given = course.labels(step, clusters);
      assert.deepEqual(given, labels);
      given.fill(9);
    }
  });
});

for (const empty of ["keep", "drop", "farthest"] as const) {
  Deno.test(`A trace has the steps of the run, with '${empty}' for empty clusters`, () => {
    holds(drawnProblem, ({ points, k }) => {
      const options = { k, seed: 3, empty } as const;
      const steps = [...new KMeans(points, options).steps()];
      const trace = record(points, options);
      assert.deepEqual(trace.steps, steps);
      assert.deepEqual(courseOf(trace.steps).changes, courseOf(steps).changes);
    });
  });
}
