import assert from "node:assert/strict";
import { historiesOf } from "../../src/film/run/histories.ts";
import { courseOf } from "../../src/trace/kept_steps.ts";
import { smallTrace } from "../support/films.ts";

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
