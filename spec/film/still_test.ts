import assert from "node:assert/strict";
import { type Moment, stillOf } from "../../mod.ts";
import { drawn, lastScene, sceneAt } from "../../src/internal.ts";
import { smallFilm } from "../support/films.ts";

const film = smallFilm(3);
const last = film.beats[film.beats.length - 1].iteration;
const marksOf = (moment: Moment) => drawn(stillOf(film, moment)).marks;

Deno.test("A still at a time is the picture of the film at that time", () => {
  for (const time of [0, 700, film.duration / 2]) {
    assert.deepEqual(marksOf(time), sceneAt(film, time).marks);
  }
  assert.deepEqual(marksOf(film.duration), lastScene(film).marks);
});

Deno.test("A still of an iteration shows all of it and nothing of the next", () => {
  for (const iteration of [0, 1, 2]) {
    const beat = film.beats.findLast((beat) => beat.iteration === iteration)!;
    const caption = (marks: readonly { name: string; translate?: unknown }[]) =>
      marks.filter(({ name }) => name === "caption").map(({ translate }) => translate);
    assert.deepEqual(caption(marksOf({ iteration })), caption(sceneAt(film, beat.end - 10).marks));
    const places = (marks: readonly { name: string; translate?: unknown }[]) =>
      marks.filter(({ name }) => name === "halo").flatMap(({ translate }) => translate as number[]);
    const after = places(sceneAt(film, beat.end).marks);
    places(marksOf({ iteration })).forEach((place, i) => assert(Math.abs(place - after[i]) < 1e-3));
  }
});

Deno.test("A still of the last iteration is that of its update, not of the hold", () => {
  const { start, end } = film.beats.find(({ kind, iteration }) =>
    kind === "update" && iteration === last
  )!;
  const captions = (marks: readonly { name: string; translate?: unknown }[]) =>
    marks.filter(({ name }) => name === "caption").map(({ translate }) => translate);
  const still = captions(marksOf({ iteration: last }));
  assert.deepEqual(still, captions(sceneAt(film, (start + end) / 2).marks));
  assert.notDeepEqual(still, captions(lastScene(film).marks));
});

Deno.test("A still of a film of one beat is that beat", () => {
  const storyboard = smallFilm(3, { storyboard: [0, "last"] });
  assert.doesNotThrow(() => stillOf(storyboard, { iteration: last }));
});

Deno.test("Moments that a film does not have are refused", () => {
  for (const time of [-1, NaN, film.duration + 1]) {
    assert.throws(() => stillOf(film, time), {
      name: "RangeError",
      message: /the film, which lasts/,
    });
  }
  for (const iteration of [-1, 0.5, last + 1]) {
    assert.throws(() => stillOf(film, { iteration }), {
      name: "RangeError",
      message:
        `Cannot show a moment as 'iteration' must be one of the film, up to ${last}: ${iteration}`,
    });
  }
  for (const moment of ["1", null, {}, undefined] as unknown as Moment[]) {
    assert.throws(() => stillOf(film, moment), {
      name: "TypeError",
      message: /^Cannot show a moment/,
    });
  }
});
