import assert from "node:assert/strict";
import { type EmptyPolicy, type Film, type Init, makeFilm, record, type Trace } from "../../mod.ts";
import { sceneAt } from "../../src/internal.ts";
import { TextReel, textWidth } from "../../src/film/scene/text.ts";

// The third centroid is nobody's nearest.
const points = [[0, 0], [0, 1], [1, 0], [8, 8], [8, 9], [9, 8]];
const init = [[0, 0], [9, 9], [60, -40]];

/** What the caption says in the middle of a beat. */
function captionIn(trace: Trace, kind: string, iteration: number): string {
  const film = makeFilm(trace);
  const beat = film.beats.find((beat) => beat.kind === kind && beat.iteration === iteration)!;
  return captionAt(film, (beat.start + beat.end) / 2);
}

/** What the caption says at a time, from left to right. */
function captionAt(film: Film, time: number): string {
  const { marks } = sceneAt(film, time);
  return marks.toSorted((a, b) => (a.translate?.[0] ?? 0) - (b.translate?.[0] ?? 0)).flatMap((
    { geometry, translate },
  ) =>
    geometry instanceof TextReel
      ? geometry.rows.filter(({ baseline }) => {
        const y = baseline + translate![1];
        // What hangs below a baseline just above the picture would be seen too.
        return y > -20 && y < film.height;
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
  const last = trace.steps.length - 1;
  assert.equal(captionIn(trace, "assign", last), `iteration ${last} · assign`);
});

Deno.test("A cluster that has been dropped is not told of again", () => {
  const trace = record(points, { init, empty: "drop" });
  assert(trace.steps.length > 2);
  assert.equal(captionIn(trace, "update", 2), "iteration 2 · update");
});

Deno.test("Nothing is said of what a policy of another program does", () => {
  for (const empty of ["toString", "split", 7]) {
    const trace = record(points, { init }, { recipe: { empty } });
    assert.equal(captionIn(trace, "update", 1), "iteration 1 · update · 1 empty");
  }
  const trace = record(points, { init }, { recipe: {} });
  assert.equal(captionIn(trace, "update", 1), "iteration 1 · update · 1 empty, kept");
});

Deno.test("The caption tells how centroids were picked, and at the end how the run ended", () => {
  const trace = (init: Init, maxIterations?: number) =>
    record(points, { k: 2, init, seed: 1, ...(maxIterations && { maxIterations }) }, {
      recipe: { init },
    });
  assert.equal(captionIn(trace("kmeans++"), "start", 0), "iteration 0 · kmeans++");
  assert.equal(captionIn(trace("random"), "start", 0), "iteration 0 · start");
  const random = trace("random");
  const last = random.steps.length - 1;
  assert.equal(captionIn(random, "hold", last), `converged after ${last} iterations`);
  assert.equal(captionIn(trace("random", 1), "hold", 1), "stopped after 1 iteration");
});

Deno.test("The caption changes with the beat, at its very start", () => {
  const film = makeFilm(record(points, { k: 2, seed: 1 }));
  const [, assign, update] = film.beats;
  assert.equal(captionAt(film, assign.start), "iteration 1 · assign");
  assert.equal(captionAt(film, assign.end - 1), "iteration 1 · assign");
  assert.equal(captionAt(film, update.start), "iteration 1 · update");
});

Deno.test("The parts of a caption are a blank apart, as if they were one text", () => {
  const trace = record([[0], [1], [2], [3], [10], [11]], { init: [[0], [1]] });
  const film = makeFilm(trace);
  const { start } = film.beats.find(({ kind, iteration }) => kind === "assign" && iteration === 2)!;
  const places = sceneAt(film, start).marks.flatMap(({ geometry, translate }) =>
    geometry instanceof TextReel
      ? geometry.rows.filter(({ baseline }) => Math.abs(baseline + translate![1]) < film.height)
        .map(({ content, size }) => ({ content, size, x: translate![0] }))
      : []
  ).sort((a, b) => a.x - b.x);
  assert.equal(places.length, 5);
  places.slice(1).forEach(({ x }, i) => {
    const { content, size, x: before } = places[i];
    assert(Math.abs(x - before - textWidth(`${content} `, size)) < 1e-6);
  });
});

Deno.test("The captions of long runs are whole, and so are their places in all renderers", () => {
  const line = Array.from({ length: 300 }, (_, i) => [i]);
  const trace = record(line, { init: [[0], [1], [2], [3], [4], [5]] });
  assert(trace.steps.length > 50);
  const film = makeFilm(trace);
  for (const { kind, iteration, start, end } of film.beats) {
    if (kind !== "update") continue;
    assert.equal(captionAt(film, (start + end) / 2), `iteration ${iteration} · update`);
  }
  for (const { geometry } of sceneAt(film, 0).marks) {
    if (!(geometry instanceof TextReel)) continue;
    for (const { baseline } of geometry.rows) assert(baseline < 400_000);
  }
});

Deno.test("A picture too narrow for the whole caption leaves out its notes, then the caption", () => {
  const trace = record([[0], [1], [2], [3], [10], [11]], { init: [[0], [1]] });
  const captions = Array.from({ length: 58 }, (_, i) => {
    const film = makeFilm(trace, { width: 640 - 10 * i, height: 480 });
    const { start } = film.beats.find(({ kind, iteration }) =>
      kind === "assign" && iteration === 2
    )!;
    return captionAt(film, start);
  });
  assert.deepEqual([...new Set(captions)], [
    "iteration 2 · assign · 2 changed",
    "iteration 2 · assign",
    "",
  ]);
});
