import assert from "node:assert/strict";
import fc from "fast-check";
import { type Film, framesOf, makeFilm, stillOf } from "../../mod.ts";
import { drawn, type DrawnFilm, Stamps, type Track } from "../../src/internal.ts";
import { timeOfFrame } from "../../src/film/scene/film.ts";
import { Timeline } from "../../src/film/scene/track.ts";
import { holds } from "../property.ts";
import { smallFilm, smallTrace } from "../support/films.ts";

/** A film of a second in which a width does what is said. */
function filmOf(width: Track<number> | number): Film {
  const film: DrawnFilm = {
    ...smallFilm(1),
    duration: 1000,
    marks: [{ name: "dot", geometry: new Stamps(new Float64Array(2)), width }],
  };
  return film;
}

const timesOf = (film: Film, fps: number) => framesOf(film, fps).map(({ time }) => time);

Deno.test("Frames follow one another and last as long as the film, at any rate", () => {
  const films = [smallFilm(1), smallFilm(2, { style: "classic" })];
  holds(
    fc.tuple(fc.constantFrom(...films), fc.double({ min: 1, max: 50, noNaN: true })),
    ([film, fps]) => {
      let end = 0;
      for (const { time, duration } of framesOf(film, fps)) {
        assert.equal(time, end);
        assert(duration > 0 && duration % 10 === 0);
        end = time + duration;
      }
      assert.equal(end, film.duration);
    },
  );
});

Deno.test("While something moves there are as many frames a second as asked for, else one", () => {
  const moving = new Timeline(0).move(200, 500, 1).done() as Track<number>;
  assert.deepEqual(timesOf(filmOf(moving), 10), [0, 200, 300, 400, 500]);
  assert.deepEqual(timesOf(filmOf(moving), 20), [0, 200, 250, 300, 350, 400, 450, 500]);
  assert.deepEqual(timesOf(filmOf(1), 20), [0]);
});

Deno.test("What changes at once is seen in the next frame, and nothing after it", () => {
  const jumping = new Timeline(0).jump(310, 1).done() as Track<number>;
  assert.deepEqual(timesOf(filmOf(jumping), 10), [0, 400]);
});

Deno.test("Frames are due at multiples of 10 ms, each as near to its time as these allow", () => {
  assert.deepEqual([0, 1, 2, 3].map((i) => timeOfFrame(i, 30)), [0, 30, 70, 100]);
  assert.deepEqual([0, 1, 2, 3].map((i) => timeOfFrame(i, 60)), [0, 20, 30, 50]);
});

Deno.test("The lines between cells have frames while they move", () => {
  const film = drawn(smallFilm(1));
  const cells = { ...film, marks: film.marks.filter(({ name }) => name === "cells") };
  assert(framesOf(cells, 20).length > 10);
});

Deno.test("The classic film has a frame a step, of 500 ms each", () => {
  const trace = smallTrace({ seed: 9 });
  const film = makeFilm(trace, { style: "classic" });
  // What changes nothing, as the last step of a run that converges, needs no frame.
  const times = timesOf(film, 20);
  assert.deepEqual(times, trace.steps.slice(0, times.length).map((_, i) => 500 * i));
  assert(times.length >= trace.steps.length - 1);
  assert.equal(film.duration, 500 * trace.steps.length);
});

Deno.test("A still has one frame, as long as the film", () => {
  const film = smallFilm(1);
  assert.deepEqual(framesOf(stillOf(film, 700), 20), [{ time: 0, duration: film.duration }]);
});

Deno.test("A film that nobody made here cannot be drawn", () => {
  const { marks: _, ...rest } = drawn(smallFilm(1));
  for (const film of [rest, undefined, {}] as Film[]) {
    assert.throws(() => framesOf(film, 20), {
      name: "TypeError",
      message: /^Cannot draw the film/,
    });
  }
});
