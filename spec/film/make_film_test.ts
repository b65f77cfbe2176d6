import assert from "node:assert/strict";
import { compareFilm, elbowFilm, type FilmOptions, makeFilm } from "../../mod.ts";
import { smallTrace } from "../support/films.ts";

const trace = smallTrace({ seed: 3 });
const runs = [{ name: "a", trace }];
const choices = [{ k: 1, inertia: 5, silhouette: NaN }, { k: 2, inertia: 1, silhouette: 0.5 }];

const wrong: [options: object, message: string][] = [
  [{ width: 15 }, "'width' must be a whole number from 16 to 8192: 15"],
  [{ width: 8193 }, "'width' must be a whole number from 16 to 8192: 8193"],
  [{ height: 20.5 }, "'height' must be a whole number from 16 to 8192: 20.5"],
  [{ height: NaN }, "'height' must be a whole number from 16 to 8192: NaN"],
  [{ interval: 19 }, "'interval' must be a number from 20 to 3600000: 19"],
  [{ speed: 0 }, "'speed' must be a number from 0.1 to 10: 0"],
  [{ speed: 10.1 }, "'speed' must be a number from 0.1 to 10: 10.1"],
  [{ hold: -5000 }, "'hold' must be a number from 20 to 3600000: -5000"],
];
const makers: Record<string, [action: string, make: (options: FilmOptions) => unknown]> = {
  makeFilm: ["make the film", (options) => makeFilm(trace, options)],
  compareFilm: ["compare the runs", (options) => compareFilm(runs, options)],
  elbowFilm: ["draw the choice of k", (options) => elbowFilm(choices, options)],
};
for (const [name, [action, make]] of Object.entries(makers)) {
  Deno.test(`${name} refuses options out of range, and takes those at its ends`, () => {
    for (const [options, message] of wrong) {
      assert.throws(() => make(options), {
        name: "RangeError",
        message: `Cannot ${action} as ${message}`,
      });
    }
    assert.throws(() => make({ title: 5 } as unknown as FilmOptions), { name: "TypeError" });
    make({ width: 16, height: 16, interval: 20, speed: 10, hold: 20 });
  });
}

Deno.test("makeFilm and compareFilm refuse marks that are neither asked for nor not", () => {
  for (const name of ["axes", "cells", "trails", "shapes", "chart", "caption"]) {
    for (const make of [makers.makeFilm[1], makers.compareFilm[1]]) {
      assert.throws(() => make({ [name]: "no" }), {
        name: "TypeError",
        message: new RegExp(`as '${name}' must be true or false: `),
      });
    }
  }
});

Deno.test("There are the styles glide, which is the usual one, and classic", () => {
  assert.deepEqual(makeFilm(trace, { style: "glide" }), makeFilm(trace));
  assert.equal(makeFilm(trace, { style: "classic" }).theme, "classic");
  assert.throws(() => makeFilm(trace, { style: "glid" as "glide" }), {
    name: "RangeError",
    message: /as 'style' must be one of glide, classic: /,
  });
});

Deno.test("A storyboard is a list of iterations from 0 on, or a choice of them", () => {
  for (const storyboard of ["auto", [0], ["last"], [0, 1, "last"]] as const) {
    assert.equal(makeFilm(trace, { storyboard }).beats.length, 1);
  }
  for (const storyboard of [[], [-1], [0.5], ["first"], "all", 3, null, ""] as unknown[]) {
    assert.throws(() => makeFilm(trace, { storyboard } as FilmOptions), {
      name: storyboard === 3 || storyboard === null ? "TypeError" : "RangeError",
      message: /^Cannot make the film as 'storyboard' must be "auto" or iterations/,
    });
  }
});

Deno.test("No runs cannot be compared, and no choice cannot be drawn", () => {
  for (const none of [[], undefined] as unknown as [][]) {
    const name = none ? "RangeError" : "TypeError";
    assert.throws(() => compareFilm(none), {
      name,
      message: /^Cannot compare the runs/,
    });
    assert.throws(() => elbowFilm(none), {
      name,
      message: /^Cannot draw the choice/,
    });
  }
});
