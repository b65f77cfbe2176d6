import assert from "node:assert/strict";
import { drawn } from "../../src/internal.ts";
import { framesOf, makeFilm } from "../../mod.ts";
import { smallTrace } from "../support/films.ts";

Deno.test("A storyboard shows the iterations asked for, and nothing in it moves", () => {
  const trace = smallTrace({ seed: 3 });
  const film = makeFilm(trace, { storyboard: [0, 1, "last"], width: 900, height: 300 });
  assert.equal(framesOf(film, 20).length, 1);
  assert.equal(drawn(film).marks.filter(({ name }) => name === "label").length, 3);
  const centroids = drawn(film).marks.filter(({ name }) => name === "halo");
  assert.equal(centroids.length, 3 * 4);
});

Deno.test("A storyboard that chooses goes from the first iteration to the last, none twice", () => {
  for (const maxIterations of [1, 2, 3, 50]) {
    const trace = smallTrace({ seed: 4, maxIterations });
    const film = makeFilm(trace, { storyboard: "auto", title: "A title" });
    const labels = drawn(film).marks.filter(({ name }) => name === "label").length - 1;
    assert.equal(labels, Math.min(6, trace.steps.length));
  }
});

Deno.test("An iteration that the run does not have is refused", () => {
  const trace = smallTrace({ seed: 3 });
  assert.throws(() => makeFilm(trace, { storyboard: [999] }), {
    name: "RangeError",
    message: /999/,
  });
});
