import assert from "node:assert/strict";
import { historiesOf } from "../../src/film/run/histories.ts";
import { occupancyOf } from "../../src/film/run/occupancy.ts";
import { Course } from "../../src/trace/course.ts";
import { courseOf } from "../../src/trace/kept_steps.ts";
import { smallTrace } from "../support/films.ts";

Deno.test("Points that change places with each other have histories of their own", () => {
  const course = new Course(Uint32Array.of(1, 2, 1));
  course.add(Uint32Array.of(2, 1, 2), Uint32Array.of(0, 1, 2));
  assert.deepEqual(historiesOf(course, 3), [
    { points: Uint32Array.of(0, 2), clusters: Uint32Array.of(1, 2) },
    { points: Uint32Array.of(1), clusters: Uint32Array.of(2, 1) },
  ]);
});

Deno.test("A cluster has points in an iteration if a point is in it then, whatever was before", () => {
  const course = new Course(Uint32Array.of(0, 0, 1));
  const clusters = Uint32Array.of(0, 1, 2);
  course.add(Uint32Array.of(0, 2, 0), clusters);
  course.add(Uint32Array.of(1, 1, 0), clusters);
  course.add(Uint32Array.of(1, 1, 1), clusters);
  const hasPoints = occupancyOf(course, 3);
  const occupied = [0, 1, 2, 3].map((iteration) =>
    [0, 1, 2].filter((cluster) => hasPoints(cluster, iteration))
  );
  assert.deepEqual(occupied, [[0, 1], [0, 2], [0, 1], [1]]);
});

Deno.test("Every point is in one history, which has its cluster in every step", () => {
  for (const empty of ["keep", "drop", "farthest"] as const) {
    const trace = smallTrace({ seed: 3, empty });
    const seen = new Uint8Array(trace.points.rows);
    for (
      const { points, clusters } of historiesOf(
        courseOf(trace.steps),
        trace.steps[0].clusters.length,
      )
    ) {
      for (const point of points) {
        seen[point]++;
        trace.steps.forEach((step, i) =>
          assert.equal(clusters[i], step.clusters[step.labels[point]])
        );
      }
    }
    assert(seen.every((count) => count === 1));
  }
});
