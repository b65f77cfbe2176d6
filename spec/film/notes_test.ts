import assert from "node:assert/strict";
import { type EmptyPolicy, makeFilm, record, type Trace } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { TextReel } from "../../src/film/scene/text.ts";

// The third centroid is nobody's nearest.
const points = [[0, 0], [0, 1], [1, 0], [8, 8], [8, 9], [9, 8]];
const init = [[0, 0], [9, 9], [60, -40]];

/** What the caption says in the middle of a beat. */
function captionIn(trace: Trace, kind: string, iteration: number): string {
  const film = makeFilm(trace);
  const beat = film.beats.find((beat) => beat.kind === kind && beat.iteration === iteration)!;
  const { marks } = sceneAt(film, (beat.start + beat.end) / 2);
  return marks.flatMap(({ geometry, translate }) =>
    geometry instanceof TextReel
      ? geometry.rows.filter(({ baseline }) => {
        const y = baseline + translate![1];
        return y > 0 && y < film.height;
      }).map(({ content }) => content)
      : []
  ).join(" ");
}

const endings = { keep: "kept", drop: "dropped", farthest: "reseeded" } as const;
for (const [policy, done] of Object.entries(endings)) {
  Deno.test(`The caption tells of an empty cluster under the policy ${policy}`, () => {
    const trace = record(points, { init, empty: policy as EmptyPolicy });
    assert.equal(captionIn(trace, "update", 1), `iteration 1 · update · 1 empty, ${done}`);
  });
}

Deno.test("The caption tells how many points change cluster", () => {
  const trace = record([[0], [1], [2], [3], [10], [11]], { init: [[0], [1]] });
  const [, before, after] = trace.steps;
  const count = after.labels.filter((label, i) => label !== before.labels[i]).length;
  assert(count > 0);
  assert.equal(captionIn(trace, "assign", 1), "iteration 1 · assign");
  assert.equal(captionIn(trace, "assign", 2), `iteration 2 · assign · ${count} changed`);
});
